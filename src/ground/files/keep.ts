/** Files as facts: their rows, and the slow checks bound to their bytes. */
import { own, type Act, type Look } from '../db/act.ts';
import { insert, insertOnce, update } from '../db/writes.ts';
import { announce, type Event } from '../jobs/events.ts';
import { newId } from '../record/ids.ts';
import type { Text } from '../text/language.ts';
import type { Stored } from './store.ts';

/** A file that was taken in. */
export type File = {
  readonly id: string;
  readonly hash: string;
  readonly size: number;
  readonly type: string;
  readonly name: string;
  readonly owner: string | null;
  readonly at: Date;
  readonly scan: 'waiting' | 'clean' | 'infected' | 'unscanned';
};

export type FileTables = {
  'files.files': File & { tenant: number };
  'files.verdicts': { tenant: number; hash: string; kind: string; verdict: unknown; at: Date };
};

/**
 * Keeps bytes that are in the store as a file of this name; announces `file.kept`: the slow checks (viruses, signatures) follow, except
 * those that wrote down their verdict while the file came in, whose kinds are in `known`.
 */
export function keepFile(
  act: Act,
  stored: Stored,
  name: string,
  { scan = 'waiting', known = [] }: { readonly scan?: File['scan']; readonly known?: readonly string[] } = {},
): File {
  const file: File = {
    id: newId(act.now),
    hash: stored.hash,
    size: stored.size,
    type: stored.type,
    name: name.slice(0, 200),
    owner: act.by.account,
    at: act.now,
    scan,
  };
  insert(act.writes, 'files.files', { tenant: act.tenant, ...file });
  announce(act, 'file.kept', file.id, { hash: file.hash, type: file.type, scan, known });
  return file;
}

/** Whether a check of this kind has yet to be made, by what `file.kept` says. */
export const isUnchecked = ({ payload: { known } }: Event, kind: string): boolean =>
  !(Array.isArray(known) && known.includes(kind));

/** The file of this id, or null. Whether this visitor may have it is the asking room's policy. */
export const findFile = async (look: Look, id: string): Promise<File | null> =>
  (await own<FileTables>(look.tx)
    .selectFrom('files.files')
    .select(['id', 'hash', 'size', 'type', 'name', 'owner', 'at', 'scan'])
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** Several files by id. */
export const listFiles = (look: Look, ids: readonly string[]): Promise<File[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : own<FileTables>(look.tx)
        .selectFrom('files.files')
        .select(['id', 'hash', 'size', 'type', 'name', 'owner', 'at', 'scan'])
        .where('tenant', '=', look.tenant)
        .where('id', 'in', [...ids])
        .execute();

/** Writes what the virus scan found. */
export const noteScan = (act: Act, id: string, scan: File['scan']): void =>
  update(act.writes, 'files.files', { tenant: act.tenant, id }, { scan });

/** Writes the verdict of a slow check on these bytes; the first verdict stands. */
export const noteVerdict = (act: Act, hash: string, kind: string, verdict: unknown): void =>
  insertOnce(act.writes, 'files.verdicts', { tenant: act.tenant, hash, kind }, { verdict, at: act.now });

/** Verdicts of one kind on these bytes, by hash. Bytes without a verdict are still being checked. */
export async function findVerdicts<Verdict>(
  look: Look,
  kind: string,
  hashes: readonly string[],
): Promise<Map<string, Verdict>> {
  if (hashes.length === 0) return new Map();
  const rows = await own<FileTables>(look.tx)
    .selectFrom('files.verdicts')
    .select(['hash', 'verdict'])
    .where('tenant', '=', look.tenant)
    .where('kind', '=', kind)
    .where('hash', 'in', [...hashes])
    .execute();
  return new Map(rows.map((row) => [row.hash, row.verdict as Verdict]));
}

const REFUSED = 'refused';

/** The event after which bytes that were refused are erased from the store. */
export const FILE_REFUSED = 'file.refused';

/**
 * Refuses bytes that may not lie here at all: nobody opens them from now on, and they are erased (`file.refused`). What stays is that
 * and why a file was refused, without what it held. Whoever brings the same bytes again is refused at once.
 */
export function refuseBytes(act: Act, item: string, hash: string, why: Text): void {
  noteVerdict(act, hash, REFUSED, why);
  announce(act, FILE_REFUSED, item, { hash });
}

/** Why bytes were refused and erased, by hash; what is not there was not. */
export const findRefused = (look: Look, hashes: readonly string[]): Promise<Map<string, Text>> =>
  findVerdicts<Text>(look, REFUSED, hashes);
