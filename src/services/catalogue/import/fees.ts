/**
 * Fees (phí, lệ phí) of the national catalogue. An amount is taken only where nothing beside it says otherwise: a 0 that leaves
 * the amount to the provincial council, or «40» beside «40.000 đ», is *unknown*, never free and never guessed.
 */
import { fold } from '../../../ground/text/fold.ts';
import type { Fee } from '../schema.ts';
import { countOf, textOf, type Raw } from './lenient.ts';
import type { Note } from './doubt.ts';

/** Notes that mean: nothing is owed. Anything longer («miễn cho người nghèo») is about some people only. */
const nothingOwed =
  /^(khong|khong co|khong thu|khong quy dinh|khong phai nop|khong mat|mien|mien thu|khong dong)( (phi|le phi|phi, le phi|le phi, phi|phi va le phi|thu phi|thu le phi|tien))?$/;

/** The smallest amount that any fee in đồng has; below it thousands were left out. */
const LEAST = 1000;

const plain = (note: string): string =>
  fold(note)
    .replaceAll(/\([^()]*\)/g, ' ')
    .replaceAll(/^(phi|le phi)\s*:/g, ' ')
    .replaceAll(/[.;:*+\-–"“”]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Amounts in đồng that a note names: `40.000 đ`, `10 triệu đồng`. */
function amountsIn(words: string): readonly number[] {
  const amounts: number[] = [];
  for (const [, digits = ''] of words.matchAll(/(?<![\d/.])(\d{1,3}(?:[.,]\d{3})+)(?![\d/]|[.,]\d)/g))
    amounts.push(Number(digits.replaceAll(/[.,]/g, '')));
  for (const [, count = '', scale] of fold(words).matchAll(/(\d+(?:[.,]\d+)?)\s*(trieu|nghin|ngan)/g)) {
    amounts.push(Math.round(Number(count.replace(',', '.')) * (scale === 'trieu' ? 1_000_000 : 1000)));
  }
  return amounts;
}

type Judged = { readonly amount: number | null; readonly doubt: Parameters<Note>[1] | null };

/** What an amount and the note beside it come to. */
export function judgeFee(amount: number | null, currency: string, words: string): Judged {
  if (currency !== 'VND') return { amount: null, doubt: 'fee-currency' };
  if (amount === null) return { amount: null, doubt: 'fee-left-open' };
  const said = plain(words);
  if (amount === 0)
    return (said === '' || nothingOwed.test(said)) && amountsIn(words).every((named) => named === 0)
      ? { amount: 0, doubt: null }
      : { amount: null, doubt: 'fee-left-open' };
  const named = amountsIn(words);
  const agrees = named.length === 0 || named.includes(amount);
  return agrees && amount >= LEAST && Number.isInteger(amount)
    ? { amount, doubt: null }
    : { amount: null, doubt: 'fee-contradicts' };
}

/** Reads one fee. `ambiguous`: the crawler could not tell amount and time limit apart. */
export function feeOf(raw: Raw, field: string, ambiguous: boolean, note: Note): Fee {
  const words = textOf(raw['note'], field, note) ?? '';
  const written = textOf(raw['raw'], field, note) ?? '';
  const amount = countOf(raw['amount'], field, note);
  const currency = (
    textOf(raw['currency'], field, note) ?? (/usd/i.test(written) ? 'USD' : 'VND')
  ).toUpperCase();
  const judged = ambiguous
    ? ({ amount: null, doubt: 'flattened' } as const)
    : judgeFee(amount, currency, words);
  if (judged.doubt) note(field, judged.doubt, `${written || (amount ?? '')} ${words}`.trim());
  const charge = /^\s*phí/i.test(written) || /^\s*-?\s*phí/i.test(words);
  const shown = [
    judged.amount === null && currency !== 'VND' ? `${amount ?? ''} ${currency}`.trim() : null,
    words || null,
  ].filter(Boolean);
  return {
    code: field,
    name: charge ? 'Phí' : 'Lệ phí',
    kind: charge ? 'charge' : 'fee',
    amount: judged.amount,
    per: null,
    quantity: null,
    channels: null,
    exemptions: [],
    basis: '',
    note: shown.join(' ') || null,
  };
}
