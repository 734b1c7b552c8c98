/**
 * The one look for marks of secrecy inside files (Decree 137/2024, Decree 30/2020 art. 1.2; Law 29/2018/QH14): at the words a file brings
 * with it, which takes no time worth mentioning, and at those in its pictures, which takes seconds a page. What is packed inside a file is
 * looked at in the same way, and may be no program.
 */
import type { Programs } from '../programs.ts';
import { carriesMark } from '../../../ground/text/secret.ts';
import { isProgram, packedIn } from './packed.ts';
import { wordsInFile, type Words } from './words-in-file.ts';
import { wordsInPictures } from './words-in-pictures.ts';

/** What was found. */
export type Secrecy = {
  /** It may not lie here: it carries a mark of secrecy, or (`program`) a program. */
  readonly marked: boolean;
  readonly program?: true;
  /** How much of the file could be read; `none` where it is locked, damaged, or no program is there. */
  readonly read: 'all' | 'some' | 'none';
  /** Set where pictured pages are still to be read: how many stand before them, and whether all of what was looked at could be read. */
  readonly rest?: { readonly from: number; readonly whole: boolean };
};

const marked: Secrecy = { marked: true, read: 'some' };
const carriesProgram: Secrecy = { ...marked, program: true };

/** A file in a file in a file; further in nobody looks. */
const DEEPEST = 3;

type Looking = (programs: Programs, bytes: Buffer, type: string, depth: number) => Promise<Secrecy | null>;

/** What is packed inside, looked at one by one. Null where one of them takes the long look; `read` tells the least of all. */
async function lookInside(
  look: Looking,
  programs: Programs,
  bytes: Buffer,
  type: string,
  depth: number,
): Promise<Secrecy | null> {
  let read: Secrecy['read'] = 'all';
  let long = false;
  for (const one of packedIn(bytes, type)) {
    if (isProgram(one)) return carriesProgram;
    const found =
      one.bytes && depth < DEEPEST
        ? await look(programs, one.bytes, one.type, depth + 1)
        : ({ marked: false, read: 'none' } as const);
    if (found?.marked) return found;
    long ||= found === null;
    if (found && found.read !== 'all') read = 'some';
  }
  return long ? null : { marked: false, read };
}

const isMarked = ({ text }: Words): boolean => text !== null && carriesMark(text);

/** What two looks at parts of a file tell of it as a whole. */
const both = (own: Secrecy['read'], inside: Secrecy['read']): Secrecy['read'] =>
  own === inside ? own : own === 'none' && inside === 'all' ? 'none' : 'some';

/** Looks at the words alone. Null where there are pictures as well, so that it takes the long look. */
export async function lookAtWords(
  programs: Programs,
  bytes: Buffer,
  type: string,
  depth = 0,
): Promise<Secrecy | null> {
  const words = await wordsInFile(programs, bytes, type);
  if (isMarked(words)) return marked;
  const inside = await lookInside(lookAtWords, programs, bytes, type, depth);
  if (inside === null || inside.marked) return inside;
  if (words.text === null) return { marked: false, read: both('none', inside.read) };
  return words.pictured.length === 0 ? { marked: false, read: inside.read } : null;
}

/**
 * Looks at the words and at the pictures, at some pages at a time: `rest` says where the next look begins. What is packed inside is looked
 * at with the first pages.
 */
export async function lookThrough(
  programs: Programs,
  bytes: Buffer,
  type: string,
  depth = 0,
  from = 0,
): Promise<Secrecy> {
  const words = await wordsInFile(programs, bytes, type);
  if (isMarked(words)) return marked;
  const inside = from === 0 ? await lookInside(lookThrough, programs, bytes, type, depth) : null;
  if (inside?.marked) return inside;
  const others = inside?.read ?? 'all';
  const { text, pictured } = words;
  if (pictured.length === 0) return { marked: false, read: both(text === null ? 'none' : 'all', others) };
  const read = await wordsInPictures(programs, bytes, type, pictured, from);
  if (carriesMark(read.text, { read: true })) return marked;
  const more = read.next < read.all && read.pages > 0;
  const own = more || !read.whole ? (read.pages > 0 || text ? 'some' : 'none') : 'all';
  const rest = { from: read.next, whole: read.whole && others === 'all' };
  // What is packed is looked at once: of its many pages the first ones.
  return { marked: false, read: both(own, others), ...(more && depth === 0 && { rest }) };
}
