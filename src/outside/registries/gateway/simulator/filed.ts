/** Requests for numbers that a simulated office has on file. The same dossier is filed once and gets the same number. */
import { createHash } from 'node:crypto';

/** What was filed under a dossier code. */
export type Filed = { readonly module: string; readonly fields: Readonly<Record<string, string>> };

/** A number that depends on the dossier alone: asked for twice, or after a restart, it is the same. */
export const numberFor = (code: string, digits: number): string =>
  (BigInt(`0x${createHash('sha256').update(code).digest('hex').slice(0, 15)}`) % 10n ** BigInt(digits))
    .toString()
    .padStart(digits, '0');
