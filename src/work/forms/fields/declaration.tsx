/** A statement that the person stands for (cam đoan): one box to tick, with the words of the law beside it. */
import { Checkboxes } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { FieldBase, Leaf } from './field.ts';
import { around, caption, tidyText } from './wording.ts';

export type DeclarationField = FieldBase & {
  readonly type: 'declaration';
  /** What is declared, in the first person. */
  readonly statement: Text;
};

const mustTick: Text = {
  vi: 'Hãy đọc lời cam đoan và đánh dấu vào ô nếu bạn đồng ý.',
  en: 'Read the statement and tick the box if you agree.',
};
const unreadable: Text = {
  vi: 'Không đọc được câu trả lời. Hãy đánh dấu vào ô cam đoan.',
  en: 'The answer cannot be read. Tick the box of the statement.',
};

const agreed: Text = { vi: 'Đã cam đoan', en: 'Declared' };

const field: DeclarationField = {
  id: 'truth',
  type: 'declaration',
  label: { vi: 'Cam đoan', en: 'Declaration' },
  statement: {
    vi: 'Tôi cam đoan những điều đã khai là đúng và chịu trách nhiệm trước pháp luật.',
    en: 'I declare that what I have stated is true and answer for it before the law.',
  },
};

export const declaration: Leaf<DeclarationField> = {
  kind: 'leaf',
  name: { vi: 'Cam đoan', en: 'Declaration' },
  options: { statement: { $ref: '#/$defs/text' } },
  needs: ['statement'],
  gather: 'one',
  tidy: (_, value) => {
    if (value === false) return undefined;
    return tidyText(value, (text) => (text.trim() === 'agreed' ? true : text.trim()));
  },
  schema: () => ({ const: true }),
  missing: () => mustTick,
  broken: () => unreadable,
  input: (props) => (
    <Checkboxes
      {...around(props)}
      idPrefix={props.id}
      name={props.name}
      legend={caption(props)}
      values={props.value === true ? ['agreed'] : []}
      items={[{ value: 'agreed', text: props.field.statement[props.language] }]}
    />
  ),
  display: ({ statement }, _: true, language) => `${agreed[language]}: ${statement[language]}`,
  format: () => ({ vi: 'Đã đánh dấu', en: 'Ticked' }),
  examples: {
    field,
    valid: [
      ['agreed', true, `Đã cam đoan: ${field.statement.vi}`],
      [true, true, `Đã cam đoan: ${field.statement.vi}`],
    ],
    bad: [
      ['', mustTick.vi],
      ['  ', mustTick.vi],
      [null, mustTick.vi],
      [false, mustTick.vi],
      ['yes', unreadable.vi],
      ['true', unreadable.vi],
      ['on', unreadable.vi],
      ['AGREED', unreadable.vi],
      ['đồng ý', unreadable.vi],
      ['đồng ý'.normalize('NFD'), unreadable.vi],
      ['agreed\u0000', unreadable.vi],
      ['\u202eagreed', unreadable.vi],
      ['<b>agreed</b>', unreadable.vi],
      ["agreed' --", unreadable.vi],
      ['✅', unreadable.vi],
      ['a'.repeat(1_000_000), unreadable.vi],
      [1, unreadable.vi],
      [0, unreadable.vi],
      [['agreed', 'agreed'], unreadable.vi],
      [[], unreadable.vi],
      [{ agreed: true }, unreadable.vi],
    ],
  },
};
