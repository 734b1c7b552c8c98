/** One answer out of a list (chọn một): radio buttons, or a drop-down list when there are many. */
import { Radios, Select } from '../../../ground/ui/index.ts';
import type { FieldBase, Leaf } from './field.ts';
import { optionsSchema, type Option } from './option.ts';
import { about, around, caption, choose, tidyText, typed } from './wording.ts';

export type ChoiceField = FieldBase & {
  readonly type: 'choice';
  readonly options: readonly Option[];
  /** Radios up to seven options and a list above, unless told. */
  readonly as?: 'radios' | 'select';
};

const field: ChoiceField = {
  id: 'sex',
  type: 'choice',
  label: { vi: 'Giới tính', en: 'Sex' },
  options: [
    { value: 'male', label: { vi: 'Nam', en: 'Male' } },
    { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
  ],
};

const notListed = 'Giới tính phải là một trong các mục đã liệt kê.';

export const choice: Leaf<ChoiceField> = {
  kind: 'leaf',
  name: { vi: 'Chọn một', en: 'One of a list' },
  options: { options: optionsSchema, as: { enum: ['radios', 'select'] } },
  needs: ['options'],
  gather: 'one',
  tidy: (_, value) => tidyText(value, (text) => text.normalize('NFC').trim()),
  schema: ({ options }) => ({ type: 'string', enum: options.map(({ value }) => value) }),
  missing: choose,
  broken: (field, { value }) =>
    Array.isArray(value)
      ? about(field, 'Chỉ chọn một mục cho {}.', 'Choose one {} only.')
      : about(field, '{} phải là một trong các mục đã liệt kê.', '{} must be one of those listed.'),
  input: (props) => {
    const { field, language, name, id } = props;
    const asList = field.as ? field.as === 'select' : field.options.length > 7;
    if (asList)
      return (
        <Select
          {...around(props)}
          id={id}
          name={name}
          label={caption(props)}
          value={typed(props.value)}
          items={[
            { value: '', text: language === 'vi' ? 'Hãy chọn' : 'Choose' },
            ...field.options.map(({ value, label }) => ({ value, text: label[language] })),
          ]}
        />
      );
    return (
      <Radios
        {...around(props)}
        idPrefix={id}
        name={name}
        legend={caption(props)}
        value={typed(props.value)}
        items={field.options.map(({ value, label, hint }) => ({
          value,
          text: label[language],
          hint: hint?.[language],
        }))}
      />
    );
  },
  display: ({ options }, value: string, language) =>
    options.find((option) => option.value === value)?.label[language] ?? value,
  format: ({ options }) => ({
    vi: `Một trong: ${options.map(({ label }) => label.vi).join('; ')}`,
    en: `One of: ${options.map(({ label }) => label.en).join('; ')}`,
  }),
  examples: {
    field,
    valid: [
      ['male', 'male', 'Nam'],
      [' female ', 'female', 'Nữ'],
    ],
    bad: [
      ['', 'Hãy chọn giới tính.'],
      ['  ', 'Hãy chọn giới tính.'],
      [null, 'Hãy chọn giới tính.'],
      ['other', notListed],
      ['Nam', notListed],
      ['Nữ'.normalize('NFD'), notListed],
      ['MALE', notListed],
      ['male\u0000', notListed],
      ['male,female', notListed],
      ['__proto__', notListed],
      ['constructor', notListed],
      ['<option>male</option>', notListed],
      ["male' OR '1'='1", notListed],
      ['👨', notListed],
      ['m'.repeat(1_000_000), notListed],
      ['\u202emale', notListed],
      [0, notListed],
      [true, notListed],
      [{ value: 'male' }, notListed],
      [['male', 'female'], 'Chỉ chọn một mục cho giới tính.'],
      [[], 'Chỉ chọn một mục cho giới tính.'],
    ],
  },
};
