/** The post an officer works in, where several are held at once (kiêm nhiệm, biệt phái: two units at once). */
import type { Act, Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import {
  getAgency,
  heldOn,
  listHeld,
  listUnits,
  type Agency,
  type HoldingKind,
  type Post,
} from '../agencies/index.ts';
import { note, type From } from './security-log.ts';
import { turnSession } from './sessions.ts';

/** A post that one holds today, with where it is. */
export type WorkingPost = {
  readonly post: Post;
  readonly agency: Agency;
  readonly unit: Text | null;
  readonly kind: HoldingKind;
};

/** The posts that the officer who looks holds today. */
export async function listWorkingPosts(look: Look): Promise<WorkingPost[]> {
  if (!look.by.person) return [];
  const held = heldOn(await listHeld(look, look.by.person), vietnamDay(look.now));
  return Promise.all(
    held.map(async ({ post, holding }): Promise<WorkingPost> => {
      const units = post.unit ? await listUnits(look, post.agency) : [];
      return {
        post,
        agency: await getAgency(look, post.agency),
        unit: units.find(({ id }) => id === post.unit)?.name ?? null,
        kind: holding.kind,
      };
    }),
  );
}

/** From now on this session works in a post. Throws NotAllowed for a post that one does not hold. */
export async function workIn(act: Act, session: string, post: string, from: From): Promise<void> {
  const chosen = (await listWorkingPosts(act)).find((one) => one.post.id === post);
  if (!chosen) throw new NotAllowed({ vi: 'Bạn không giữ chức vụ này.', en: 'You do not hold this post.' });
  turnSession(act, session, { post });
  note(act, 'post-chosen', act.by.account, from, `${chosen.post.title.vi}, ${chosen.agency.name.vi}`);
}
