import { own, type Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { lockItem, newId, openItem, step } from '../../ground/record/index.ts';
import { isDay } from '../../ground/text/dates.ts';
import { mandateOf, mandateRow } from './rows.ts';
import { refuseSubstitution } from './substitution.ts';
import { grantProblems } from './rules.ts';
import type { Mandate, NewMandate } from './schema.ts';
import type { MandateTables } from './tables.ts';

async function lockMandate(act: Act, id: string): Promise<Mandate> {
  const row = await own<MandateTables>(act.tx)
    .selectFrom('mandates.mandates')
    .selectAll()
    .where('tenant', '=', act.tenant)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound({ vi: 'Không có uỷ quyền này.', en: 'There is no such mandate.' });
  return mandateOf(row);
}

/**
 * Grants a mandate (giao quyền, phân công, uỷ quyền). Returns its id. Throws Invalid with every reason why it may not be
 * granted: TUQ. passed on or without end, more than was given, longer than it was given; a substitution beside another, or of and by who is away.
 */
export async function grantMandate(act: Act, input: NewMandate, id = newId(act.now)): Promise<string> {
  const parent = input.under === null ? null : await lockMandate(act, input.under);
  const problems = grantProblems(input, parent);
  if (problems.length > 0) throw new Invalid(problems);
  if (input.kind === 'substitution') await refuseSubstitution(act, input);
  const mandate: Mandate = { ...input, id, revokedFrom: null };
  insert(act.writes, 'mandates.mandates', mandateRow(act.tenant, mandate));
  step(act, openItem(act, 'mandate', id), { act: 'mandates.grant', visible: 'party', after: mandate });
  return id;
}

/**
 * Revokes a mandate from a day on (thu hồi, chấm dứt uỷ quyền), and with it all that was passed on under it. What was done
 * before stays lawful. Throws Conflict when it has been revoked already.
 */
export async function revokeMandate(
  act: Act,
  id: string,
  input: { readonly from: string; readonly reason: string },
): Promise<void> {
  const before = await lockMandate(act, id);
  if (!isDay(input.from) || input.reason.trim() === '') {
    const message = { vi: 'Hãy ghi ngày thu hồi và lý do.', en: 'Enter the day and the reason.' };
    throw new Invalid([{ field: 'reason', message }]);
  }
  if (before.revokedFrom !== null) {
    throw new Conflict({ vi: 'Uỷ quyền này đã bị thu hồi.', en: 'This mandate has been revoked already.' });
  }
  const set = { revoked_from: input.from, revoked_by: act.by.person, revocation_reason: input.reason.trim() };
  update(act.writes, 'mandates.mandates', { tenant: act.tenant, id }, set);
  const head = await lockItem(act, id);
  step(act, head, { act: 'mandates.revoke', visible: 'party', before, after: input, reason: input.reason });
}
