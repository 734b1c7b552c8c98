/** Loads a province of a stated size from a seed: rows are drawn here and copied in while the next are drawn. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile, access } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { connect, send } from '../../src/ground/db/connect.ts';
import { bySystem, edgeOn } from '../../src/ground/db/edge.ts';
import { vietnamDay } from '../../src/ground/text/dates.ts';
import { hashPassword, SAMPLE_PASSWORD, SAMPLE_TOTP } from '../../src/world/access/index.ts';
import { rebuild } from '../../src/work/figures/index.ts';
import { dossierFigures } from '../../src/services/dossiers/index.ts';
import { findProcedure } from '../../src/services/catalogue/index.ts';
import { sampleProcedures } from '../../sample/procedures/index.ts';
import { plainFile } from '../../src/paper/signing/fixtures.ts';
import { copyRows } from './copy.ts';
import { drawDossier, momentOf, type Batch, type Shape } from './dossier.ts';
import { makeProvince, type Province } from './province.ts';
import { randomOf, type Random } from './random.ts';
import { walkOf, type Walk } from './walks.ts';

/** Sizes by the number of dossiers; communes grow with them as in a real province. */
export const sizes = {
  '1k': { dossiers: 1000, communes: 20 },
  '100k': { dossiers: 100_000, communes: 100 },
  '1m': { dossiers: 1_000_000, communes: 200 },
  '10m': { dossiers: 10_000_000, communes: 400 },
} as const;
export type Size = keyof typeof sizes;

/** A province that dossiers are loaded into, in one go or growing. */
export type Loader = {
  readonly province: Province;
  /** How many dossiers an earlier run has loaded into this province. */
  readonly held: number;
  /** Loads so many more dossiers, makes the figures anew and lets the server gather its statistics. */
  load(dossiers: number, progress: (line: string) => void): Promise<void>;
};

const SEED = 20_261_121;
const BATCH = 2000;
const FILE_BYTES = 200_000;

/** The bytes that all loaded files share: a PDF of one page without signature, as a scanner makes it. `mark` makes other bytes of it. */
export const fileBytes = (mark = ''): Buffer =>
  plainFile(`${mark} `.padEnd(FILE_BYTES, 'Giay to do toc do. '));

async function storeFile(dataDir: string): Promise<{ hash: string; size: number }> {
  const bytes = fileBytes();
  const hash = createHash('sha256').update(bytes).digest('hex');
  const folder = path.join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4));
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, hash);
  await access(target).catch(() => writeFile(target, bytes, { mode: 0o400 }));
  return { hash, size: bytes.length };
}

/** The ways of all procedures of the sample that can be walked. */
async function walksOf(owner: string, tenant: number): Promise<Walk[]> {
  const connection = connect(owner, 1);
  try {
    const found = await edgeOn(connection.db).look(bySystem(tenant), async (look) => {
      const walks: (Walk | null)[] = [];
      for (const { national } of sampleProcedures) {
        const procedure = await findProcedure(look, national.code);
        walks.push(procedure && walkOf(procedure));
      }
      return walks.filter((walk) => walk !== null);
    });
    if (found.length === 0) throw new Error('No procedure of the sample has a process that can be walked.');
    return found;
  } finally {
    await connection.close();
  }
}

/** Codes of dossiers, counted by agency and day as the product counts them. */
function coder() {
  const last = new Map<string, number>();
  return {
    next: (identifier: string, at: Date): string => {
      const day = vietnamDay(at);
      const key = `${identifier} ${day}`;
      const n = (last.get(key) ?? 0) + 1;
      last.set(key, n);
      return `${identifier}-${day.slice(2).replaceAll('-', '')}-${String(n).padStart(4, '0')}`;
    },
    books: (tenant: number) =>
      [...last].map(([key, n]) => {
        const [identifier, period] = key.split(' ');
        return { tenant, book: `dossier ${identifier}`, period, last: n };
      }),
    /** Goes on where the product has counted on since. */
    follow: (books: readonly { book: string; period: string; last: number }[]): void => {
      for (const { book, period, last: n } of books) {
        const key = `${book.replace('dossier ', '')} ${period}`;
        last.set(key, Math.max(last.get(key) ?? 0, n));
      }
    },
  };
}

/** Two connections as the owner for loading, closed afterwards. */
async function withClients<T>(
  owner: string,
  work: (clients: readonly pg.Client[]) => Promise<T>,
): Promise<T> {
  const clients = [0, 1].map(() => new pg.Client({ connectionString: owner }));
  try {
    for (const client of clients) {
      await client.connect();
      // What is loaded was drawn whole: references are not looked up row by row, and a run that breaks off begins anew.
      await client.query('set synchronous_commit = off');
      await client.query('set session_replication_role = replica');
    }
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function copyAll(
  clients: readonly pg.Client[],
  batch: ReadonlyMap<string, Batch extends Map<string, infer R> ? Readonly<R> : never>,
): Promise<void> {
  const tables = [...batch].toSorted(([, a], [, b]) => b.length - a.length);
  await Promise.all(
    clients.map(async (client, i) => {
      for (const [table, rows] of tables.filter((_, k) => k % clients.length === i))
        await copyRows(client, table, rows);
    }),
  );
}

/**
 * Makes the communes, officers and people of a province in an installation that holds the sample, and opens it for loading. What an
 * earlier run of the same size made is taken as it is; an installation with other dossiers is refused in one sentence.
 */
export async function openLoader(
  owner: string,
  dataDir: string,
  size: { readonly communes: number; readonly applicants: number },
  tenant: number,
  now = new Date(),
): Promise<Loader> {
  const walks = await walksOf(owner, tenant);
  const secret = { hash: await hashPassword(SAMPLE_PASSWORD), totp: SAMPLE_TOTP };
  const province = makeProvince(randomOf(SEED), size, tenant, secret);
  const { all } = await countDossiers(owner, tenant);
  const random = randomOf(SEED + 1 + all);
  await withClients(owner, async ([client]) => {
    const known = await isThere(client!, tenant, province);
    if (all > 0 && !known)
      throw new Error(
        `This data folder holds ${all.toLocaleString('en')} dossiers that no run of this size has made. Give it an empty DATA_DIR, or none.`,
      );
    if (!known) for (const [table, rows] of province.tables) await copyRows(client!, table, rows);
  });
  const shape: Shape = {
    tenant,
    communes: province.communes,
    applicants: province.applicants,
    walks,
    answers: answersLike(random),
    file: await storeFile(dataDir),
    now,
  };
  const codes = coder();
  return {
    province,
    held: all,
    load: (dossiers, progress) =>
      withClients(owner, async (clients) => {
        codes.follow(await booksOf(clients[0]!, tenant));
        await drawAll(clients, random, shape, dossiers, codes, progress);
        await putBooks(clients[0]!, codes.books(tenant));
        progress('figures');
        await rebuildFigures(owner, tenant);
        progress('vacuum, analyze');
        await clients[0]!.query('vacuum analyze');
      }),
  };
}

/** The last of its people is found only where a province of this size was made. */
const isThere = async (client: pg.Client, tenant: number, { applicants }: Province): Promise<boolean> =>
  (
    await client.query('select from access.accounts where tenant = $1 and id = $2', [
      tenant,
      applicants.at(-1)!.account,
    ])
  ).rows.length > 0;

/** Opens a province of one of the sizes for loading. */
export function openSize(owner: string, dataDir: string, size: Size, tenant: number): Promise<Loader> {
  const { dossiers, communes } = sizes[size];
  return openLoader(owner, dataDir, { communes, applicants: Math.max(50, dossiers / 20) }, tenant);
}

/** How far the product has counted the codes of dossiers. */
const booksOf = async (
  client: pg.Client,
  tenant: number,
): Promise<{ book: string; period: string; last: number }[]> =>
  (
    await client.query(
      `select book, period, last from numbers.books where tenant = $1 and book like 'dossier %'`,
      [tenant],
    )
  ).rows as { book: string; period: string; last: number }[];

/** The last numbers given, so that the product counts on. */
const putBooks = (client: pg.Client, books: readonly Record<string, unknown>[]): Promise<unknown> =>
  client.query(
    `insert into numbers.books select * from jsonb_populate_recordset(null::numbers.books, $1)
     on conflict (tenant, book, period) do update set last = greatest(numbers.books.last, excluded.last)`,
    [JSON.stringify(books)],
  );

async function drawAll(
  clients: readonly pg.Client[],
  random: Random,
  shape: Shape,
  dossiers: number,
  codes: ReturnType<typeof coder>,
  progress: (line: string) => void,
): Promise<void> {
  let copying: Promise<void> = Promise.resolve();
  // In the order in which they came, as in life: indexes grow at their end, and neighbours in time lie together.
  const moments = Float64Array.from({ length: dossiers }, () => momentOf(random, shape.now).getTime()).sort();
  for (let done = 0; done < dossiers; done += BATCH) {
    const batch: Batch = new Map();
    for (const moment of moments.subarray(done, done + BATCH)) {
      const at = new Date(moment);
      // A few communes have most of the work.
      const commune = shape.communes[Math.floor(shape.communes.length * random.next() ** 1.6)]!;
      drawDossier(batch, random, shape, at, commune, codes.next(commune.identifier, at));
    }
    await copying;
    copying = copyAll(clients, batch);
    copying.catch(() => {});
    if (done % 50_000 === 0 && done > 0) progress(`${done.toLocaleString('en')} dossiers`);
  }
  await copying;
}

async function rebuildFigures(owner: string, tenant: number): Promise<void> {
  const connection = connect(owner, 1);
  try {
    await edgeOn(connection.db).act(bySystem(tenant), (act) => rebuild(act, dossierFigures));
  } finally {
    await connection.close();
  }
}

/** Answers of about 900 bytes, as a form of twenty questions has. */
const answersLike = (random: Random): Record<string, unknown> =>
  Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`cau-${i + 1}`, `Câu trả lời thí dụ số ${random.below(10_000)}`]),
  );

/** How many dossiers there are, by reading: the bench says what it measured. */
export async function countDossiers(owner: string, tenant: number): Promise<{ all: number; open: number }> {
  const connection = connect(owner, 1);
  try {
    const [row] = await send<{ all: number; open: number }>(
      connection.db,
      `select count(*)::int as all, (count(*) filter (where ended_at is null))::int as open from dossiers.dossiers where tenant = $1`,
      [tenant],
    );
    return row!;
  } finally {
    await connection.close();
  }
}
