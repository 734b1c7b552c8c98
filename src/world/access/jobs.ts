/** What access does by night: stops accounts that nobody uses, forgets questions to passkeys. */
import { sql } from 'kysely';
import { own, type Act } from '../../ground/db/act.ts';
import { remove } from '../../ground/db/writes.ts';
import type { Timed } from '../../ground/jobs/index.ts';
import { suspendIdle } from './administer.ts';
import { idleBefore } from './rules.ts';
import type { AccessTables } from './schema.ts';

/** More than this waits for the next night. */
const MOST = 5000;

/** Stops officers' accounts that nobody has used or confirmed for 45 days (TCVN 14423). Returns how many. */
export async function stopIdle(act: Act): Promise<number> {
  const idle = await own<AccessTables>(act.tx)
    .selectFrom('access.accounts')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('kind', '=', 'officer')
    .where('closed_at', 'is', null)
    .where('suspended_for', 'is', null)
    .where(sql<boolean>`greatest(signed_in_at, reviewed_at, created_at) < ${idleBefore(act.now)}`)
    .limit(MOST)
    .forUpdate()
    .execute();
  for (const account of idle) await suspendIdle(act, account);
  return idle.length;
}

/** Forgets questions to passkeys whose time is over. */
export async function forgetChallenges(act: Act): Promise<number> {
  const over = await own<AccessTables>(act.tx)
    .selectFrom('access.challenges')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('expires_at', '<', act.now)
    .limit(MOST)
    .execute();
  for (const { id } of over) remove(act.writes, 'access.challenges', { tenant: act.tenant, id });
  return over.length;
}

export const accessTimed: readonly Timed[] = [
  { name: 'access.stop-idle', cron: '10 2 * * *', act: async (act) => void (await stopIdle(act)) },
  {
    name: 'access.forget-challenges',
    cron: '40 2 * * *',
    act: async (act) => void (await forgetChallenges(act)),
  },
];
