/** Any number of answers out of a list (chọn nhiều): checkboxes. */
import { Checkboxes } from '../../../ground/ui/index.ts';
import type { FieldBase, Leaf } from './field.ts';
import { optionsSchema, type Option } from './option.ts';
import { about, around, caption } from './wording.ts';

export type ChoicesField = FieldBase & {
  readonly type: 'choices';
  readonly options: readonly Option[];
  readonly min?: number;
  readonly max?: number;
};

const field: ChoicesField = {
  id: 'linked',
  type: 'choices',
  label: { vi: 'Việc làm kèm', en: 'Linked services' },
  max: 2,
  options: [
    { value: 'residence', label: { vi: 'Đăng ký thường trú', en: 'Residence registration' } },
    { value: 'insurance', label: { vi: 'Thẻ bảo hiểm y tế', en: 'Health insurance card' } },
    { value: 'allowance', label: { vi: 'Trợ cấp', en: 'Allowance' } },
  ],
};

const tidy = (_: ChoicesField, value: unknown): unknown => {
  const listed = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(listed)) return listed ?? undefined;
  // Enough to tell that there are too many; checking a million of them would only cost time.
  const given = listed.filter((item) => item !== '').slice(0, 1000);
  return given.length === 0 ? undefined : given;
};

const notListed = 'Việc làm kèm chỉ gồm các mục đã liệt kê.';
const badKind = 'Việc làm kèm không đọc được, hãy chọn lại.';

export const choices: Leaf<ChoicesField> = {
  kind: 'leaf',
  name: { vi: 'Chọn nhiều', en: 'Several of a list' },
  options: {
    options: optionsSchema,
    min: { type: 'integer', minimum: 1 },
    max: { type: 'integer', minimum: 1 },
  },
  needs: ['options'],
  gather: 'many',
  tidy,
  schema: ({ options, min = 1, max }) => ({
    type: 'array',
    items: { type: 'string', enum: options.map(({ value }) => value) },
    minItems: min,
    maxItems: max ?? options.length,
    uniqueItems: true,
  }),
  missing: (field) => about(field, 'Hãy chọn ít nhất một mục cho {}.', 'Choose at least one for {}.'),
  broken: (field, { keyword, limit, value }) => {
    if (!Array.isArray(value))
      return about(field, '{} không đọc được, hãy chọn lại.', '{} cannot be read, choose again.');
    if (keyword === 'maxItems' && limit < field.options.length)
      return about(field, `{} chỉ được chọn nhiều nhất ${limit} mục.`, `Choose at most ${limit} for {}.`);
    if (keyword === 'minItems')
      return about(field, `Hãy chọn ít nhất ${limit} mục cho {}.`, `Choose at least ${limit} for {}.`);
    if (keyword === 'uniqueItems')
      return about(field, '{} có mục bị chọn hai lần.', '{} has one choice twice.');
    return about(field, '{} chỉ gồm các mục đã liệt kê.', '{} may only hold those listed.');
  },
  input: (props) => (
    <Checkboxes
      {...around(props)}
      idPrefix={props.id}
      name={props.name}
      legend={caption(props)}
      values={Array.isArray(props.value) ? props.value.map(String) : []}
      items={props.field.options.map(({ value, label, hint }) => ({
        value,
        text: label[props.language],
        hint: hint?.[props.language],
      }))}
    />
  ),
  display: ({ options }, value: readonly string[], language) =>
    value.map((one) => options.find((option) => option.value === one)?.label[language] ?? one).join('; '),
  format: ({ options }) => ({
    vi: `Các mục trong: ${options.map(({ label }) => label.vi).join('; ')}`,
    en: `Any of: ${options.map(({ label }) => label.en).join('; ')}`,
  }),
  examples: {
    field,
    valid: [
      [['residence', 'insurance'], ['residence', 'insurance'], 'Đăng ký thường trú; Thẻ bảo hiểm y tế'],
      [['', 'insurance'], ['insurance'], 'Thẻ bảo hiểm y tế'],
      ['allowance', ['allowance'], 'Trợ cấp'],
    ],
    bad: [
      [[], 'Hãy chọn ít nhất một mục cho việc làm kèm.'],
      [[''], 'Hãy chọn ít nhất một mục cho việc làm kèm.'],
      ['', 'Hãy chọn ít nhất một mục cho việc làm kèm.'],
      [null, 'Hãy chọn ít nhất một mục cho việc làm kèm.'],
      [['residence', 'insurance', 'allowance'], 'Việc làm kèm chỉ được chọn nhiều nhất 2 mục.'],
      [Array.from({ length: 10_000 }, () => 'residence'), 'Việc làm kèm chỉ được chọn nhiều nhất 2 mục.'],
      [['residence', 'residence'], 'Việc làm kèm có mục bị chọn hai lần.'],
      [['pension'], notListed],
      ['Trợ cấp', notListed],
      [['Trợ cấp'.normalize('NFD')], notListed],
      [['residence,insurance'], notListed],
      [['residence\u0000'], notListed],
      [['<b>residence</b>'], notListed],
      [["' OR 1=1 --"], notListed],
      [['🏠'], notListed],
      [['x'.repeat(100_000)], notListed],
      [[null], notListed],
      [[1], notListed],
      [[['residence']], notListed],
      [[{ value: 'residence' }], notListed],
      [{ 0: 'residence' }, badKind],
      [7, badKind],
      [true, badKind],
    ],
  },
};
