/**
 * State secrets are refused at every door: what is posted, by page or as JSON, is looked through before anything is done
 * with it, and a file with such a name is not even stored (Decree 137/2024; Law 29/2018/QH14).
 */
import type { FieldError } from '../operate/errors.ts';
import { looksSecret, secretRefused } from '../text/secret.ts';
import type { Receive } from './body.ts';

/** The fields of a post that carry a mark of secrecy, at any depth; a file speaks by its name. */
export function secretsIn(posted: Readonly<Record<string, unknown>>): readonly FieldError[] {
  return Object.entries(posted)
    .filter(([, value]) => isSecret(value))
    .map(([field]) => ({ field, message: secretRefused }));
}

function isSecret(value: unknown): boolean {
  if (typeof value === 'string') return looksSecret(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isSecret);
}

/** Takes files in, but not one whose name carries a mark: its bytes are let go, its name is left to be refused. */
export const refusingSecrets =
  (receive: Receive): Receive =>
  async (file) => {
    if (!looksSecret(file.name)) return receive(file);
    file.stream.resume();
    return { name: file.name };
  };
