/** Checking the record: chains, payloads and seals. Part of `toantrinh doctor`. */
import { sql } from 'kysely';
import { own, type Look } from '../db/act.ts';
import { GENESIS, linkHash, payloadHash, sealDigest } from './chain.ts';
import type { RecordTables } from './tables.ts';

/** One thing that is not as it must be. */
export type Fault = { readonly item: string; readonly what: string };

const BATCH = 500;

/** Checks every chain of the tenant and returns what is wrong with it; reads in batches of items. */
export async function verifyChains(look: Look): Promise<{ items: number; steps: number; faults: Fault[] }> {
  const db = own<RecordTables>(look.tx);
  const faults: Fault[] = [];
  let [items, steps] = [0, 0];
  let after: { born: number; id: string } = { born: 0, id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const heads = await db
      .selectFrom('record.items')
      .select(['born', 'id', 'seq', sql<string>`encode(hash, 'hex')`.as('hash')])
      .where('tenant', '=', look.tenant)
      .where(sql<boolean>`(born, id) > (${after.born}::smallint, ${after.id}::uuid)`)
      .orderBy('born')
      .orderBy('id')
      .limit(BATCH)
      .execute();
    if (heads.length === 0) return { items, steps, faults };
    after = heads.at(-1)!;
    items += heads.length;
    const rows = await stepsOf(
      look,
      heads.map((head) => head.id),
    );
    steps += rows.length;
    const byItem = Map.groupBy(rows, (row) => row.item);
    for (const head of heads) faults.push(...checkChain(head, byItem.get(head.id) ?? []));
  }
}

const stepsOf = (look: Look, items: string[]) =>
  own<RecordTables>(look.tx)
    .selectFrom('record.steps as s')
    .leftJoin('record.payloads as p', (join) =>
      join
        .onRef('p.tenant', '=', 's.tenant')
        .onRef('p.born', '=', 's.born')
        .onRef('p.item', '=', 's.item')
        .onRef('p.seq', '=', 's.seq'),
    )
    .selectAll('s')
    .select(['p.salt', 'p.before', 'p.after', 'p.erased_at', 'p.seq as payload_seq'])
    .where('s.tenant', '=', look.tenant)
    .where('s.item', '=', sql<string>`any(${items}::uuid[])`)
    .orderBy('s.item')
    .orderBy('s.seq')
    .execute();

type Read = Awaited<ReturnType<typeof stepsOf>>[number];

function checkChain(head: { id: string; seq: number; hash: string }, rows: readonly Read[]): Fault[] {
  const faults: Fault[] = [];
  const fault = (what: string): void => void faults.push({ item: head.id, what });
  let prev = GENESIS;
  rows.forEach((row, i) => {
    if (row.seq !== i + 1) fault(`step ${i + 1} is missing`);
    if (row.prev.toString('hex') !== prev) fault(`step ${row.seq} does not follow the one before`);
    const payload = row.payload_hash.toString('hex');
    const { payload_hash: _, prev: __, hash, ...link } = row;
    if (linkHash(row.prev.toString('hex'), { ...link, payload_hash: payload }) !== hash.toString('hex'))
      fault(`step ${row.seq} was changed`);
    if (row.payload_seq === null) fault(`step ${row.seq} has lost its payload`);
    else if (!row.erased_at && payloadHash(row.salt ?? '', row.before, row.after) !== payload)
      fault(`the payload of step ${row.seq} was changed`);
    prev = hash.toString('hex');
  });
  if (rows.length !== head.seq || prev !== head.hash) fault('the chain does not end where its head says');
  return faults;
}

/** Checks the seals of all days: that each still fits the steps of its day and the seal before. */
export async function verifySeals(look: Look): Promise<Fault[]> {
  const seals = await own<RecordTables>(look.tx)
    .selectFrom('record.seals')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .orderBy('day')
    .execute();
  const faults: Fault[] = [];
  let prev = GENESIS;
  for (const seal of seals) {
    const hashes = await hashesOf(look, seal.day);
    const digest = sealDigest(prev, seal.day, hashes);
    if (digest !== seal.digest.toString('hex'))
      faults.push({ item: seal.day, what: 'the seal of this day does not fit its steps' });
    prev = seal.digest.toString('hex');
  }
  return faults;
}

/** Hashes of all steps of a day in Vietnam, in the order of the seal. */
export async function hashesOf(look: Look, day: string): Promise<string[]> {
  const rows = await own<RecordTables>(look.tx)
    .selectFrom('record.steps')
    .select(sql<string>`encode(hash, 'hex')`.as('hash'))
    .where('tenant', '=', look.tenant)
    .where('at', '>=', new Date(`${day}T00:00:00+07:00`))
    .where('at', '<', new Date(Date.parse(`${day}T00:00:00+07:00`) + 86_400_000))
    .orderBy('item')
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.hash);
}
