/** Substitution during leave (làm thay khi vắng mặt, B14): who is away today, and who does their work. */
import type { Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { listAccountsOf } from '../../world/access/index.ts';
import { findOfficer, holdersOf } from '../../world/agencies/index.ts';
import {
  absentSeats,
  holds,
  listMandatesIn,
  listMandatesOf,
  type Mandate,
} from '../../world/mandates/index.ts';

/** A colleague who is away, as accounts know them. */
export type Absent = { readonly account: string; readonly name: string };

const current = (look: Look, mandates: readonly Mandate[]): readonly Mandate[] => {
  const all = new Map(mandates.map((mandate) => [mandate.id, mandate]));
  return mandates.filter((one) => one.kind === 'substitution' && holds(one, vietnamDay(look.now), all));
};

/** The colleagues whose work the one who looks does today. Usually none: one look-up by key. */
export async function listSubstituted(look: Look): Promise<readonly Absent[]> {
  if (!look.by.person) return [];
  const mandates = current(look, await listMandatesOf(look, look.by.person));
  const seats = await Promise.all(mandates.map((mandate) => absentSeats(look, mandate)));
  const absent = await Promise.all(
    seats
      .flat()
      .map(async ({ officer }) =>
        (await listAccountsOf(look, officer.person))
          .filter(({ kind }) => kind === 'officer')
          .map(({ id, name }) => ({ account: id, name })),
      ),
  );
  return absent.flat();
}

/** Where somebody who is away is found: a post may have several holders, each with leave of their own. */
export const awayKey = (post: string, person: string): string => `${post} ${person}`;

/** Who of an agency is away today from which post, by `awayKey`, each with the name of who does the work. */
export async function listAway(look: Look, agency: string): Promise<ReadonlyMap<string, string>> {
  const mandates = current(look, await listMandatesIn(look, agency));
  const named = await Promise.all(
    mandates.map(async (mandate) => {
      const { agent, principal } = mandate;
      const name =
        agent.kind === 'person'
          ? (await findOfficer(look, agent.id))?.name
          : (await holdersOf(look, agent.id))[0]?.officer.name;
      const absent = await absentSeats(look, mandate);
      return absent.map(({ officer }) => [awayKey(principal.id, officer.person), name ?? ''] as const);
    }),
  );
  return new Map(named.flat());
}
