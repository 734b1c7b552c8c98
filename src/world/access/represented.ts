/** Whom a citizen may act for: under a mandate, or by law for a minor child or ward (uỷ quyền, đại diện; requirement B14). */
import type { ActingFor, Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { same, type Text } from '../../ground/text/language.ts';
import { getMandate, holds, listMandatesOf, listWards, partyName, type Mandate } from '../mandates/index.ts';
import type { SessionRow } from './schema.ts';

/** Whom somebody turns to act for: the mandate that says so, or the child or ward itself. */
export type Whom = { readonly mandate: string } | { readonly ward: string };

/** Somebody whom the visitor may act for, with the mandate that says so; by law there is none. */
export type Represented = { readonly whom: Whom; readonly name: Text; readonly mandate: Mandate | null };

/** For whom a session was turned; null: the person alone. */
export const whomIn = ({ mandate, ward }: Pick<SessionRow, 'mandate' | 'ward'>): Whom | null =>
  mandate !== null ? { mandate } : ward !== null ? { ward } : null;

const isForCitizens = ({ kind, principal }: Mandate): boolean =>
  (kind === 'delegation' || kind === 'representation') &&
  (principal.kind === 'person' || principal.kind === 'organisation');

/** A mandate and those it was passed on from. */
async function chainOf(look: Look, mandate: Mandate): Promise<ReadonlyMap<string, Mandate>> {
  const chain = new Map([[mandate.id, mandate]]);
  for (let { under } = mandate; under !== null && !chain.has(under);) {
    const above = await getMandate(look, under);
    chain.set(above.id, above);
    under = above.under;
  }
  return chain;
}

/**
 * Whether this mandate is given to this person by name, is one that citizens use, and holds today. What it covers is
 * asked for each act by the room of the act (`mayPersonAct`).
 */
const mayEnter = async (look: Look, person: string, mandate: Mandate): Promise<boolean> =>
  isForCitizens(mandate) &&
  mandate.agent.id === person &&
  holds(mandate, vietnamDay(look.now), await chainOf(look, mandate));

/** For whom a person acts who has turned so, as long as the mandate holds or the law says so; null when it does not (any more). */
export async function actingForOf(look: Look, person: string, whom: Whom): Promise<ActingFor | null> {
  if ('ward' in whom) {
    const ward = (await listWards(look, person)).find(({ id }) => id === whom.ward);
    // Who represents by law represents in everything.
    return ward
      ? { person: ward.id, organisation: null, name: ward.name, acts: null, procedures: null, fields: null }
      : null;
  }
  const mandate = await getMandate(look, whom.mandate);
  if (!(await mayEnter(look, person, mandate))) return null;
  const { principal, acts, procedures, fields } = mandate;
  return {
    person: principal.kind === 'person' ? principal.id : null,
    organisation: principal.kind === 'organisation' ? principal.id : null,
    name: (await partyName(look, principal)).vi,
    acts,
    procedures,
    fields,
  };
}

/** Everybody whom a person may act for today: children and wards first, then by mandates. */
export async function listRepresented(look: Look, person: string): Promise<Represented[]> {
  const found: Represented[] = (await listWards(look, person)).map(({ id, name }) => ({
    whom: { ward: id },
    name: same(name),
    mandate: null,
  }));
  for (const mandate of await listMandatesOf(look, person)) {
    if (await mayEnter(look, person, mandate))
      found.push({
        whom: { mandate: mandate.id },
        name: await partyName(look, mandate.principal),
        mandate,
      });
  }
  return found;
}
