/** A calendar day (ngày), or where the law allows it only a month or a year: old civil-status papers often lack the day. */
import { DateInput } from '../../../ground/ui/index.ts';
import { daysInMonth, formatDay, isPartialDay, parseDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { whole, type Context, type FieldBase, type Leaf } from './field.ts';
import { about, caption, fillIn, around, typed, wrongKind } from './wording.ts';

export type DateField = FieldBase & {
  readonly type: 'date';
  /** What may be left empty: the day, or the day and the month. */
  readonly unknown?: 'day' | 'month';
  /** `today` or a day. 1 January 1900 unless told. */
  readonly notBefore?: string;
  readonly notAfter?: string;
};

type Boxes = { readonly day?: unknown; readonly month?: unknown; readonly year?: unknown };

const boxes = ['day', 'month', 'year'] as const;
const isBoxes = (value: unknown): value is Boxes =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && boxes.some((box) => box in value);
const partOf = (value: Boxes, box: (typeof boxes)[number]): string => typed(value[box]).trim();

const fewest = { day: 2, month: 1 } as const;
/** How many parts must be known: year, month, day. */
const needed = ({ unknown }: DateField): number => (unknown ? fewest[unknown] : 3);
const known = (day: string): number => day.split('-').length;

const assemble = (value: Boxes): string | null => {
  const [day, month, year] = boxes.map((box) => partOf(value, box));
  if (!year || !/^\d{4}$/u.test(year)) return null;
  if ([day, month].some((part) => part && !/^\d{1,2}$/u.test(part)) || (day && !month)) return null;
  const text = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part && part !== '00')
    .join('-');
  const zero = [day, month].some((part) => part && Number(part) === 0);
  return !zero && isPartialDay(text) ? text : null;
};

const tidy = (field: DateField, value: unknown): unknown => {
  if (typeof value === 'string') {
    const text = value.trim();
    return text === '' ? undefined : (parseDay(text) ?? text);
  }
  if (value === null) return undefined;
  if (!isBoxes(value)) return value;
  if (boxes.every((box) => partOf(value, box) === '')) return undefined;
  const day = assemble(value);
  return day !== null && known(day) >= needed(field) ? day : value;
};

const part: Readonly<Record<(typeof boxes)[number], Text>> = {
  day: { vi: 'ngày', en: 'day' },
  month: { vi: 'tháng', en: 'month' },
  year: { vi: 'năm', en: 'year' },
};

/** The first box that is wrong, and what is wrong with it. */
const wrongBox = (field: DateField, value: Boxes): { at: string; text: Text } => {
  const must = boxes.filter(
    (box, index) => index >= 3 - needed(field) || (box === 'month' && partOf(value, 'day') !== ''),
  );
  const empty = must.find((box) => partOf(value, box) === '');
  if (empty)
    return {
      at: empty,
      text: about(field, `{} còn thiếu ${part[empty].vi}.`, `{} must include a ${part[empty].en}.`),
    };
  const [day, month, year] = boxes.map((box) => partOf(value, box));
  if (!/^\d{4}$/u.test(year ?? '') || year === '0000')
    return {
      at: 'year',
      text: about(
        field,
        '{} phải có năm gồm 4 chữ số, ví dụ 1990.',
        '{} must have a year of 4 digits, such as 1990.',
      ),
    };
  if (month && (!/^\d{1,2}$/u.test(month) || daysInMonth(2000, Number(month)) === 0))
    return {
      at: 'month',
      text: about(field, '{} phải có tháng từ 1 đến 12.', '{} must have a month from 1 to 12.'),
    };
  if (day && !/^\d{1,2}$/u.test(day))
    return {
      at: 'day',
      text: about(field, '{} phải có ngày viết bằng chữ số.', '{} must have a day in digits.'),
    };
  return {
    at: 'day',
    text: about(
      field,
      `{} không có thật: tháng ${month} năm ${year} không có ngày ${day}.`,
      `{} is not a real date: there is no day ${day} in month ${month} of ${year}.`,
    ),
  };
};

const bound = (limit: string | undefined, { today }: Context): string | undefined =>
  limit === 'today' ? today : limit;

const outOfRange = (field: DateField, value: string, context: Context): Text | null => {
  const first = bound(field.notBefore, context) ?? '1900-01-01';
  const last = bound(field.notAfter, context);
  // A partial day is compared with the part of the limit that is known.
  if (value < first.slice(0, value.length))
    return field.notBefore === 'today'
      ? about(field, '{} không được ở trong quá khứ.', '{} must not be in the past.')
      : about(
          field,
          `{} phải từ ${formatDay(first)} trở đi.`,
          `{} must be ${formatDay(first, 'en')} or later.`,
        );
  if (last !== undefined && value > last.slice(0, value.length))
    return field.notAfter === 'today'
      ? about(field, '{} không được ở trong tương lai.', '{} must not be in the future.')
      : about(
          field,
          `{} phải chậm nhất là ${formatDay(last)}.`,
          `{} must be ${formatDay(last, 'en')} or earlier.`,
        );
  return null;
};

const inBoxes = (value: unknown): Readonly<Record<string, string>> => {
  if (isBoxes(value)) return Object.fromEntries(boxes.map((box) => [box, partOf(value, box)]));
  if (typeof value !== 'string' || !isPartialDay(value)) return { year: typed(value) };
  const [year = '', month = '', day = ''] = value.split('-');
  return { day: day && String(Number(day)), month: month && String(Number(month)), year };
};

const pattern = (field: DateField): string =>
  ['^\\d{4}-\\d{2}-\\d{2}$', '^\\d{4}-\\d{2}(-\\d{2})?$', '^\\d{4}(-\\d{2}(-\\d{2})?)?$'][
    3 - needed(field)
  ] ?? '';

const field: DateField = {
  id: 'birth',
  type: 'date',
  label: { vi: 'Ngày sinh', en: 'Date of birth' },
  notAfter: 'today',
};

export const date: Leaf<DateField> = {
  kind: 'leaf',
  name: { vi: 'Ngày tháng năm', en: 'Date' },
  options: {
    unknown: { enum: ['day', 'month'] },
    notBefore: { type: 'string', pattern: '^(today|\\d{4}-\\d{2}-\\d{2})$' },
    notAfter: { type: 'string', pattern: '^(today|\\d{4}-\\d{2}-\\d{2})$' },
  },
  gather: boxes,
  tidy,
  schema: (field) => ({ type: 'string', pattern: pattern(field) }),
  missing: fillIn,
  broken: (field, { value }) => {
    if (isBoxes(value)) return wrongBox(field, value).text;
    return typeof value === 'string'
      ? about(
          field,
          '{} phải viết theo ngày/tháng/năm, ví dụ 21/11/1990.',
          '{} must be written as day/month/year, such as 21/11/1990.',
        )
      : wrongKind(field, value);
  },
  box: (field, { value }) => (isBoxes(value) ? wrongBox(field, value).at : ''),
  check: (field, value: string, context) => {
    if (!isPartialDay(value)) {
      const [year, month, day] = value.split('-').map((part) => String(Number(part)));
      return whole(wrongBox(field, { day, month, year: year?.padStart(4, '0') }).text);
    }
    const text = outOfRange(field, value, context);
    return text && whole(text);
  },
  input: (props) => {
    const values = inBoxes(props.value);
    const wrong = boxes.find((box) => props.error(box) !== undefined);
    return (
      <DateInput
        {...around(props, wrong)}
        id={props.id}
        legend={caption(props)}
        parts={boxes.map((box) => ({
          name: `${props.name}.${box}`,
          id: `${props.id}-${box}`,
          label: {
            vi: { day: 'Ngày', month: 'Tháng', year: 'Năm' },
            en: { day: 'Day', month: 'Month', year: 'Year' },
          }[props.language][box],
          value: values[box],
          width: box === 'year' ? 4 : 2,
          error: wrong === undefined ? undefined : box === wrong,
        }))}
      />
    );
  },
  display: (_, value: string, language) => formatDay(value, language),
  format: ({ unknown }) =>
    unknown
      ? {
          vi: 'Ngày (YYYY-MM-DD), có thể chỉ có tháng hoặc năm',
          en: 'Date (YYYY-MM-DD), perhaps without day or month',
        }
      : { vi: 'Ngày (YYYY-MM-DD)', en: 'Date (YYYY-MM-DD)' },
  examples: {
    field,
    valid: [
      [{ day: '5', month: '2', year: '1990' }, '1990-02-05', '05/02/1990'],
      [{ day: ' 29 ', month: '02', year: '2024' }, '2024-02-29', '29/02/2024'],
      ['21/11/2026', '2026-11-21', '21/11/2026'],
      ['2026-11-21', '2026-11-21', '21/11/2026'],
    ],
    bad: [
      ['', 'Hãy điền ngày sinh.'],
      [{ day: '', month: ' ', year: '' }, 'Hãy điền ngày sinh.'],
      [null, 'Hãy điền ngày sinh.'],
      [{ day: '', month: '2', year: '1990' }, 'Ngày sinh còn thiếu ngày.'],
      [{ day: '5', month: '', year: '1990' }, 'Ngày sinh còn thiếu tháng.'],
      [{ day: '5', month: '2', year: '' }, 'Ngày sinh còn thiếu năm.'],
      [{ day: '5', month: '2', year: '90' }, 'Ngày sinh phải có năm gồm 4 chữ số, ví dụ 1990.'],
      [
        { day: '5', month: '2', year: 'năm mười'.normalize('NFD') },
        'Ngày sinh phải có năm gồm 4 chữ số, ví dụ 1990.',
      ],
      [{ day: '5', month: '2', year: '9'.repeat(5000) }, 'Ngày sinh phải có năm gồm 4 chữ số, ví dụ 1990.'],
      [{ day: '5', month: '13', year: '1990' }, 'Ngày sinh phải có tháng từ 1 đến 12.'],
      [{ day: '5', month: 'hai', year: '1990' }, 'Ngày sinh phải có tháng từ 1 đến 12.'],
      [{ day: 'mồng 5', month: '2', year: '1990' }, 'Ngày sinh phải có ngày viết bằng chữ số.'],
      [{ day: "5'; --", month: '2', year: '1990' }, 'Ngày sinh phải có ngày viết bằng chữ số.'],
      [
        { day: '30', month: '2', year: '1990' },
        'Ngày sinh không có thật: tháng 2 năm 1990 không có ngày 30.',
      ],
      [{ day: '0', month: '2', year: '1990' }, 'Ngày sinh không có thật: tháng 2 năm 1990 không có ngày 0.'],
      ['2026-02-30', 'Ngày sinh không có thật: tháng 2 năm 2026 không có ngày 30.'],
      [{ day: '22', month: '11', year: '2026' }, 'Ngày sinh không được ở trong tương lai.'],
      [{ day: '1', month: '1', year: '1800' }, 'Ngày sinh phải từ 01/01/1900 trở đi.'],
      ['hôm qua', 'Ngày sinh phải viết theo ngày/tháng/năm, ví dụ 21/11/1990.'],
      ['1990', 'Ngày sinh phải viết theo ngày/tháng/năm, ví dụ 21/11/1990.'],
      ['<b>1/1/1990</b>', 'Ngày sinh phải viết theo ngày/tháng/năm, ví dụ 21/11/1990.'],
      ['1/1/1990\u0000', 'Ngày sinh phải viết theo ngày/tháng/năm, ví dụ 21/11/1990.'],
      [['1/1/1990', '2/1/1990'], 'Ngày sinh chỉ nhận một câu trả lời.'],
      [{ date: '1/1/1990' }, 'Ngày sinh không đọc được, hãy điền lại.'],
      [19900101, 'Ngày sinh không đọc được, hãy điền lại.'],
    ],
  },
};
