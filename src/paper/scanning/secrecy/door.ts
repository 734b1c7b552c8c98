/**
 * What every door asks of files that come in: known already, told at once, or found out now; and what is written down. The verdict is
 * bound to the hash of the bytes, as that on signatures.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import {
  findRefused,
  findVerdicts,
  noteVerdict,
  refuseBytes,
  type File,
  type Store,
  type Stored,
} from '../../../ground/files/index.ts';
import { announce } from '../../../ground/jobs/index.ts';
import type { FieldError } from '../../../ground/operate/errors.ts';
import { aboutFile, programInFile, secretInFile } from '../../../ground/text/secret.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Programs } from '../programs.ts';
import { lookAtWords, lookThrough, type Secrecy } from './look.ts';

/** The kind of the verdict. */
export const SECRECY = 'secrecy';
/** What the look at the pages after the first ones has found, once all are read. */
const REST = 'secrecy-rest';
/** The event after which the pages that are left are read. */
export const LOOK_ON = 'file.look-on';

/** Larger files are not read while a person waits. */
const READ_AT_ONCE = 10 * 1024 * 1024;

/** The look at files that lie in the store. */
export type SecrecyDoor = {
  /** While a file is taken in: what is known of these bytes or can be told from their words. Null: the job has to find out. */
  atOnce(look: Look, stored: Stored): Promise<Secrecy | null>;
  /** Where nothing can wait for a job. */
  now(look: Look, stored: Pick<Stored, 'hash' | 'type'>): Promise<Secrecy>;
};

/** Opens the door of a store. */
export function secrecyDoor(store: Store, programs: Programs): SecrecyDoor {
  return {
    atOnce: async (look, { hash, size, type }) => {
      const known = await findKnown(look, hash);
      if (known || size > READ_AT_ONCE || type.startsWith('image/')) return known;
      return lookAtWords(programs, await store.read(hash), type);
    },
    now: async (look, { hash, type }) =>
      (await findKnown(look, hash)) ?? lookThrough(programs, await store.read(hash), type),
  };
}

/** What was found in these bytes before; null: nothing yet. */
export async function findKnown(look: Look, hash: string): Promise<Secrecy | null> {
  if ((await findRefused(look, [hash])).has(hash)) return { marked: true, read: 'some' };
  return (await findSecrecy(look, [hash])).get(hash) ?? null;
}

/** What was found in bytes without a mark, by hash. Bytes without a verdict are still being looked through, or were refused. */
const findSecrecy = (look: Look, hashes: readonly string[]): Promise<Map<string, Secrecy>> =>
  findVerdicts<Secrecy>(look, SECRECY, hashes);

/**
 * What an officer must know of a file that was taken in: refused and erased, its later pages still being read, or not read (in whole) by
 * the look for marks.
 */
export type SecrecyMark = 'refused' | 'looking' | 'reading-on' | 'unread' | 'partly-read';

/** What must be known of these files, by hash; a file that was read in whole has no mark. */
export async function listSecrecyMarks(
  look: Look,
  hashes: readonly string[],
): Promise<Map<string, SecrecyMark>> {
  const [refused, found, rests] = [
    await findRefused(look, hashes),
    await findSecrecy(look, hashes),
    await findVerdicts<Secrecy>(look, REST, hashes),
  ];
  const markOf = (hash: string): SecrecyMark | null => {
    if (refused.has(hash)) return 'refused';
    const first = found.get(hash);
    if (first?.rest !== undefined && !rests.has(hash)) return 'reading-on';
    const read = (rests.get(hash) ?? first)?.read;
    return read === 'none' ? 'unread' : read === 'some' ? 'partly-read' : read ? null : 'looking';
  };
  return new Map(
    hashes.flatMap((hash) => {
      const mark = markOf(hash);
      return mark ? [[hash, mark] as const] : [];
    }),
  );
}

const readingOn: Text = {
  vi: 'Các trang sau của bản quét này đang được đọc để tìm dấu mật, nên chưa tiếp nhận được. Thường mất vài phút; hãy đợi rồi bấm lại.',
  en: 'The later pages of this scan are still being looked through for marks of secrecy, so it cannot be accepted yet. That usually takes some minutes; wait, then press again.',
};

/** What stands against accepting these files: one was refused since it came, or its later pages are not read yet. */
export async function acceptanceFaults(
  look: Look,
  files: readonly Pick<File, 'name' | 'hash'>[],
): Promise<readonly FieldError[]> {
  const marks = await listSecrecyMarks(
    look,
    files.map(({ hash }) => hash),
  );
  return files.flatMap(({ name, hash }) => {
    const mark = marks.get(hash);
    const why = mark === 'refused' ? secretInFile : mark === 'reading-on' ? readingOn : null;
    return why ? [{ field: '', message: aboutFile(name, why) }] : [];
  });
}

/** Why a file with what was found may not lie here. */
export const whyRefused = ({ program }: Secrecy): Text => (program ? programInFile : secretInFile);

/**
 * Writes down what was found in a file; what carries a mark, or a program, is refused and erased. Pages that are left are read by a job
 * of their own (`file.look-on`).
 */
export function noteSecrecy(act: Act, file: string, hash: string, found: Secrecy): void {
  if (found.marked) return refuseBytes(act, file, hash, whyRefused(found));
  noteVerdict(act, hash, SECRECY, found);
  if (found.rest) announce(act, LOOK_ON, file, { hash, ...found.rest });
}

/** Writes down what was found on later pages; `whole`: all that stands before them could be read. */
export function noteRest(act: Act, file: string, hash: string, found: Secrecy, whole: boolean): void {
  if (found.marked) return refuseBytes(act, file, hash, whyRefused(found));
  const { rest } = found;
  if (rest) return announce(act, LOOK_ON, file, { hash, from: rest.from, whole: whole && rest.whole });
  noteVerdict(act, hash, REST, { marked: false, read: whole && found.read === 'all' ? 'all' : 'some' });
}

/** Our own papers were written here, behind these doors: whoever brings one back does not have it erased. */
export const noteOwn = (act: Act, hash: string): void =>
  noteVerdict(act, hash, SECRECY, { marked: false, read: 'all' } satisfies Secrecy);

const waiting: Text = {
  vi: 'Tệp bạn gửi đang được kiểm tra xem có dấu mật không; ảnh và bản quét thường mất dưới một phút. Hãy đợi rồi bấm lại.',
  en: 'The file is being looked through for marks of secrecy; pictures and scans usually take less than a minute. Wait, then press again.',
};

/** What stands against these files, one line a file: they carry a mark, or are not looked through yet. */
export async function secrecyFaults(
  look: Look,
  files: readonly Pick<File, 'name' | 'hash'>[],
): Promise<readonly FieldError[]> {
  const hashes = files.map(({ hash }) => hash);
  const [refused, found] = [await findRefused(look, hashes), await findSecrecy(look, hashes)];
  return files.flatMap(({ name, hash }) => {
    const why = refused.get(hash) ?? (found.has(hash) ? null : waiting);
    return why ? [{ field: '', message: aboutFile(name, why) }] : [];
  });
}
