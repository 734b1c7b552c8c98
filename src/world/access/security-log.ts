/** The security log (nhật ký an toàn): who signed in, failed, changed what. Kept at least twelve months, never changed. */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert } from '../../ground/db/writes.ts';
import { newId } from '../../ground/record/index.ts';
import type { AccessTables, Logged, SecurityEvent } from './schema.ts';

/** Where a request came from. */
export type From = { readonly address: string; readonly agent: string };

/** Writes into the security log. `detail` is for people: a name, a reason. */
export function note(
  act: Act,
  what: SecurityEvent,
  account: string | null,
  from: From,
  detail: string | null = null,
): void {
  insert(act.writes, 'access.security_log', {
    tenant: act.tenant,
    id: newId(act.now),
    at: act.now,
    account,
    what,
    address: from.address,
    agent: from.agent,
    by_account: act.by.account === account ? null : act.by.account,
    detail,
  });
}

/** Which part of the log is asked for; `before` is the id of the last line seen. */
export type LogFilter = {
  readonly account?: string;
  readonly what?: SecurityEvent;
  readonly before?: string;
};

/** A line with the names of the accounts. */
export type LogLine = Logged & { readonly login: string | null; readonly by_name: string | null };

/** Lines of the log, newest first, one more than `limit` when there are more. */
export const listLog = (look: Look, filter: LogFilter, limit = 50): Promise<LogLine[]> => {
  let query = own<AccessTables>(look.tx)
    .selectFrom('access.security_log as l')
    .leftJoin('access.accounts as a', (join) =>
      join.onRef('a.tenant', '=', 'l.tenant').onRef('a.id', '=', 'l.account'),
    )
    .leftJoin('access.accounts as b', (join) =>
      join.onRef('b.tenant', '=', 'l.tenant').onRef('b.id', '=', 'l.by_account'),
    )
    .select(['l.id', 'l.at', 'l.account', 'l.what', 'l.address', 'l.agent', 'l.by_account', 'l.detail'])
    .select(['a.login', 'b.name as by_name'])
    .where('l.tenant', '=', look.tenant);
  if (filter.account) query = query.where('l.account', '=', filter.account);
  if (filter.what) query = query.where('l.what', '=', filter.what);
  // Ids begin with their moment, so they are in the order of time.
  if (filter.before) query = query.where('l.id', '<', filter.before);
  return query
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute();
};
