/** How annexes are called: in Roman numerals where there are several (Decree 30/2020, Annex I, part I, section III.1a). */
import type { Text } from '../../../ground/text/language.ts';
import type { Annex } from '../schema.ts';

const steps = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** A number up to 89 in Roman numerals. */
export const roman = (n: number): string => {
  const [step, letters] = steps.find(([least]) => n >= least) ?? [0, ''];
  return step === 0 ? '' : letters + roman(n - step);
};

/** “Phụ lục II: Danh sách …”; the only one of a paper carries no number. */
export const annexName = ({ n, title }: Pick<Annex, 'n' | 'title'>, all: number): Text => ({
  vi: `Phụ lục${all > 1 ? ` ${roman(n)}` : ''}: ${title}`,
  en: `Annex${all > 1 ? ` ${roman(n)}` : ''}: ${title}`,
});
