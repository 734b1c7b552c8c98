/** Looks: every look of an officer at a person's data is written down, and the person can read who looked (D4, N1). */
import { own, type Act, type Look } from '../db/act.ts';
import { insert } from '../db/writes.ts';
import { newId } from './ids.ts';
import type { RecordTables } from './tables.ts';

/** Writes down that this person's data (`subject`) was looked at, for a purpose that a citizen understands. */
export function look(act: Act, subject: string, purpose: string, item: string | null = null): void {
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
    name: act.by.name,
    request_id: act.requestId,
  });
}

/** Who looked at this person's data, newest first. */
export const listLooks = (look: Look, subject: string, limit = 50) =>
  own<RecordTables>(look.tx)
    .selectFrom('record.looks')
    .select(['at', 'name', 'agency', 'item', 'purpose', 'by_kind'])
    .where('tenant', '=', look.tenant)
    .where('subject', '=', subject)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
