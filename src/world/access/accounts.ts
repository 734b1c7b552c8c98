/** Reads of accounts. */
import { sql } from 'kysely';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { fold } from '../../ground/text/fold.ts';
import { reviewBefore, type Standing } from './rules.ts';
import type { AccessTables, Account } from './schema.ts';

const columns = [
  'id',
  'kind',
  'person',
  'login',
  'name',
  'password',
  'totp',
  'totp_step',
  'provider',
  'failures',
  'locked_until',
  'suspended_for',
  'closed_at',
  'created_at',
  'signed_in_at',
  'password_set_at',
  'reviewed_at',
  'activation',
  'activation_until',
] as const;

const accounts = (look: Look) =>
  own<AccessTables>(look.tx).selectFrom('access.accounts').select(columns).where('tenant', '=', look.tenant);

/** The account of this sign-in name, or null. */
export const findAccount = async (
  look: Look,
  kind: Account['kind'],
  login: string,
): Promise<Account | null> =>
  (await accounts(look)
    .where('kind', '=', kind)
    .where('login', '=', login.trim().toLowerCase())
    .executeTakeFirst()) ?? null;

/** An account by id. Throws NotFound. */
export async function getAccount(look: Look, id: string): Promise<Account> {
  const found = await accounts(look).where('id', '=', id).executeTakeFirst();
  if (found) return found;
  throw new NotFound({ vi: 'Không có tài khoản này.', en: 'There is no such account.' });
}

/** Accounts by id; ids without an account are passed over. */
export const listAccountsById = (look: Look, ids: readonly string[]): Promise<Account[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : accounts(look)
        .where('id', 'in', [...ids])
        .execute();

/** An account, locked for this act. Throws NotFound. */
export async function lockAccount(act: Act, id: string): Promise<Account> {
  const found = await accounts(act).where('id', '=', id).forUpdate().executeTakeFirst();
  if (found) return found;
  throw new NotFound({ vi: 'Không có tài khoản này.', en: 'There is no such account.' });
}

/** Accounts of a person: as a citizen, as an officer. */
export const listAccountsOf = (look: Look, person: string): Promise<Account[]> =>
  accounts(look).where('person', '=', person).orderBy('kind').execute();

/** What a list of officers' accounts is narrowed to. `persons` null: all of the installation. */
export type AccountFilter = {
  readonly persons: readonly string[] | null;
  readonly words?: string;
  readonly standing?: Standing | undefined;
  readonly dueForReview?: boolean;
  /** Name and id of the last account seen. */
  readonly after?: { readonly name: string; readonly id: string };
};

/** Officers' accounts by name, one more than `limit` when there are more. */
export async function listAccounts(look: Look, filter: AccountFilter, limit = 50): Promise<Account[]> {
  let query = accounts(look).where('kind', '=', 'officer');
  if (filter.persons) query = query.where('person', '=', sql<string>`any(${filter.persons}::uuid[])`);
  for (const word of fold(filter.words ?? '')
    .split(/\s+/)
    .filter(Boolean)) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where('search', 'like', like);
  }
  if (filter.dueForReview) {
    query = query
      .where('closed_at', 'is', null)
      .where(sql<boolean>`coalesce(reviewed_at, created_at) < ${reviewBefore(look.now)}`);
  }
  if (filter.standing) query = query.where(sql<boolean>`${standingSql(look.now)} = ${filter.standing}`);
  if (filter.after)
    query = query.where(sql<boolean>`(name, id) > (${filter.after.name}, ${filter.after.id}::uuid)`);
  return query
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}

/** `standingOf` in SQL, for lists; a test holds the two together. */
const standingSql = (now: Date) => sql<Standing>`case
  when closed_at is not null then 'closed'
  when suspended_for = 'idle' then 'idle'
  when suspended_for is not null then 'suspended'
  when locked_until > ${now} then 'locked'
  when password is null and provider is null then 'waiting'
  else 'open' end`;
