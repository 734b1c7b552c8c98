/** What lies in a backup: every file with its length and SHA-256, so that it can be checked without the program that made it. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';

/** One file of a backup; `name` is its path inside, with `/`. */
export type Kept = { readonly name: string; readonly size: number; readonly sha256: string };

/** The list that lies beside the files as `manifest.json`. */
export type Manifest = {
  readonly made: string;
  /** How the database was saved: a copy of the embedded cluster, or a dump of another server. */
  readonly database: 'cluster' | 'dump';
  readonly server: string;
  readonly files: readonly Kept[];
};

const NAME = 'manifest.json';

/** Copies one file into a backup and hashes what was written; null when the source has gone meanwhile. */
export async function keep(from: string, backup: string, name: string): Promise<Kept | null> {
  const target = path.join(backup, name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let size = 0;
  const seen = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from), seen, createWriteStream(target, { mode: 0o600 }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return { name, size, sha256: hash.digest('hex') };
}

/** All files below a folder, as paths inside of it; none when there is no folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Copies what lies in a folder into a backup under a name, but for what `skip` leaves out. */
export async function keepFolder(
  from: string,
  backup: string,
  name: string,
  skip: (file: string) => boolean = () => false,
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const file of await filesIn(from)) {
    const one = skip(file) ? null : await keep(path.join(from, file), backup, path.posix.join(name, file));
    if (one) kept.push(one);
  }
  return kept;
}

/** Writes the manifest last: a backup without one was not finished. */
export const writeManifest = (backup: string, manifest: Manifest): Promise<void> =>
  writeFile(path.join(backup, NAME), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });

/** Reads the manifest. Throws an Error with one sentence when the folder holds no finished backup. */
export async function readManifest(backup: string): Promise<Manifest> {
  const text = await readFile(path.join(backup, NAME), 'utf8').catch(() => null);
  if (text === null) throw new Error(`${backup} holds no finished backup: there is no ${NAME}.`);
  return JSON.parse(text) as Manifest;
}

/** Files of a backup that are missing or are not as they were written. */
export async function damaged(backup: string, { files }: Manifest): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, sha256 } of files) {
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(path.join(backup, name)), hash);
      if (hash.digest('hex') !== sha256) wrong.push(`${name} has changed`);
    } catch {
      wrong.push(`${name} cannot be read`);
    }
  }
  return wrong;
}
