/**
 * 500 results as one batch: the leader signs them in one go, the clerk numbers, seals and issues them in one go, and the clock
 * stops when each lies in its owner's vault and its applicant has been told. Keys are software keys (P-256), timestamps and
 * revocation lists come from the sample province's own authority in the same process, and are paid for here too.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Work } from '../drive.ts';
import type { Job, Result } from '../job.ts';
import { makeDrafted } from '../drafted.ts';
import { benchCertificate } from '../typeset.ts';
import type { World } from '../world.ts';
import { each } from './acts.ts';
import { inOneGo, type Selection } from './batch.ts';
import { row } from './compute.ts';

const MANY = 500;
/** The first warms typesetter, keys and compiled code before the clock runs. */
const SIZES = [10, MANY];
const BETWEEN_LOOKS = 100;
/** Signatures of ours in a result: the statement in its square code, the leader, the agency. */
const SIGNATURES = 3;
const ALONE = { documents: 100, signatures: 5000 };

/** Work of one kind that waits for these dossiers. */
async function waiting(
  { sql, tenant }: World,
  codes: readonly string[],
  kind: string,
): Promise<Selection['works']> {
  const rows = await sql<{ id: string }>(
    'select id from desk.work where tenant = $1 and closed_at is null and kind = $2 and code = any($3)',
    [tenant, kind, codes],
  );
  if (rows.length !== codes.length) throw new Error(`${rows.length} of ${codes.length} wait for ${kind}`);
  return rows.map(({ id }) => id);
}

/** Waits until the result of each is in the vault and each applicant has been told of the decision. */
async function untilDelivered({ sql, tenant }: World, codes: readonly string[]): Promise<void> {
  for (;;) {
    const [row] = await sql<{ kept: number; told: number }>(
      `select (select count(*)::int from vault.items where tenant = $1 and paper = any(ours.papers)) as kept,
              (select count(distinct item)::int from messages.notices
                where tenant = $1 and event = 'dossier.decide' and item = any(ours.items)) as told
         from (select array_agg(d.id) as items, array_agg(d.result) as papers from dossiers.codes c
                 join dossiers.dossiers d on d.tenant = c.tenant and d.id = c.dossier
                where c.tenant = $1 and c.code = any($2)) ours`,
      [tenant, codes],
    );
    if (row?.kept === codes.length && row.told === codes.length) return;
    await sleep(BETWEEN_LOOKS);
  }
}

export const resultsJob: Job = {
  name: `results signed, sealed and delivered as one batch of ${MANY}`,
  compared: 'cpu',
  target: null,
  connections: 1,
  prepare: async (world) => {
    const [commune] = world.province.communes;
    const [leader, clerk] = [commune!.leader, commune!.clerk].map(({ account }) =>
      world.officers.get(account)!,
    );
    const supply: (readonly string[])[] = [];
    for (const size of SIZES) supply.push(await makeDrafted(world, size, commune!));
    await world.startWorker();
    const deliver =
      (codes: readonly string[]): Work =>
      async (send) => {
        const signing = { visitor: leader!, works: await waiting(world, codes, 'sign') };
        await inOneGo(world, signing, 'dossiers.sign')(send);
        const sealing = { visitor: clerk!, works: await waiting(world, codes, 'seal') };
        await inOneGo(world, sealing, 'dossiers.seal')(send);
        await untilDelivered(world, codes);
      };
    return { next: each(supply, deliver), limit: null };
  },
  parts: async (whole) => (whole.cpu_ms === null ? [] : partsOf(whole.cpu_ms / MANY, whole)),
};

/** One result of the batch, and how much of its CPU time the two things take that it cannot do without. */
async function partsOf(cpuMs: number, { p50 }: Result): Promise<readonly Result[]> {
  const typesetMs = 1000 / (await benchCertificate(ALONE.documents)).perCpuSecond;
  const signMs = SIGNATURES * costOfSignature();
  const part = (name: string, ms: number): Result =>
    row(`one result of the batch: ${name}`, 1000 / ms, { ratio: ms / cpuMs, target: null });
  return [
    {
      ...part('all of it', cpuMs),
      ratio: null,
      perSecond: p50 === null ? 0 : (1000 * MANY) / p50,
      p50: p50 === null ? null : p50 / MANY,
    },
    part('typeset alone', typesetMs),
    part('crypto.sign alone', signMs),
  ];
}

/** CPU milliseconds of one bare signature with P-256. */
function costOfSignature(): number {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const attributes = Buffer.alloc(160, 1);
  const before = process.cpuUsage();
  for (let i = 0; i < ALONE.signatures; i++) sign('sha256', attributes, privateKey);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / ALONE.signatures;
}
