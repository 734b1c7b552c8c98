/** An amount in đồng (số tiền): a whole number. */
import { Input } from '../../../ground/ui/index.ts';
import { formatCount, formatMoney, parseMoney } from '../../../ground/text/money.ts';
import type { FieldBase, Leaf } from './field.ts';
import { about, around, caption, fillIn, tidyText, typed, wrongKind } from './wording.ts';

export type MoneyField = FieldBase & { readonly type: 'money'; readonly min?: number; readonly max?: number };

const field: MoneyField = {
  id: 'capital',
  type: 'money',
  label: { vi: 'Vốn kinh doanh', en: 'Capital' },
  min: 1_000_000,
  max: 900_000_000_000,
};

const minus = /^[-−–]\s*\d/u;
const fraction = /^\d[\d.\s]*[.,]\d{1,2}(?:\s*\p{L}*)?$/u;

export const money: Leaf<MoneyField> = {
  kind: 'leaf',
  name: { vi: 'Số tiền', en: 'Amount of money' },
  options: { min: { type: 'integer', minimum: 0 }, max: { type: 'integer', minimum: 0 } },
  gather: 'one',
  tidy: (_, value) => tidyText(value, (text) => parseMoney(text) ?? text.trim()),
  schema: ({ min = 0, max = 999_999_999_999_999 }) => ({ type: 'integer', minimum: min, maximum: max }),
  missing: fillIn,
  broken: (field, { keyword, limit, value }) => {
    if (keyword === 'minimum' || (typeof value === 'string' && minus.test(value))) {
      const least = Math.max(limit, field.min ?? 0);
      return about(
        field,
        `{} phải từ ${formatMoney(least)} trở lên.`,
        `{} must be ${formatMoney(least, 'en')} or more.`,
      );
    }
    if (keyword === 'maximum')
      return about(
        field,
        `{} không được quá ${formatMoney(limit)}.`,
        `{} must be ${formatMoney(limit, 'en')} or less.`,
      );
    if (typeof value === 'number' || (typeof value === 'string' && fraction.test(value)))
      return about(field, '{} phải là số đồng chẵn, không có phần lẻ.', '{} must be in whole đồng.');
    if (typeof value !== 'string') return wrongKind(field, value);
    return about(
      field,
      '{} phải viết bằng chữ số, ví dụ 1.500.000.',
      '{} must be written in digits, such as 1,500,000.',
    );
  },
  input: (props) => (
    <Input
      {...around(props)}
      id={props.id}
      name={props.name}
      label={caption(props)}
      value={typeof props.value === 'number' ? formatCount(props.value, props.language) : typed(props.value)}
      inputmode="numeric"
      width={20}
      suffix={props.language === 'vi' ? 'đồng' : 'VND'}
    />
  ),
  display: (_, value: number, language) => formatMoney(value, language),
  format: () => ({ vi: 'Số nguyên (đồng)', en: 'Whole number (đồng)' }),
  examples: {
    field,
    valid: [
      ['50.000.000', 50_000_000, '50.000.000\u00a0đ'],
      ['50000000đ', 50_000_000, '50.000.000\u00a0đ'],
      ['50,000,000 VNĐ', 50_000_000, '50.000.000\u00a0đ'],
      ['1 500 000 đồng', 1_500_000, '1.500.000\u00a0đ'],
      [1_000_000, 1_000_000, '1.000.000\u00a0đ'],
    ],
    bad: [
      ['', 'Hãy điền vốn kinh doanh.'],
      [' \t', 'Hãy điền vốn kinh doanh.'],
      [null, 'Hãy điền vốn kinh doanh.'],
      ['999999', 'Vốn kinh doanh phải từ 1.000.000\u00a0đ trở lên.'],
      ['0', 'Vốn kinh doanh phải từ 1.000.000\u00a0đ trở lên.'],
      ['-5.000.000', 'Vốn kinh doanh phải từ 1.000.000\u00a0đ trở lên.'],
      ['1.000.000.000.000', 'Vốn kinh doanh không được quá 900.000.000.000\u00a0đ.'],
      ['1.500.000,5', 'Vốn kinh doanh phải là số đồng chẵn, không có phần lẻ.'],
      ['1,5 triệu', 'Vốn kinh doanh phải là số đồng chẵn, không có phần lẻ.'],
      [1_500_000.5, 'Vốn kinh doanh phải là số đồng chẵn, không có phần lẻ.'],
      ['năm mươi triệu', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['năm mươi triệu'.normalize('NFD'), 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['50 triệu', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['$5000', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['1.00.000', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['5e7', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['9'.repeat(10_000), 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['5000\u00000000', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['💰5000000', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['<script>1</script>', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      ['1000000; DROP TABLE', 'Vốn kinh doanh phải viết bằng chữ số, ví dụ 1.500.000.'],
      [['5000000', '6000000'], 'Vốn kinh doanh chỉ nhận một câu trả lời.'],
      [{ amount: 5_000_000 }, 'Vốn kinh doanh không đọc được, hãy điền lại.'],
    ],
  },
};
