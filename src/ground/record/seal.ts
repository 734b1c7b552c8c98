/** The daily seal: one hash over all steps of a finished day, chained to the day before. */
import { sql } from 'kysely';
import { own, type Act } from '../db/act.ts';
import { insertOnce } from '../db/writes.ts';
import { GENESIS, sealDigest } from './chain.ts';
import type { RecordTables } from './tables.ts';
import { hashesOf } from './verify.ts';

const dayInVietnam = (moment: Date): string =>
  new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Seals every finished day since the last seal; returns the days. A late commit cannot slip in behind a seal:
 * a day is sealed at the earliest one hour after its end, longer than any transaction may last.
 */
export async function sealDays(act: Act): Promise<string[]> {
  const db = own<RecordTables>(act.tx);
  const last = await db
    .selectFrom('record.seals')
    .select(['day', sql<string>`encode(digest, 'hex')`.as('digest')])
    .where('tenant', '=', act.tenant)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  const first = await db
    .selectFrom('record.steps')
    .select(sql<Date | null>`min(at)`.as('at'))
    .where('tenant', '=', act.tenant)
    .executeTakeFirst();
  if (!last && !first?.at) return [];
  const until = dayInVietnam(new Date(act.now.getTime() - 3_600_000));
  const sealed: string[] = [];
  let prev = last?.digest ?? GENESIS;
  for (let day = last ? dayAfter(last.day) : dayInVietnam(first!.at!); day < until; day = dayAfter(day)) {
    const hashes = await hashesOf(act, day);
    const digest = sealDigest(prev, day, hashes);
    insertOnce(
      act.writes,
      'record.seals',
      { tenant: act.tenant, day },
      {
        steps: hashes.length,
        digest: `\\x${digest}`,
        prev: `\\x${prev}`,
        sealed_at: act.now,
      },
    );
    sealed.push(day);
    prev = digest;
  }
  return sealed;
}
