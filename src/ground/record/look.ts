/** Looks: every look of an officer at a person's data is written down, and the person can read who looked (D4, N1). */
import { own, type Act, type Look } from '../db/act.ts';
import { insert } from '../db/writes.ts';
import { isId, newId } from './ids.ts';
import { actorName, type StepWords } from './step.ts';
import type { RecordTables } from './tables.ts';

/**
 * Writes down that this person's data (`subject`) was looked at, for a purpose that a citizen understands; `right`: by which policy, or for which
 * absent colleague (làm thay).
 */
export function look(
  act: Act,
  subject: string,
  purpose: string,
  item: string | null = null,
  right: Pick<StepWords, 'may' | 'insteadOf'> = {},
): void {
  insert(act.writes, 'record.looks', {
    tenant: act.tenant,
    year: act.now.getUTCFullYear(),
    id: newId(act.now),
    at: act.now,
    subject,
    item,
    purpose,
    by_kind: act.by.kind,
    account: act.by.account,
    person: act.by.person,
    post: act.by.post,
    agency: act.by.agency,
    name: actorName(act.by, right),
    request_id: act.requestId,
  });
}

const looksAt = (look: Look, subject: string) =>
  own<RecordTables>(look.tx)
    .selectFrom('record.looks')
    .select(['id', 'at', 'name', 'agency', 'item', 'purpose', 'by_kind'])
    .where('tenant', '=', look.tenant)
    .where('subject', '=', subject);

/** One look at this person's data, or null: also where it was at somebody else's. */
export const findLook = async (look: Look, subject: string, id: string) =>
  isId(id) ? ((await looksAt(look, subject).where('id', '=', id).executeTakeFirst()) ?? null) : null;

/** Who looked at this person's data, newest first. */
export const listLooks = (look: Look, subject: string, limit = 50) =>
  looksAt(look, subject).orderBy('at', 'desc').limit(limit).execute();
