/** Sessions: found on every request, marked as seen once a minute, revocable at any time. */
import { createHash, randomBytes } from 'node:crypto';
import { own, nobody, type Act, type By, type Look, type Tx } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { newId } from '../../ground/record/index.ts';
import type { Sessions } from '../../ground/web/visit.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { heldOn, listHeld } from '../agencies/index.ts';
import { powersOf } from '../mandates/index.ts';
import { holds, needsMark } from './rules.ts';
import type { AccessTables, Account, SecurityEvent, SessionRow } from './schema.ts';

const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The sessions of a tenant, for the web. */
export const sessionsOf = (db: Tx, tenant: number): Sessions => ({
  async find(token, now) {
    const row = await own<AccessTables>(db)
      .selectFrom('access.sessions as s')
      .innerJoin('access.accounts as a', (join) =>
        join.onRef('a.tenant', '=', 's.tenant').onRef('a.id', '=', 's.account'),
      )
      .select([
        's.id',
        's.account',
        's.assurance',
        's.organisation',
        's.mandate',
        's.post',
        's.started_at',
        's.seen_at',
        's.ended_at',
      ])
      .select(['a.kind', 'a.person', 'a.name', 'a.closed_at'])
      .where('s.tenant', '=', tenant)
      .where('s.id', '=', idOf(token))
      .executeTakeFirst();
    if (!row || row.closed_at || !holds(row, row.kind, now)) return null;
    if (needsMark(row.seen_at, now)) await mark(db, tenant, row.id, now);
    return { id: row.id, by: await byOf(db, tenant, row, now), signedInAt: row.started_at };
  },
});

const mark = (db: Tx, tenant: number, id: string, now: Date) =>
  own<AccessTables>(db)
    .updateTable('access.sessions')
    .set({ seen_at: now })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();

type Found = Pick<SessionRow, 'account' | 'assurance' | 'organisation' | 'mandate' | 'post'> &
  Pick<Account, 'kind' | 'person' | 'name'>;

/** Who acts in this session. Powers are read anew for every request: a revoked one is gone at once. */
async function byOf(db: Tx, tenant: number, row: Found, now: Date): Promise<By> {
  const by: By = {
    ...nobody,
    kind: row.kind,
    account: row.account,
    person: row.person,
    organisation: row.organisation,
    mandate: row.mandate,
    assurance: row.assurance,
    name: row.name,
  };
  if (row.kind === 'citizen' || !row.person) return by;
  const today = vietnamDay(now);
  const look: Look = { tx: db, tenant, by, now, requestId: '' };
  const held = heldOn(await listHeld(look, row.person), today);
  const { post } = held.find((one) => one.post.id === row.post) ?? held[0] ?? { post: null };
  return {
    ...by,
    post: post?.id ?? null,
    agency: post?.agency ?? null,
    unit: post?.unit ?? null,
    powers: await powersOf(look, row.person, today),
  };
}

/** Where a request came from, for the session and the security log. */
export type From = { readonly address: string; readonly agent: string };

/** Begins a session. Returns the token for the cookie; it is stored nowhere. */
export function beginSession(
  act: Act,
  account: Pick<Account, 'id'>,
  assurance: 0 | 1 | 2,
  from: From,
  organisation: string | null = null,
): string {
  const token = randomBytes(32).toString('base64url');
  insert(act.writes, 'access.sessions', {
    tenant: act.tenant,
    id: idOf(token),
    account: account.id,
    assurance,
    organisation,
    mandate: null,
    post: null,
    started_at: act.now,
    seen_at: act.now,
    ended_at: null,
    address: from.address,
    agent: from.agent,
  });
  note(act, 'signed-in', account.id, from);
  return token;
}

/** Ends a session of the account that acts. Ending one that is not there, or not theirs, does nothing. */
export async function endSession(
  act: Act,
  session: string,
  from: From,
  what: 'signed-out' | 'ended' = 'signed-out',
): Promise<void> {
  const open = await own<AccessTables>(act.tx)
    .selectFrom('access.sessions')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('id', '=', session)
    .where('account', '=', act.by.account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!open) return;
  update(act.writes, 'access.sessions', { tenant: act.tenant, id: session }, { ended_at: act.now });
  note(act, what, act.by.account, from);
}

/** Open sessions of the account that looks, newest first. */
export const listSessions = (look: Look): Promise<SessionRow[]> =>
  own<AccessTables>(look.tx)
    .selectFrom('access.sessions')
    .select([
      'id',
      'account',
      'assurance',
      'organisation',
      'mandate',
      'post',
      'started_at',
      'seen_at',
      'ended_at',
      'address',
      'agent',
    ])
    .where('tenant', '=', look.tenant)
    .where('account', '=', look.by.account)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .limit(50)
    .execute();

/** Writes into the security log. */
export function note(act: Act, what: SecurityEvent, account: string | null, from: From): void {
  insert(act.writes, 'access.security_log', {
    tenant: act.tenant,
    id: newId(act.now),
    at: act.now,
    account,
    what,
    address: from.address,
    agent: from.agent,
  });
}
