/**
 * State secrets are refused at every door: what is posted, by page or as JSON, is looked through before anything is done
 * with it, and a file with such a name is not even stored (Decree 137/2024; Law 29/2018/QH14).
 */
import { sniff } from '../files/sniff.ts';
import type { FieldError } from '../operate/errors.ts';
import type { Text } from '../text/language.ts';
import { aboutFile, carriesMark, looksSecret, secretRefused } from '../text/secret.ts';
import type { Receive } from './body.ts';

/** What a receiver gives in place of a file that may not lie here (its content carries a mark, or a program): its bytes are gone, its name is left to be told, and why. */
export type MarkedFile = { readonly name: string; readonly marked: true; readonly why: Text };

/** The fields of a post that carry a mark of secrecy, at any depth; a file speaks by its name, and by what was read in it. */
export const secretsIn = (posted: Readonly<Record<string, unknown>>): readonly FieldError[] =>
  Object.entries(posted).flatMap(([field, value]) => {
    const marked = [value].flat().find(isMarked);
    if (marked) return [{ field, message: aboutFile(marked.name, marked.why) }];
    return isSecret(value) ? [{ field, message: secretRefused }] : [];
  });

const isMarked = (value: unknown): value is MarkedFile =>
  typeof value === 'object' && value !== null && 'marked' in value && value.marked === true;

/** Kinds of file that are words and nothing else; the others are read where there are programs for them. */
const written = /^(?:text\/|application\/(?:xml|json))/;

function isSecret(value: unknown): boolean {
  if (typeof value === 'string') return looksSecret(value);
  if (value instanceof Uint8Array)
    return (
      written.test(sniff(Buffer.from(value.subarray(0, 4096)))) && carriesMark(Buffer.from(value).toString())
    );
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
