/**
 * Restriction of the use of a person's data (hạn chế xử lý dữ liệu; Law 91/2025/QH15, art. 4; N1). While one lasts the data are
 * kept and used for what the law requires (dossiers under way, the record, notices about them), and offered for nothing else:
 * no prefilled forms, no papers from the vault, no shares, no proactive services, no reminders.
 */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { newId, openItem, step } from '../../ground/record/index.ts';
import type { Restriction } from './schema.ts';
import type { PeopleTables } from './tables.ts';

/** The restrictions of a person that last, oldest first. */
export async function listRestrictions(look: Look, person: string): Promise<readonly Restriction[]> {
  const rows = await own<PeopleTables>(look.tx)
    .selectFrom('people.restrictions')
    .select(['id', 'about', 'basis', 'began_at as beganAt'])
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('began_at')
    .execute();
  return rows;
}

/** Whether a person's data may be used only for what the law requires: the one question before any other use. */
export const isRestricted = async (look: Look, person: string): Promise<boolean> =>
  (await listRestrictions(look, person)).length > 0;

/** Restricts the use of a person's data from now on, because a request was granted. */
export function restrictUse(
  act: Act,
  person: string,
  { about, basis }: Pick<Restriction, 'about' | 'basis'>,
): void {
  const id = newId(act.now);
  insert(act.writes, 'people.restrictions', {
    tenant: act.tenant,
    id,
    person,
    about,
    basis,
    began_at: act.now,
  });
  const after = { person, about, basis };
  step(act, openItem(act, 'restriction', id), { act: 'people.restrict-use', visible: 'party', after });
}

/** Ends every restriction of a person, because the person wants it. Repeating it changes nothing. */
export async function endRestrictions(act: Act, person: string): Promise<void> {
  for (const { id, about, basis } of await listRestrictions(act, person)) {
    update(act.writes, 'people.restrictions', { tenant: act.tenant, id }, { ended_at: act.now });
    const before = { person, about, basis };
    step(act, openItem(act, 'restriction'), { act: 'people.end-restriction', visible: 'party', before });
  }
}
