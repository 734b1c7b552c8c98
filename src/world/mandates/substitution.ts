/**
 * Who may fill in for whom during leave (làm thay khi vắng mặt): one substitute at a time, who is there. So there are neither chains
 * nor circles, and nothing waits for somebody who is away as well.
 */
import { sql } from 'kysely';
import type { Act, Look } from '../../ground/db/act.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import { formatDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import { findOfficer, holdersOf, listHeld } from '../agencies/index.ts';
import { dayBefore, overlap, type Period } from '../law/index.ts';
import { absentSeats, listMandatesFor, listMandatesOf } from './queries.ts';
import type { Mandate, NewMandate } from './schema.ts';

/** Somebody is away, and somebody else does the work. */
export type Absence = Period & { readonly away: string; readonly by: string };

/** The days on which a mandate counts; null when it was revoked before it began. */
function effective({ from, to, revokedFrom }: Pick<Mandate, 'from' | 'to' | 'revokedFrom'>): Period | null {
  if (revokedFrom === null) return { from, to };
  if (revokedFrom <= from) return null;
  const last = dayBefore(revokedFrom);
  return { from, to: to !== null && to < last ? to : last };
}

/** What stands against a new absence, among the others: the first found, and which of the three it is. */
function obstacle(
  wanted: Absence,
  others: readonly Absence[],
): { readonly why: 'named' | 'substitute-away' | 'fills-in'; readonly other: Absence } | null {
  const at = others.filter((one) => overlap(one, wanted));
  const named = at.find(({ away }) => away === wanted.away);
  if (named) return { why: 'named', other: named };
  const gone = at.find(({ away }) => away === wanted.by);
  if (gone) return { why: 'substitute-away', other: gone };
  const busy = at.find(({ by }) => by === wanted.away);
  return busy ? { why: 'fills-in', other: busy } : null;
}

/** Throws Invalid, with the sentence for it, when a substitution would stand beside another or lead to somebody who is away. */
export async function refuseSubstitution(act: Act, input: NewMandate): Promise<void> {
  // Two that are granted at once follow each other: each must see the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${act.tenant} substitution`}, 0))`.execute(
    act.tx,
  );
  const wanted = await absencesOf(act, { ...input, id: '', revokedFrom: null });
  const known = new Map<string, Mandate>();
  for (const { away, by } of wanted)
    for (const person of [away, by])
      for (const one of await substitutionsAround(act, person)) known.set(one.id, one);
  const others: Absence[] = [];
  for (const one of known.values())
    // Somebody who holds two posts is away from each of them apart.
    others.push(
      ...(await absencesOf(act, one)).filter(
        ({ away }) => away !== wanted[0]?.away || one.principal.id === input.principal.id,
      ),
    );
  for (const one of wanted) {
    const found = obstacle(one, others);
    if (found)
      throw new Invalid([
        { field: found.why === 'substitute-away' ? 'person' : 'from', message: await sentence(act, found) },
      ]);
  }
}

/** Everybody's absence that follows from a substitution. */
async function absencesOf(look: Look, mandate: Mandate): Promise<Absence[]> {
  const period = effective(mandate);
  if (!period) return [];
  const { agent } = mandate;
  const present =
    agent.kind === 'person'
      ? [agent.id]
      : (await holdersOf(look, agent.id, period.from)).map(({ officer }) => officer.person);
  const absent = await absentSeats(look, mandate, period.from);
  return absent.flatMap(({ officer }) => present.map((by) => ({ ...period, away: officer.person, by })));
}

/** The substitutions of the posts that somebody holds, and those that they do. */
async function substitutionsAround(look: Look, person: string): Promise<Mandate[]> {
  const posts = [...new Set((await listHeld(look, person)).map(({ post }) => post.id))];
  const found = [await listMandatesOf(look, person)];
  for (const post of posts) {
    found.push(await listMandatesFor(look, { kind: 'post', id: post }));
    found.push(await listMandatesOf(look, post));
  }
  return found.flat().filter(({ kind }) => kind === 'substitution');
}

async function sentence(look: Look, { why, other }: NonNullable<ReturnType<typeof obstacle>>): Promise<Text> {
  const nameOf = async (person: string): Promise<string> => (await findOfficer(look, person))?.name ?? '';
  const [away, by] = [await nameOf(other.away), await nameOf(other.by)];
  const vi =
    other.to === null
      ? `từ ${formatDay(other.from)}`
      : `từ ${formatDay(other.from)} đến hết ${formatDay(other.to)}`;
  const en = `from ${formatDay(other.from, 'en')}${other.to === null ? '' : ` until ${formatDay(other.to, 'en')}`}`;
  const sentences: Readonly<Record<typeof why, Text>> = {
    named: {
      vi: `${by} đã được giao làm thay ${vi}. Hãy chọn ngày khác, hoặc thu hồi lần giao ấy trước.`,
      en: `${by} fills in ${en} already. Choose other days, or revoke that first.`,
    },
    'substitute-away': {
      vi: `${away} cũng vắng ${vi}, ${by} làm thay. Hãy chọn người có mặt.`,
      en: `${away} is away ${en}, too; ${by} fills in. Choose somebody who is there.`,
    },
    'fills-in': {
      vi: `Bạn đang được giao làm thay ${away} ${vi}. Hãy đề nghị ${away} hoặc người quản trị thu hồi trước, để việc ấy không chờ người vắng mặt.`,
      en: `You fill in for ${away} ${en}. Ask ${away} or the administrator to revoke that first, so that nothing waits for somebody who is away.`,
    },
  };
  return sentences[why];
}
