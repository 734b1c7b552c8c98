/** Characters that do not belong into an answer: they cannot be read, printed in the official typeface, or seen at all. */
import { nfc, oneLine } from '../../../ground/text/fold.ts';
import { about } from './wording.ts';
import { whole, type Fault, type FieldBase } from './field.ts';

/** Pasted along from web pages and invisible: soft hyphen, zero-width space, byte order mark. */
const stowaways = /[\u00ad\u200b\ufeff]/gu;
const lineEnds = /\r\n?/gu;
// eslint-disable-next-line no-control-regex
const control = /(?![\n\t])\p{Cc}/u;
const direction = /\p{Cf}/u;
const unprintable = /\p{Emoji_Presentation}|\ufe0f|[\u{1f000}-\u{1faff}]/u;
const broken = /[\ufffd\p{Co}\p{Cn}\p{Cs}]|\p{M}{3}/u;

/** One line as it is kept: NFC (TCVN 6909:2001), single spaces, no stowaways. */
export const tidyLine = (text: string): string => oneLine(text.replace(stowaways, ''));

/** Several lines as they are kept: NFC, line ends as `\n`, no blanks around. */
export const tidyLines = (text: string): string =>
  nfc(text.replace(stowaways, '').replace(lineEnds, '\n')).trim();

/** The first kind of character in the text that we cannot take, as a sentence; null when all are fine. */
export const strangeCharacter = (field: FieldBase, text: string): Fault | null => {
  if (unprintable.test(text))
    return whole(
      about(
        field,
        '{} có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.',
        '{} has an emoji, which cannot be printed on the form. Use words.',
      ),
    );
  if (control.test(text) || direction.test(text))
    return whole(
      about(
        field,
        '{} có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.',
        '{} has hidden characters. Delete it and type it again.',
      ),
    );
  if (broken.test(text))
    return whole(
      about(
        field,
        '{} có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.',
        '{} has damaged letters. Type it again in Unicode.',
      ),
    );
  return null;
};
