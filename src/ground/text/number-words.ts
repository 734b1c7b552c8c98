/**
 * Whole numbers, money and dates in words, Vietnamese by the official style and English.
 * Vietnamese is read in groups of nine digits, each closed by "tỷ", and inside of them in groups of three;
 * after a first group every group is read in full ("không trăm linh năm"). On receipts and decisions the words
 * decide when they disagree with the figures, so they are always made here and never typed.
 */
import type { Text } from './language.ts';

/** North: "linh", "nghìn" (the usage of state documents). South: "lẻ", "ngàn". */
export type Dialect = 'north' | 'south';

/** The largest number that is put into words: beyond it sums of money have no sense. */
const LIMIT = 10n ** 18n;
const BILLION = 1_000_000_000n;

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;

const digit = (value: number): string => DIGITS[value] ?? '';

/** The ones after "mươi" change: mốt, tư, lăm; after "mười" only lăm. */
function ones(value: number, tens: number): string {
  if (value === 5 && tens > 0) return 'lăm';
  if (tens < 2) return digit(value);
  if (value === 1) return 'mốt';
  return value === 4 ? 'tư' : digit(value);
}

/** A group of three digits; `full` reads missing hundreds as "không trăm". */
function three(value: number, full: boolean, zero: string): readonly string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const last = value % 10;
  const words: string[] = [];
  const withHundreds = full || hundreds > 0;
  if (withHundreds) words.push(digit(hundreds), 'trăm');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(digit(tens), 'mươi');
  if (tens === 0 && last > 0 && withHundreds) words.push(zero);
  if (last > 0) words.push(ones(last, tens));
  return words;
}

/** Up to nine digits: triệu, nghìn, and the rest. */
function nine(value: number, full: boolean, dialect: Dialect): readonly string[] {
  const [zero, thousand] = dialect === 'north' ? (['linh', 'nghìn'] as const) : (['lẻ', 'ngàn'] as const);
  const groups = [
    [Math.floor(value / 1_000_000), 'triệu'],
    [Math.floor(value / 1000) % 1000, thousand],
    [value % 1000, ''],
  ] as const;
  const words: string[] = [];
  for (const [group, unit] of groups) {
    if (group === 0) continue;
    words.push(...three(group, full || words.length > 0, zero));
    if (unit !== '') words.push(unit);
  }
  return words;
}

function vietnamese(value: bigint, dialect: Dialect): readonly string[] {
  const billions = value / BILLION;
  const rest = Number(value % BILLION);
  if (billions === 0n) return nine(rest, false, dialect);
  return [...vietnamese(billions, dialect), 'tỷ', ...nine(rest, true, dialect)];
}

const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];

function underHundred(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  const last = value % 10;
  return `${TENS[Math.floor(value / 10)] ?? ''}${last > 0 ? `-${SMALL[last] ?? ''}` : ''}`;
}

function english(value: bigint): readonly string[] {
  const groups: string[] = [];
  for (let rest = value, scale = 0; rest > 0n; rest /= 1000n, scale += 1) {
    const group = Number(rest % 1000n);
    const hundreds = Math.floor(group / 100);
    const low = group % 100;
    const words = [
      ...(hundreds > 0 ? [`${SMALL[hundreds] ?? ''} hundred`] : []),
      ...(low > 0
        ? [`${hundreds > 0 || (scale === 0 && value > 99n) ? 'and ' : ''}${underHundred(low)}`]
        : []),
      ...(group > 0 && scale > 0 ? [SCALES[scale] ?? ''] : []),
    ];
    groups.unshift(...words);
  }
  return groups;
}

function checked(value: number | bigint): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError('Only whole numbers that are exact can be put into words');
  }
  const whole = BigInt(value);
  if (whole >= LIMIT || whole <= -LIMIT) throw new RangeError('The number is too large to be put into words');
  return whole;
}

/**
 * A whole number in words: 21 → "hai mươi mốt", 1005 → "một nghìn không trăm linh năm". Throws `RangeError` for
 * fractions, for numbers that a double cannot hold exactly, and from 10^18.
 */
export function numberInWords(value: number | bigint, dialect: Dialect = 'north'): Text {
  const whole = checked(value);
  if (whole === 0n) return { vi: 'không', en: 'zero' };
  const size = whole < 0n ? -whole : whole;
  const vi = vietnamese(size, dialect).join(' ');
  const en = english(size).join(' ');
  return whole < 0n ? { vi: `âm ${vi}`, en: `minus ${en}` } : { vi, en };
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/**
 * Money in đồng as on a receipt: "Một trăm nghìn đồng chẵn". "Chẵn" says that nothing below a thousand đồng follows;
 * an amount with hundreds goes without it.
 */
export function moneyInWords(amount: number | bigint, dialect: Dialect = 'north'): Text {
  const whole = checked(amount);
  const { vi, en } = numberInWords(whole, dialect);
  const even = whole !== 0n && whole % 1000n === 0n;
  return { vi: capital(`${vi} đồng${even ? ' chẵn' : ''}`), en: capital(`${en} dong${even ? ' only' : ''}`) };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * A calendar day `YYYY-MM-DD` in words, as civil-status papers write it beside the figures:
 * "ngày mùng năm, tháng tư, năm hai nghìn không trăm hai mươi sáu". Throws `RangeError` when there is no such day.
 */
export function dateInWords(date: string): Text {
  const [year, month, day] = date.split('-').map(Number);
  const real = new Date(`${date}T00:00:00Z`);
  if (year === undefined || month === undefined || day === undefined || Number.isNaN(real.getTime())) {
    throw new RangeError(`Not a calendar day: ${date}`);
  }
  if (real.getUTCDate() !== day) throw new RangeError(`Not a calendar day: ${date}`);
  const dayWords = day <= 10 ? `mùng ${numberInWords(day).vi}` : numberInWords(day).vi;
  const monthWords = month === 4 ? 'tư' : numberInWords(month).vi;
  return {
    vi: `ngày ${dayWords}, tháng ${monthWords}, năm ${numberInWords(year).vi}`,
    en: `${day} ${MONTHS[month - 1] ?? ''}, ${numberInWords(year).en}`,
  };
}
