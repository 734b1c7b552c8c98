/**
 * The one look for marks of secrecy inside files (Decree 137/2024, Decree 30/2020 art. 1.2; Law 29/2018/QH14): at the words a file brings
 * with it, which takes no time worth mentioning, and at those in its pictures, which takes seconds a page.
 */
import type { Programs } from '../programs.ts';
import { carriesMark } from '../../../ground/text/secret.ts';
import { wordsInFile } from './words-in-file.ts';
import { wordsInPictures } from './words-in-pictures.ts';

/** What was found. `read`: how much of the file could be read; `none` where it is locked, damaged, or no program is there. */
export type Secrecy = { readonly marked: boolean; readonly read: 'all' | 'some' | 'none' };

const marked: Secrecy = { marked: true, read: 'some' };

/** Looks at the words alone. Null where there are pictures as well, so that it takes the long look. */
export async function lookAtWords(programs: Programs, bytes: Buffer, type: string): Promise<Secrecy | null> {
  const { text, pictured } = await wordsInFile(programs, bytes, type);
  if (text === null) return { marked: false, read: 'none' };
  if (carriesMark(text)) return marked;
  return pictured.length === 0 ? { marked: false, read: 'all' } : null;
}

/** Looks at the words and at the pictures. */
export async function lookThrough(programs: Programs, bytes: Buffer, type: string): Promise<Secrecy> {
  const { text, pictured } = await wordsInFile(programs, bytes, type);
  if (text !== null && carriesMark(text)) return marked;
  if (pictured.length === 0) return { marked: false, read: text === null ? 'none' : 'all' };
  const read = await wordsInPictures(programs, bytes, type, pictured);
  if (carriesMark(read.text, { read: true })) return marked;
  return { marked: false, read: read.whole ? 'all' : read.pages > 0 || text ? 'some' : 'none' };
}
