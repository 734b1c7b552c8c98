/** A number, with or without decimals (số): area, counts, percentages. Vietnamese writing: point for thousands, comma for decimals. */
import { Input } from '../../../ground/ui/index.ts';
import { formatCount } from '../../../ground/text/money.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { whole, type FieldBase, type Leaf } from './field.ts';
import { about, around, caption, fillIn, tidyText, typed, wrongKind } from './wording.ts';

export type NumberField = FieldBase & {
  readonly type: 'number';
  readonly min?: number;
  readonly max?: number;
  /** How many digits may stand after the comma; none unless told. */
  readonly decimals?: number;
  readonly unit?: Text;
};

const grouped = /^-?\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?$/u;
const english = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;
const plain = /^-?\d{1,15}(?:[.,]\d+)?$/u;

/** Reads a number; a lone point or comma before three digits counts thousands where no decimals are wanted. Null when it is none. */
const readNumber = (text: string, decimals: number): number | null => {
  const words = text.replace(/[−–]/u, '-');
  let digits = words.replace(',', '.');
  if (grouped.test(words)) digits = words.replace(/[.\s]/gu, '').replace(',', '.');
  else if (english.test(words) && (decimals === 0 || words.split(/[,.]/u).length > 2))
    digits = words.replaceAll(',', '');
  else if (!plain.test(words)) return null;
  const number = Number(digits);
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
};

const write = (value: number, language: Language): string => {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const sign = value < 0 ? '-' : '';
  if (!/^\d+$/u.test(whole)) return String(value);
  return (
    sign + formatCount(Number(whole), language) + (fraction ? (language === 'vi' ? ',' : '.') + fraction : '')
  );
};

/** In the box: no thousands, a comma for decimals, so that it is read back as it was. */
const inBox = (value: unknown): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : typed(value);

const field: NumberField = {
  id: 'area',
  type: 'number',
  label: { vi: 'Diện tích', en: 'Area' },
  min: 1,
  max: 100_000,
  decimals: 1,
  unit: { vi: 'm²', en: 'm²' },
};

export const number: Leaf<NumberField> = {
  kind: 'leaf',
  name: { vi: 'Số', en: 'Number' },
  options: {
    min: { type: 'number' },
    max: { type: 'number' },
    decimals: { type: 'integer', minimum: 0, maximum: 6 },
    unit: { $ref: '#/$defs/text' },
  },
  gather: 'one',
  tidy: ({ decimals = 0 }, value) =>
    tidyText(value, (text) => readNumber(text.normalize('NFC').trim(), decimals) ?? text.trim()),
  schema: ({ min = 0, max, decimals = 0 }) => ({
    type: decimals === 0 ? 'integer' : 'number',
    minimum: min,
    maximum: max ?? Number.MAX_SAFE_INTEGER,
  }),
  missing: fillIn,
  broken: (field, { keyword, limit, value }) => {
    if (keyword === 'minimum')
      return about(
        field,
        `{} phải từ ${write(limit, 'vi')} trở lên.`,
        `{} must be ${write(limit, 'en')} or more.`,
      );
    if (keyword === 'maximum')
      return about(
        field,
        `{} không được quá ${write(limit, 'vi')}.`,
        `{} must be ${write(limit, 'en')} or less.`,
      );
    if (typeof value === 'number')
      return about(field, '{} phải là số nguyên, không có phần lẻ.', '{} must be a whole number.');
    if (typeof value !== 'string') return wrongKind(field, value);
    return about(
      field,
      '{} phải viết bằng chữ số, ví dụ 1250.',
      '{} must be written in digits, such as 1250.',
    );
  },
  check: (field, value: number) => {
    const { decimals = 0 } = field;
    const written = String(value).split('.')[1]?.length ?? 0;
    if (written <= decimals) return null;
    return whole(
      about(
        field,
        `{} chỉ được có ${decimals} chữ số sau dấu phẩy.`,
        `{} may have ${decimals} decimal digits only.`,
      ),
    );
  },
  input: (props) => (
    <Input
      {...around(props)}
      id={props.id}
      name={props.name}
      label={caption(props)}
      value={inBox(props.value)}
      inputmode={props.field.decimals ? 'decimal' : 'numeric'}
      width={10}
      suffix={props.field.unit?.[props.language]}
    />
  ),
  display: ({ unit }, value: number, language) => write(value, language) + (unit ? ` ${unit[language]}` : ''),
  format: ({ decimals = 0, unit }) => ({
    vi: (decimals ? `Số, ${decimals} chữ số lẻ` : 'Số nguyên') + (unit ? ` (${unit.vi})` : ''),
    en: (decimals ? `Number, ${decimals} decimals` : 'Whole number') + (unit ? ` (${unit.en})` : ''),
  }),
  examples: {
    field,
    valid: [
      ['120', 120, '120 m²'],
      ['1.250,5', 1250.5, '1.250,5 m²'],
      [' 1 250 ', 1250, '1.250 m²'],
      ['120.5', 120.5, '120,5 m²'],
      ['1,250.5', 1250.5, '1.250,5 m²'],
      [99.5, 99.5, '99,5 m²'],
    ],
    bad: [
      ['', 'Hãy điền diện tích.'],
      ['  ', 'Hãy điền diện tích.'],
      [null, 'Hãy điền diện tích.'],
      ['một trăm', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['một trăm'.normalize('NFD'), 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['120 m2', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['12O', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['1e3', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['0x1F', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['NaN', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['Infinity', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['1.2.3', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['12\u00005', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['٣٤', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['9'.repeat(1000), 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['<b>5</b>', 'Diện tích phải viết bằng chữ số, ví dụ 1250.'],
      ['0', 'Diện tích phải từ 1 trở lên.'],
      ['-5', 'Diện tích phải từ 1 trở lên.'],
      ['100001', 'Diện tích không được quá 100.000.'],
      ['12,25', 'Diện tích chỉ được có 1 chữ số sau dấu phẩy.'],
      [['1', '2'], 'Diện tích chỉ nhận một câu trả lời.'],
      [{ value: 5 }, 'Diện tích không đọc được, hãy điền lại.'],
      [true, 'Diện tích không đọc được, hãy điền lại.'],
    ],
  },
};
