/** What the long proofs found, kept from run to run. */
import { readFile } from 'node:fs/promises';

/** Where it is kept in the checkout. */
export const PROVEN = 'docs/proof.json';

/** All that is kept in a file, by the name of its part; nothing when there is no such file. */
export const readProven = (file: string): Promise<Readonly<Record<string, unknown>>> =>
  readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Readonly<Record<string, unknown>>,
    () => ({}),
  );
