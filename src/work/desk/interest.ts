/** Conflict of interest (xung đột lợi ích): nobody handles a matter of their own or of their family. Law 36/2018/QH14 art. 23; Decree 59/2019/NĐ-CP art. 29. */
import type { Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { listRelatives } from '../../world/people/index.ts';
import { isOwnMatter, type Work } from './schema.ts';
import { words } from './words.ts';

/** Throws NotAllowed when the matter is that of the person who looks, or of a relative known to the registry of persons. */
export async function guardInterest(look: Look, work: Pick<Work, 'party'>): Promise<void> {
  const { by } = look;
  if (work.party === null || by.person === null) return;
  if (isOwnMatter(by, work)) throw new NotAllowed(words.ownMatter);
  const relatives = await listRelatives(look, by.person);
  if (relatives.some(({ person }) => person.id === work.party)) throw new NotAllowed(words.relativesMatter);
}
