/** What must be true of accounts at any moment. */
import { sql } from 'kysely';
import type { Invariant } from '../../ground/record/invariants.ts';

export const accessInvariants: readonly Invariant[] = [
  {
    name: 'access.second-factor',
    holds: 'No officer can sign in with a password alone.',
    check: async ({ tx, tenant }) =>
      (
        await sql<{ item: string; what: string }>`
          select id as item, login || ' has a password and no second factor' as what from access.accounts
           where tenant = ${tenant} and kind = 'officer' and password is not null and totp is null limit 100`.execute(
          tx,
        )
      ).rows,
  },
  {
    name: 'access.closed-sessions',
    holds: 'Closed and stopped accounts have no open session.',
    check: async ({ tx, tenant }) =>
      (
        await sql<{ item: string; what: string }>`
          select a.id as item, a.login || ' has an open session' as what
            from access.accounts a join access.sessions s on s.tenant = a.tenant and s.account = a.id
           where a.tenant = ${tenant} and s.ended_at is null
             and (a.closed_at is not null or a.suspended_for is not null) limit 100`.execute(tx)
      ).rows,
  },
];
