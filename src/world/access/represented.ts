/** Whom a citizen may act for under a mandate (uỷ quyền, đại diện; requirement B14). */
import type { ActingFor, Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import { getMandate, holds, listMandatesOf, partyName, type Mandate } from '../mandates/index.ts';

/** Somebody whom the visitor may act for, with the mandate that says so. */
export type Represented = { readonly mandate: Mandate; readonly name: Text };

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
export const mayEnter = async (look: Look, person: string, mandate: Mandate): Promise<boolean> =>
  isForCitizens(mandate) &&
  mandate.agent.id === person &&
  holds(mandate, vietnamDay(look.now), await chainOf(look, mandate));

/** Whom a mandate that was entered speaks for, as long as it holds; null when it does not hold any more. */
export async function actingForOf(look: Look, person: string, id: string): Promise<ActingFor | null> {
  const mandate = await getMandate(look, id);
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

/** Everybody whom a person may act for today under a mandate. */
export async function listRepresented(look: Look, person: string): Promise<Represented[]> {
  const found: Represented[] = [];
  for (const mandate of await listMandatesOf(look, person)) {
    if (await mayEnter(look, person, mandate))
      found.push({ mandate, name: await partyName(look, mandate.principal) });
  }
  return found;
}
