/** Money is a whole number of đồng. */
import type { Language } from './language.ts';

const group = (digits: string, mark: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, mark);

/** A whole number with its thousands apart: `1.234.567`; in English `1,234,567`. */
export const formatCount = (count: number, language: Language = 'vi'): string =>
  (count < 0 ? '-' : '') + group(String(Math.abs(Math.trunc(count))), language === 'vi' ? '.' : ',');

/** An amount for people: `1.234.567 đ`; in English `VND 1,234,567`. The space does not break. */
export const formatMoney = (dong: number, language: Language = 'vi'): string =>
  language === 'vi' ? `${formatCount(dong)}\u00a0đ` : `VND\u00a0${formatCount(dong, 'en')}`;

const unit = /(?:\s*(?:đồng|đ|vnđ|vnd)\.?)$/iu;
const plain = /^\d+$/;
const grouped = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/u;

/**
 * Reads an amount as people write it (`1.234.567 đ`, `1,234,567`, `1 234 567 đồng`, `VND 1234567`). Null when it is not a whole
 * number of đồng, is negative, or is larger than can be counted exactly: `1.5` and `12.34` are refused rather than guessed.
 */
export const parseMoney = (text: string): number | null => {
  const digits = text
    .normalize('NFC')
    .trim()
    .replace(/^(?:vnđ|vnd)\s*/iu, '')
    .replace(unit, '');
  if (!plain.test(digits) && !grouped.test(digits)) return null;
  const dong = Number(digits.replace(/\D/gu, ''));
  return Number.isSafeInteger(dong) ? dong : null;
};
