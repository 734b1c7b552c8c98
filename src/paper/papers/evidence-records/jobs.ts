/**
 * Makes evidence records and renews them before they end. The file itself is read, never written. A timestamp authority out of reach holds
 * up nobody: what is owed is tried again every hour, and the doctor names what is owed for a day.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { FILE_REFUSED, findRefused, type Stored } from '../../../ground/files/index.ts';
import { announce, listener, type Listener, type Timed } from '../../../ground/jobs/index.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { log } from '../../../ground/operate/log.ts';
import { preserveFile, recordEnds, renewRecord } from '../../signing/index.ts';
import type { Press } from '../lay-out.ts';
import { trustWith } from '../signature-check.ts';
import {
  dropRecord,
  findRecord,
  KEEP,
  listEndingRecords,
  listOwed,
  listRecordsNotedOtherwise,
  noteRecord,
  type EvidenceRecord,
} from './records.ts';

/** How long before its end a record is renewed: a year leaves time to mend what stands in the way. */
const AHEAD = 365 * 86_400_000;
/** Records that one night, or one hour, takes on. */
const MOST = 2000;
/** What was asked for just now is with its own job. */
const OWED_MS = 10 * 60_000;

const isDue = ({ evidence_until: until }: EvidenceRecord, now: Date): boolean =>
  until !== null && until.getTime() <= now.getTime() + AHEAD;

type Made = { readonly of: EvidenceRecord; readonly stored: Stored; readonly until: Date };

/** Null where the authority is out of reach: the next hour tries again. */
async function orLater<Value>(hash: string, make: () => Promise<Value>): Promise<Value | null> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    log.warn('evidence record waits', { hash, why: error.message });
    return null;
  }
}

async function made({ store, keyring }: Press, look: Look, hash: string): Promise<Made | 'refused' | null> {
  const of = await findRecord(look, hash);
  if (!of || of.file !== null) return null;
  if ((await findRefused(look, [hash])).has(hash)) return 'refused';
  return orLater(hash, async () => {
    const bytes = await store.read(hash);
    const { record } = await preserveFile(bytes, await trustWith(keyring, look.now), keyring.timestamp);
    return { of, stored: await store.put(record), until: recordEnds(record) };
  });
}

async function renewed({ store, keyring }: Press, look: Look, hash: string): Promise<Made | null> {
  const of = await findRecord(look, hash);
  const { file } = of ?? {};
  if (!of || !file || !isDue(of, look.now)) return null;
  return orLater(hash, async () => {
    const record = await renewRecord(await store.read(file), keyring);
    const until = recordEnds(record);
    if (of.evidence_until && until <= of.evidence_until) {
      // An authority that ends as soon as the last one proves nothing for longer: whoever runs the platform must change it.
      log.warn('evidence record not renewed', { hash, until: until.toISOString() });
      return null;
    }
    return { of, stored: await store.put(record), until };
  });
}

async function note(act: Act, made: Made | null): Promise<void> {
  if (!made) return;
  const is = await findRecord(act, made.of.hash);
  // Made or renewed meanwhile: the first one stands.
  if (is?.file === made.of.file) noteRecord(act, is, made.stored, made.until);
}

/** Announces what is owed and what ends: one job for each file. */
async function askAgain(act: Act): Promise<void> {
  for (const { item, hash } of await listOwed(act, new Date(act.now.getTime() - OWED_MS), MOST))
    announce(act, KEEP, item, { hash });
}

async function renewDue(act: Act): Promise<void> {
  for (const { item, hash } of await listEndingRecords(act, new Date(act.now.getTime() + AHEAD), MOST))
    announce(act, 'evidence.renew-record', item, { hash });
}

async function noteAnew(act: Act): Promise<void> {
  for (const { item, hash } of await listRecordsNotedOtherwise(act, MOST))
    announce(act, 'evidence.note-record', item, { hash });
}

export const recordTimed: readonly Timed[] = [
  { name: 'papers.records-owed', cron: '20 * * * *', act: askAgain },
  { name: 'papers.note-records-anew', cron: '10 1 * * *', act: noteAnew },
  { name: 'papers.renew-records', cron: '40 2 * * *', act: renewDue },
];

const hashIn = ({ payload }: { readonly payload: Readonly<Record<string, unknown>> }): string =>
  String(payload['hash']);

/** Makes, renews and forgets evidence records. */
export const recordListeners = (press: Press): readonly Listener[] => [
  listener({
    on: KEEP,
    name: 'papers.keep-evidence',
    does: { vi: 'Lập hồ sơ bằng chứng chữ ký của tệp', en: 'Make the evidence record of a signed file' },
    gather: (look, event) => made(press, look, hashIn(event)),
    act: async (act, event, what) => {
      if (what === 'refused') dropRecord(act, hashIn(event));
      else await note(act, what);
    },
  }),
  listener({
    on: 'evidence.renew-record',
    name: 'papers.renew-record',
    does: { vi: 'Gia hạn hồ sơ bằng chứng chữ ký', en: 'Renew an evidence record' },
    gather: (look, event) => renewed(press, look, hashIn(event)),
    act: (act, _, what) => note(act, what),
  }),
  listener({
    on: 'evidence.note-record',
    name: 'papers.note-record',
    does: {
      vi: 'Ghi lại hạn của hồ sơ bằng chứng chữ ký',
      en: 'Note anew until when an evidence record lasts',
    },
    gather: async (look, event) => {
      const of = await findRecord(look, hashIn(event));
      return of?.file ? { of, until: recordEnds(await press.store.read(of.file)) } : null;
    },
    act: async (act, _, noted) => {
      const { of, until } = noted ?? {};
      if (!of?.file || of.size === null || !until) return;
      if ((await findRecord(act, of.hash))?.file !== of.file) return;
      noteRecord(act, of, { hash: of.file, size: of.size }, until);
    },
  }),
  listener({
    on: FILE_REFUSED,
    name: 'papers.forget-evidence',
    does: {
      vi: 'Xóa hồ sơ bằng chứng của tệp bị từ chối',
      en: 'Erase the evidence record of a refused file',
    },
    gather: async (look, event) => {
      const found = await findRecord(look, hashIn(event));
      if (found?.file) await press.store.remove(found.file);
    },
    act: async (act, event) => dropRecord(act, hashIn(event)),
  }),
];
