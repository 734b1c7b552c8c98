/** Import of the national catalogue (nhập danh mục thủ tục hành chính): line by line, in batches, as often as one likes. */
import { sql } from 'kysely';
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import type { Caller, Edge } from '../../../ground/db/edge.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { CatalogueTables } from '../tables.ts';
import { holdProcedures, type Held } from '../versions.ts';
import { bringIn } from './bring-in.ts';
import { linesOf } from './lines.ts';
import { readLine, type ReadRow } from './read-row.ts';

/** What an import did: `read = created + updated + unchanged + rejected`; doubtful ones are counted besides. */
export type Imported = {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly doubtful: number;
  readonly rejected: number;
};

/** A line that was not taken in, and why. */
export type Rejection = { readonly line: number; readonly reason: Text };

type Good = Extract<ReadRow, { national: unknown }>;
type Counts = { -readonly [Name in keyof Imported]: Imported[Name] };

/** Rows in one transaction, sent as one statement. */
const BATCH = 100;

const tooLong: Text = { vi: 'dòng quá dài', en: 'the line is too long' };
const again = (line: number): Text => ({
  vi: `mã này đã có ở dòng ${line}, nội dung khác`,
  en: `this code stands in line ${line} already, with other content`,
});

/** Hashes of what was imported last, by code: most rows of most imports are known already and cost no more than this. */
async function knownHashes(
  look: Look,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.procedures')
    .select(['code', 'imported'])
    .where('tenant', '=', look.tenant)
    .where('code', '=', sql<string>`any(${[...codes]})`)
    .execute();
  return new Map(rows.map(({ code, imported }) => [code, imported]));
}

/** Takes one row in, unless its content is known. */
async function takeIn(
  act: Act,
  held: Held | undefined,
  row: Good,
): Promise<'created' | 'updated' | 'unchanged'> {
  if (held?.imported === row.hash) return 'unchanged'; // Somebody else was faster.
  await bringIn(act, held, row, row.hash);
  return held ? 'updated' : 'created';
}

/** Takes a batch in. Returns what became of its rows. */
async function takeBatch(act: Act, rows: readonly Good[]): Promise<readonly (keyof Counts)[]> {
  const known = await knownHashes(
    act,
    rows.map(({ national }) => national.code),
  );
  const news = rows.filter(({ national, hash }) => known.get(national.code) !== hash);
  const outcomes: (keyof Counts)[] = rows.filter((row) => !news.includes(row)).map(() => 'unchanged');
  if (news.length === 0) return outcomes;
  const held = await holdProcedures(
    act,
    news.map(({ national }) => national.code),
  );
  for (const row of news) outcomes.push(await takeIn(act, held.get(row.national.code), row));
  return outcomes;
}

/**
 * Imports procedures from a stream of JSON Lines. Every batch is an act of its own: an import that breaks off is finished by
 * running it again, for content that is known already makes no version. The first line of a code counts; a later one with other
 * content is rejected, so that a second import of the same file changes nothing.
 */
export async function importProcedures(
  edge: Edge,
  caller: Caller,
  chunks: AsyncIterable<string> | Iterable<string>,
  tell: { readonly progress?: (done: Imported) => void; readonly rejected?: (one: Rejection) => void } = {},
): Promise<Imported> {
  const counts: Counts = { read: 0, created: 0, updated: 0, unchanged: 0, doubtful: 0, rejected: 0 };
  const seen = new Map<string, { readonly line: number; readonly hash: string }>();
  const reject = (line: number, reason: Text): void => {
    counts.rejected += 1;
    tell.rejected?.({ line, reason });
  };
  let batch: Good[] = [];
  const flushBatch = async (): Promise<void> => {
    const rows = batch;
    batch = [];
    if (rows.length === 0) return;
    for (const outcome of await edge.act(caller, (act) => takeBatch(act, rows))) counts[outcome] += 1;
    tell.progress?.({ ...counts });
  };
  for await (const { number, text } of linesOf(chunks)) {
    counts.read += 1;
    const row = text === null ? { rejected: tooLong } : readLine(text);
    if ('rejected' in row) {
      reject(number, row.rejected);
      continue;
    }
    const earlier = seen.get(row.national.code);
    if (earlier && earlier.hash !== row.hash) {
      reject(number, again(earlier.line));
      continue;
    }
    if (row.doubts.length > 0) counts.doubtful += 1;
    if (earlier) {
      counts.unchanged += 1;
      continue;
    }
    seen.set(row.national.code, { line: number, hash: row.hash });
    if (batch.push(row) >= BATCH) await flushBatch();
  }
  await flushBatch();
  return { ...counts };
}
