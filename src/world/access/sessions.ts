/** Sessions: found on every request, marked as seen once a minute, revocable at any time. */
import { createHash, randomBytes } from 'node:crypto';
import { own, nobody, type Act, type By, type Look, type Tx } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { insert, update } from '../../ground/db/writes.ts';
import type { Sessions } from '../../ground/web/visit.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { heldOn } from '../agencies/index.ts';
import { rightsOf } from '../mandates/index.ts';
import { actingForOf, whomIn } from './represented.ts';
import { endOf, holds, needsMark } from './rules.ts';
import type { AccessTables, Account, Method, SessionRow } from './schema.ts';
import { note, type From } from './security-log.ts';

const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const withAccount = prepared((db, { tenant, id }: { tenant: number; id: string }) =>
  own<AccessTables>(db)
    .selectFrom('access.sessions as s')
    .innerJoin('access.accounts as a', (join) =>
      join.onRef('a.tenant', '=', 's.tenant').onRef('a.id', '=', 's.account'),
    )
    .select(['s.id', 's.account', 's.assurance', 's.organisation', 's.mandate', 's.ward', 's.post'])
    .select(['s.started_at', 's.seen_at', 's.ended_at'])
    .select(['a.kind', 'a.person', 'a.name', 'a.closed_at', 'a.suspended_for'])
    .where('s.tenant', '=', tenant)
    .where('s.id', '=', id),
);

/** The sessions of a tenant, for the web. */
export const sessionsOf = (db: Tx, tenant: number): Sessions => ({
  async find(token, now) {
    const [row] = await withAccount(db, { tenant, id: idOf(token) });
    if (!row || row.closed_at || row.suspended_for || !holds(row, row.kind, now)) return null;
    if (needsMark(row.seen_at, now)) await mark(db, tenant, row.id, now);
    return {
      id: row.id,
      by: await byOf(db, tenant, row, now),
      signedInAt: row.started_at,
      endsAt: endOf(row, row.kind, now),
    };
  },
});

const mark = (db: Tx, tenant: number, id: string, now: Date) =>
  own<AccessTables>(db)
    .updateTable('access.sessions')
    .set({ seen_at: now })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .execute();

type Found = Pick<SessionRow, 'account' | 'assurance' | 'organisation' | 'mandate' | 'ward' | 'post'> &
  Pick<Account, 'kind' | 'person' | 'name'>;

/** Who acts in this session. Powers and mandates are read anew for every request: a revoked one is gone at once. */
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
  if (!row.person) return by;
  const look: Look = { tx: db, tenant, by, now, requestId: '' };
  if (row.kind === 'citizen') {
    const whom = whomIn(row);
    if (!whom) return by;
    const actingFor = await actingForOf(look, row.person, whom);
    // Ended, revoked or of age: from this request on they act for themselves alone.
    return actingFor ? { ...by, actingFor } : { ...by, organisation: null, mandate: null };
  }
  const today = vietnamDay(now);
  const rights = await rightsOf(look, row.person, today);
  const held = heldOn(rights.held, today);
  const { post } = held.find((one) => one.post.id === row.post) ?? held[0] ?? { post: null };
  return {
    ...by,
    post: post?.id ?? null,
    agency: post?.agency ?? null,
    unit: post?.unit ?? null,
    posts: held.map((one) => ({ post: one.post.id, agency: one.post.agency, unit: one.post.unit })),
    powers: rights.powers,
  };
}

/** How a session begins. */
export type Beginning = {
  readonly account: string;
  readonly assurance: 0 | 1 | 2;
  readonly method: Method;
  readonly organisation?: string | null;
};

/** Begins a session. Returns the token for the cookie; it is stored nowhere. */
export function beginSession(act: Act, beginning: Beginning, from: From): string {
  const { account, assurance, method, organisation = null } = beginning;
  const token = randomBytes(32).toString('base64url');
  insert(act.writes, 'access.sessions', {
    tenant: act.tenant,
    id: idOf(token),
    account,
    assurance,
    organisation,
    mandate: null,
    ward: null,
    post: null,
    method,
    started_at: act.now,
    seen_at: act.now,
    ended_at: null,
    address: from.address,
    agent: from.agent,
  });
  note(act, 'signed-in', account, from, method);
  return token;
}

/** Changes what a session of the account that acts is for: the post it works in, whom it acts for. */
export function turnSession(
  act: Act,
  session: string,
  to: Partial<Pick<SessionRow, 'post' | 'organisation' | 'mandate' | 'ward'>>,
): void {
  update(act.writes, 'access.sessions', { tenant: act.tenant, id: session, account: act.by.account }, to);
}

/** Ends a session of the account that acts. Ending one that is not there, or not theirs, does nothing. */
export async function endSession(
  act: Act,
  session: string,
  from: From,
  what: 'signed-out' | 'ended' = 'signed-out',
): Promise<void> {
  const open = (await openSessions(act, act.by.account)).find(({ id }) => id === session);
  if (!open) return;
  update(act.writes, 'access.sessions', { tenant: act.tenant, id: session }, { ended_at: act.now });
  note(act, what, act.by.account, from);
}

/** Ends the sessions of an account, but for one: after a change of password, by an administrator. With `from`, it is noted. */
export async function endSessions(
  act: Act,
  account: string,
  except: string | null = null,
  from: From | null = null,
): Promise<void> {
  const open = (await openSessions(act, account)).filter(({ id }) => id !== except);
  for (const { id } of open)
    update(act.writes, 'access.sessions', { tenant: act.tenant, id }, { ended_at: act.now });
  if (from && open.length > 0) note(act, 'ended', account, from);
}

const openSessions = (look: Look, account: string | null): Promise<SessionRow[]> =>
  own<AccessTables>(look.tx)
    .selectFrom('access.sessions')
    .select(['id', 'account', 'assurance', 'organisation', 'mandate', 'ward', 'post', 'method'])
    .select(['started_at', 'seen_at', 'ended_at', 'address', 'agent'])
    .where('tenant', '=', look.tenant)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .execute();

/** Sessions of an account that hold now, the one used last first. */
export const listSessions = async (
  look: Look,
  account: string | null = look.by.account,
  kind: Account['kind'] = look.by.kind === 'officer' ? 'officer' : 'citizen',
): Promise<SessionRow[]> => (await openSessions(look, account)).filter((one) => holds(one, kind, look.now));
