/** The book of copies of an agency: one for copies of all kinds, on paper and electronic. */
import type { Act } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { takeNumber } from '../../../work/numbers/index.ts';
import type { CopyKind } from '../schema.ts';
import { copyKinds } from './rules.ts';

/**
 * Takes the next number of the book: numbers run through all kinds of copies from 1 January to 31 December (Decree 30/2020,
 * Annex I, part II, section II.1c). Null for what is not numbered.
 */
export async function copyNumber(
  act: Act,
  kind: CopyKind,
  agency: string,
): Promise<{ readonly n: number; readonly text: string } | null> {
  const { book } = copyKinds[kind];
  if (book === null) return null;
  const common = { name: `copies ${agency}`, template: `{n:2}/${book}`, period: 'year' } as const;
  return takeNumber(act, common, vietnamDay(act.now), {});
}
