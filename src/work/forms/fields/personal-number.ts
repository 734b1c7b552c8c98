/**
 * The 12-digit personal identification number (số định danh cá nhân; also the number of the citizen card): three digits for the place of
 * birth registration, one for century and sex, two for the year of birth, six at random. STANDARDS §8.2.
 */
import type { Text } from '../../../ground/text/language.ts';
import { whole, type Context, type Fault, type FieldBase } from './field.ts';
import { line } from './line.tsx';
import { about, wrongKind } from './wording.ts';

export type PersonalNumberField = FieldBase & { readonly type: 'personalNumber' };

/** Codes of the 63 provinces until 2025; the 34 of today keep theirs; 099 is the invented sample province. From 101 on: birth registered abroad. */
const provinces = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096 099'
  ).split(' '),
);

/** Year of birth and sex, as the number tells them. */
export const readPersonalNumber = (
  number: string,
): { readonly year: number; readonly sex: 'male' | 'female' } => {
  const century = Number(number[3]);
  return {
    year: 1900 + 100 * Math.floor(century / 2) + Number(number.slice(4, 6)),
    sex: century % 2 === 0 ? 'male' : 'female',
  };
};

/** What is wrong with 12 digits as a personal number; null when the structure is right. Whether it exists, only the registry knows. */
export const personalNumberFault = (field: FieldBase, number: string, { today }: Context): Text | null => {
  const place = number.slice(0, 3);
  if (Number(place) < 101 && !provinces.has(place))
    return about(
      field,
      `{} có 3 số đầu ${place} không phải mã tỉnh. Hãy xem lại trên thẻ.`,
      `{} begins with ${place}, which is no province code. Check the card.`,
    );
  const { year } = readPersonalNumber(number);
  if (year > Number(today.slice(0, 4)))
    return about(
      field,
      `{} chỉ năm sinh ${year}, chưa tới. Hãy xem lại số thứ 4 đến thứ 6.`,
      `{} tells a birth in ${year}, which is still to come. Check digits 4 to 6.`,
    );
  return null;
};

/** Why a text is not 12 digits. */
const notTwelveDigits = (field: FieldBase, text: string): Text => {
  if (!/^\d+$/u.test(text))
    return about(
      field,
      '{} chỉ gồm chữ số, không có chữ hay dấu.',
      '{} has digits only, no letters or signs.',
    );
  return text.length === 9
    ? about(
        field,
        '{} phải có 12 chữ số; số bạn viết là chứng minh nhân dân cũ (9 số).',
        '{} must have 12 digits; you wrote an old identity card number (9 digits).',
      )
    : about(
        field,
        `{} phải có 12 chữ số; bạn đã viết ${text.length}.`,
        `{} must have 12 digits; you wrote ${text.length}.`,
      );
};

/** Spaces, dots and hyphens that people put between groups of digits. */
const withoutGaps = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/(?<=\d)[\s.-]+(?=\d)/gu, '');

const field: PersonalNumberField = {
  id: 'number',
  type: 'personalNumber',
  label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  personalData: 'basic',
};

const letters = 'Số định danh cá nhân chỉ gồm chữ số, không có chữ hay dấu.';

export const personalNumber = line<PersonalNumberField>({
  name: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  options: {},
  tidy: withoutGaps,
  schema: () => ({ type: 'string', pattern: '^[0-9]{12}$' }),
  broken: (field, { value }) =>
    typeof value === 'string' ? notTwelveDigits(field, value) : wrongKind(field, value),
  check: (field, value: string, context): Fault | null => {
    const text = personalNumberFault(field, value, context);
    return text && whole(text);
  },
  looks: () => ({ inputmode: 'numeric', width: 20, spellcheck: false }),
  format: () => ({ vi: '12 chữ số', en: '12 digits' }),
  examples: {
    field,
    valid: [
      ['001190000001', '001190000001', '001190000001'],
      ['079 204 000 123', '079204000123', '079204000123'],
      ['040.099.000001', '040099000001', '040099000001'],
      ['130085000001', '130085000001', '130085000001'],
    ],
    bad: [
      ['', 'Hãy điền số định danh cá nhân.'],
      ['  ', 'Hãy điền số định danh cá nhân.'],
      [null, 'Hãy điền số định danh cá nhân.'],
      ['00119000000', 'Số định danh cá nhân phải có 12 chữ số; bạn đã viết 11.'],
      ['0011900000012', 'Số định danh cá nhân phải có 12 chữ số; bạn đã viết 13.'],
      ['1'.repeat(10_000), 'Số định danh cá nhân phải có 12 chữ số; bạn đã viết 10000.'],
      ['123456789', 'Số định danh cá nhân phải có 12 chữ số; số bạn viết là chứng minh nhân dân cũ (9 số).'],
      ['00119000000A', letters],
      ['OO1190000001', letters],
      ['không nhớ'.normalize('NFD'), letters],
      ['001190000001\u0000', letters],
      ['00119000\u202e0001', letters],
      ['０01190000001', letters],
      ['٠٠١١٩٠٠٠٠٠٠١', letters],
      ['<i>001190000001</i>', letters],
      ["001190000001' OR '1'='1", letters],
      ['0️⃣01190000001', letters],
      ['-01190000001', letters],
      ['000190000001', 'Số định danh cá nhân có 3 số đầu 000 không phải mã tỉnh. Hãy xem lại trên thẻ.'],
      ['097190000001', 'Số định danh cá nhân có 3 số đầu 097 không phải mã tỉnh. Hãy xem lại trên thẻ.'],
      ['001290000001', 'Số định danh cá nhân chỉ năm sinh 2090, chưa tới. Hãy xem lại số thứ 4 đến thứ 6.'],
      ['001990000001', 'Số định danh cá nhân chỉ năm sinh 2390, chưa tới. Hãy xem lại số thứ 4 đến thứ 6.'],
      [['001190000001', '001190000002'], 'Số định danh cá nhân chỉ nhận một câu trả lời.'],
      [1_190_000_001, 'Số định danh cá nhân không đọc được, hãy điền lại.'],
      [{ number: '001190000001' }, 'Số định danh cá nhân không đọc được, hãy điền lại.'],
    ],
  },
});
