/**
 * How the person will sign (ý định ký): the form only records the intent; the signature itself is made over the printed form when it is
 * submitted. Nothing typed, drawn or pasted here counts as a signature (STANDARDS §8.6).
 */
import { Radios } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { FieldBase, Leaf } from './field.ts';
import { about, around, caption, choose, tidyText, typed } from './wording.ts';

/** remote: by a remote-signing service on the phone; device: with a USB token or SIM; counter: by hand at the one-stop unit. */
export type SignatureMethod = 'remote' | 'device' | 'counter';

export type SignatureField = FieldBase & {
  readonly type: 'signature';
  /** Ways that this procedure admits; all unless told. */
  readonly methods?: readonly SignatureMethod[];
};

const all: readonly SignatureMethod[] = ['remote', 'device', 'counter'];
const methodsOf = ({ methods = all }: SignatureField): readonly SignatureMethod[] => methods;

const names: Readonly<Record<SignatureMethod, { readonly label: Text; readonly hint: Text }>> = {
  remote: {
    label: { vi: 'Ký số từ xa', en: 'Remote digital signature' },
    hint: { vi: 'Xác nhận trên điện thoại của bạn.', en: 'You confirm on your phone.' },
  },
  device: {
    label: { vi: 'Ký số bằng thiết bị', en: 'Digital signature with a device' },
    hint: { vi: 'Bằng USB ký số hoặc SIM ký số.', en: 'With a signing USB token or SIM card.' },
  },
  counter: {
    label: { vi: 'Ký tay tại Bộ phận Một cửa', en: 'By hand at the one-stop unit' },
    hint: {
      vi: 'Bạn đến ký khi nộp bản giấy hoặc nhận kết quả.',
      en: 'You come to sign when you hand in paper or fetch the result.',
    },
  },
};

const field: SignatureField = {
  id: 'signing',
  type: 'signature',
  label: { vi: 'Cách ký tờ khai', en: 'Way of signing' },
  methods: ['remote', 'counter'],
};

const notOffered = 'Cách ký tờ khai phải là một trong các cách đã liệt kê.';

export const signature: Leaf<SignatureField> = {
  kind: 'leaf',
  name: { vi: 'Cách ký', en: 'Signature' },
  options: { methods: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: all } } },
  gather: 'one',
  tidy: (_, value) => tidyText(value, (text) => text.trim()),
  schema: (field) => ({ type: 'string', enum: methodsOf(field) }),
  missing: choose,
  broken: (field, { value }) =>
    Array.isArray(value)
      ? about(field, 'Chỉ chọn một mục cho {}.', 'Choose one {} only.')
      : about(field, '{} phải là một trong các cách đã liệt kê.', '{} must be one of those listed.'),
  input: (props) => (
    <Radios
      {...around(props)}
      idPrefix={props.id}
      name={props.name}
      legend={caption(props)}
      value={typed(props.value)}
      items={methodsOf(props.field).map((method) => ({
        value: method,
        text: names[method].label[props.language],
        hint: names[method].hint[props.language],
      }))}
    />
  ),
  display: (_, value: SignatureMethod, language) => names[value].label[language],
  format: (field) => ({
    vi: methodsOf(field)
      .map((method) => names[method].label.vi)
      .join('; '),
    en: methodsOf(field)
      .map((method) => names[method].label.en)
      .join('; '),
  }),
  examples: {
    field,
    valid: [
      ['remote', 'remote', 'Ký số từ xa'],
      [' counter ', 'counter', 'Ký tay tại Bộ phận Một cửa'],
    ],
    bad: [
      ['', 'Hãy chọn cách ký tờ khai.'],
      [' ', 'Hãy chọn cách ký tờ khai.'],
      [null, 'Hãy chọn cách ký tờ khai.'],
      ['device', notOffered],
      ['Nguyễn Văn Thí Dụ', notOffered],
      ['Đã ký'.normalize('NFD'), notOffered],
      ['otp', notOffered],
      ['REMOTE', notOffered],
      ['remote\u0000', notOffered],
      ['\u202eremote', notOffered],
      ['data:image/png;base64,AAAA', notOffered],
      ['<svg onload=alert(1)>', notOffered],
      ["remote' OR 1=1", notOffered],
      ['constructor', notOffered],
      ['✍️', notOffered],
      ['r'.repeat(1_000_000), notOffered],
      [1, notOffered],
      [true, notOffered],
      [{ method: 'remote' }, notOffered],
      [['remote', 'counter'], 'Chỉ chọn một mục cho cách ký tờ khai.'],
      [[], 'Chỉ chọn một mục cho cách ký tờ khai.'],
    ],
  },
};
