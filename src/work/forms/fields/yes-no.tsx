/** Yes or no (có hoặc không). */
import { Radios } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { FieldBase, Leaf } from './field.ts';
import { around, about, caption, tidyText } from './wording.ts';

export type YesNoField = FieldBase & { readonly type: 'yesNo' };

const yes: Text = { vi: 'Có', en: 'Yes' };
const no: Text = { vi: 'Không', en: 'No' };

const field: YesNoField = {
  id: 'married',
  type: 'yesNo',
  label: { vi: 'Bạn đã kết hôn chưa?', en: 'Are you married?' },
  short: { vi: 'đã kết hôn', en: 'married' },
};

const wrong = 'Hãy trả lời “Có” hoặc “Không” cho: đã kết hôn.';
const posted: Readonly<Record<string, boolean>> = { yes: true, no: false };

export const yesNo: Leaf<YesNoField> = {
  kind: 'leaf',
  name: { vi: 'Có hoặc không', en: 'Yes or no' },
  options: {},
  gather: 'one',
  tidy: (_, value) => tidyText(value, (text) => (Object.hasOwn(posted, text) ? posted[text] : text.trim())),
  schema: () => ({ type: 'boolean' }),
  missing: (field) => about(field, 'Hãy chọn “Có” hoặc “Không” cho: {}.', 'Choose yes or no for: {}.'),
  broken: (field, { value }) =>
    Array.isArray(value)
      ? about(
          field,
          'Chỉ chọn “Có” hoặc “Không”, không chọn cả hai, cho: {}.',
          'Choose yes or no, not both, for: {}.',
        )
      : about(field, 'Hãy trả lời “Có” hoặc “Không” cho: {}.', 'Answer yes or no for: {}.'),
  input: (props) => (
    <Radios
      {...around(props)}
      idPrefix={props.id}
      name={props.name}
      legend={caption(props)}
      inline
      value={typeof props.value === 'boolean' ? (props.value ? 'yes' : 'no') : undefined}
      items={[
        { value: 'yes', text: yes[props.language] },
        { value: 'no', text: no[props.language] },
      ]}
    />
  ),
  display: (_, value: boolean, language) => (value ? yes : no)[language],
  format: () => ({ vi: 'Có hoặc không', en: 'Yes or no' }),
  examples: {
    field,
    valid: [
      ['yes', true, 'Có'],
      ['no', false, 'Không'],
      [true, true, 'Có'],
      [false, false, 'Không'],
    ],
    bad: [
      ['', 'Hãy chọn “Có” hoặc “Không” cho: đã kết hôn.'],
      ['  ', 'Hãy chọn “Có” hoặc “Không” cho: đã kết hôn.'],
      [null, 'Hãy chọn “Có” hoặc “Không” cho: đã kết hôn.'],
      [['yes', 'no'], 'Chỉ chọn “Có” hoặc “Không”, không chọn cả hai, cho: đã kết hôn.'],
      [[], 'Chỉ chọn “Có” hoặc “Không”, không chọn cả hai, cho: đã kết hôn.'],
      ['maybe', wrong],
      ['Có'.normalize('NFD'), wrong],
      ['có', wrong],
      ['YES', wrong],
      ['true', wrong],
      ['1', wrong],
      ['on', wrong],
      ['yes\u0000', wrong],
      ['toString', wrong],
      ['__proto__', wrong],
      ['<b>yes</b>', wrong],
      ["yes'; --", wrong],
      ['👍', wrong],
      ['y'.repeat(1_000_000), wrong],
      [1, wrong],
      [0, wrong],
      [{ yes: true }, wrong],
    ],
  },
};
