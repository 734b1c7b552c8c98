/**
 * Which files have an evidence record (hồ sơ bằng chứng, RFC 4998) beside them: those that others signed, which stay as they came, and our
 * own signed data. The record is owed from the moment the file was checked; who makes it is `jobs.ts`.
 */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insertOnce, remove, update } from '../../../ground/db/writes.ts';
import type { Store, Stored } from '../../../ground/files/index.ts';
import { announce } from '../../../ground/jobs/index.ts';
import {
  lifetimesVersion,
  verifyFile,
  verifyWithRecord,
  type Trust,
  type Verdict,
} from '../../signing/index.ts';
import type { PaperTables } from '../schema.ts';

/** The evidence record of a file, or that it is owed. */
export type EvidenceRecord = {
  /** SHA-256 of the signed file. */
  readonly hash: string;
  /** The file that was taken in, or the paper whose signed data it is. */
  readonly item: string;
  readonly asked_at: Date;
  /** SHA-256 of the record; null: it follows. */
  readonly file: string | null;
  readonly size: number | null;
  readonly made_at: Date | null;
  readonly evidence_until: Date | null;
  readonly evidence_table: string | null;
};

/** A record that is there. */
export type MadeRecord = EvidenceRecord & { readonly file: string };

/** The event after which the record of a file is made. */
export const KEEP = 'evidence.keep';

/** From now on the record of this file is owed. Once for the same bytes. */
export function askRecord(act: Act, item: string, hash: string): void {
  insertOnce(
    act.writes,
    'papers.evidence_records',
    { tenant: act.tenant, hash },
    { item, asked_at: act.now },
  );
  announce(act, KEEP, item, { hash });
}

const list = (look: Look) =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.evidence_records')
    .select(['hash', 'item', 'asked_at', 'file', 'size', 'made_at', 'evidence_until', 'evidence_table'])
    .where('tenant', '=', look.tenant);

/** The record of a file, or that it is owed; null: the file needs none. */
export const findRecord = async (look: Look, hash: string): Promise<EvidenceRecord | null> =>
  (await list(look).where('hash', '=', hash).executeTakeFirst()) ?? null;

/** Records that are owed since before this moment, the oldest first. */
export const listOwed = (look: Look, before: Date, most: number): Promise<EvidenceRecord[]> =>
  list(look)
    .where('file', 'is', null)
    .where('asked_at', '<', before)
    .orderBy('asked_at')
    .limit(most)
    .execute();

/** Records that end by then, those that end first before the others. */
export const listEndingRecords = (look: Look, by: Date, most: number): Promise<EvidenceRecord[]> =>
  list(look)
    .where('file', 'is not', null)
    .where('evidence_until', '<=', by)
    .orderBy('evidence_until')
    .limit(most)
    .execute();

/** Records whose end was computed with another table of algorithms than that of today. */
export const listRecordsNotedOtherwise = (look: Look, most: number): Promise<EvidenceRecord[]> =>
  list(look)
    .where('file', 'is not', null)
    .where((is) =>
      is.or([is('evidence_table', '<', lifetimesVersion), is('evidence_table', '>', lifetimesVersion)]),
    )
    .limit(most)
    .execute();

/** A record is made, or has a newer timestamp: it lasts until then. */
export function noteRecord(
  act: Act,
  { hash, made_at }: EvidenceRecord,
  { hash: file, size }: Pick<Stored, 'hash' | 'size'>,
  until: Date,
): void {
  update(
    act.writes,
    'papers.evidence_records',
    { tenant: act.tenant, hash },
    {
      file,
      size,
      made_at: made_at ?? act.now,
      evidence_until: until,
      evidence_table: lifetimesVersion,
    },
  );
}

/** The file was erased: its record, which names its signers, goes, too. */
export const dropRecord = (act: Act, hash: string): void =>
  remove(act.writes, 'papers.evidence_records', { tenant: act.tenant, hash });

/** The verdict on bytes that may have a record here: their signatures are judged at the time that it proves. */
export async function verifyKept(
  look: Look,
  store: Store,
  { bytes, hash }: { readonly bytes: Buffer; readonly hash: string },
  trust: Trust,
): Promise<{ readonly verdict: Verdict; readonly record: MadeRecord | null }> {
  const found = await findRecord(look, hash);
  if (!found?.file) return { verdict: await verifyFile(bytes, trust), record: null };
  const record = { ...found, file: found.file };
  return { verdict: await verifyWithRecord(bytes, await store.read(record.file), trust), record };
}
