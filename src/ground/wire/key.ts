/** The secret of the installation behind the hashes of the ledger. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Reads the key in this folder, or makes it; two processes that start together get the same one. */
export async function keyIn(folder: string): Promise<Uint8Array> {
  const file = path.join(folder, 'wire.key');
  const found = await readFile(file).catch(() => null);
  if (found) return found;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(fresh, randomBytes(32), { mode: 0o600 });
  // Linking fails when another process was faster: then its key is the one.
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  return readFile(file);
}
