/**
 * An address by commune (địa chỉ): house, street or hamlet as words, and the commune as it is since 1 July 2025 (two levels, no districts).
 * People may write the old commune: the port `resolvePlace` finds today's; where an old commune was divided they choose.
 */
import { Fieldset, Input, Radios } from '../../../ground/ui/index.ts';
import { sameWords } from '../../../ground/text/fold.ts';
import { strangeCharacter, tidyLine } from './characters.ts';
import type { Broken, FieldBase, InputProps, Leaf } from './field.ts';
import { about, brokenText, typed, wrongKind } from './wording.ts';
import type { Text } from '../../../ground/text/language.ts';

/** A commune of today: 5-digit code, full name with its province, and what it was asked by when that was an older name. */
export type Place = { readonly code: string; readonly name: string; readonly formerly?: string };

/** Finds the communes that words (of today or of before) may mean: none, one, or several to choose from. */
export type ResolvePlace = (words: string) => readonly Place[] | Promise<readonly Place[]>;

export type AddressField = FieldBase & {
  readonly type: 'address';
  /** House, street, hamlet: asked and required unless told. */
  readonly detail?: 'optional' | 'none';
};

export type Address = {
  readonly place: string;
  readonly commune: string;
  readonly detail?: string;
  readonly formerly?: string;
};

/** What is typed but not yet found: `place` with the communes that it may mean, once looked up. */
type Draft = Partial<Address> & { readonly candidates?: readonly Place[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `00004|Phường Ba Đình, …`: code and the words it was found for, so that a code does not outlive a change of the words. */
const tag = ({ code, name }: Place): string => `${code}|${name}`;
const untag = (value: unknown): Place | undefined => {
  const [, code = '', name = ''] = /^([0-9A-Z]{5})\|(.+)$/u.exec(typed(value)) ?? [];
  return code ? { code, name } : undefined;
};

const line = (value: unknown): unknown =>
  typeof value === 'string' ? tidyLine(value) || undefined : (value ?? undefined);

const tidy = (_: AddressField, value: unknown): unknown => {
  if (typeof value === 'string') return value.trim() === '' ? undefined : { place: tidyLine(value) };
  if (!isRecord(value)) return value ?? undefined;
  const { chosen, found, ...given } = value;
  const pick = untag(chosen);
  const kept = untag(found);
  let place = line(given['place']);
  let commune = line(given['commune']);
  if (pick) [place, commune] = [pick.name, pick.code];
  else if (kept && typeof place === 'string' && sameWords(place, kept.name)) commune = kept.code;
  const detail = line(given['detail']);
  if (place === undefined && detail === undefined && commune === undefined) return undefined;
  const formerly = line(given['formerly']);
  return {
    ...(place !== undefined && { place }),
    ...(commune !== undefined && { commune }),
    ...(detail !== undefined && { detail }),
    ...(formerly !== undefined && { formerly }),
    ...(commune === undefined && given['candidates'] !== undefined && { candidates: given['candidates'] }),
  };
};

/** The value with its commune looked up again: a code is never believed because it was posted. */
export const resolveAddress = async (value: unknown, resolvePlace: ResolvePlace): Promise<unknown> => {
  if (!isRecord(value) || typeof value['place'] !== 'string') return value;
  const { commune, formerly: _formerly, candidates: _candidates, ...rest } = value;
  const candidates = await resolvePlace(value['place']);
  const only = candidates.length === 1 ? candidates[0] : candidates.find(({ code }) => code === commune);
  if (!only) return { ...rest, candidates };
  return { ...rest, place: only.name, commune: only.code, ...(only.formerly && { formerly: only.formerly }) };
};

const severalIn = (value: unknown): boolean =>
  isRecord(value) && Array.isArray(value['candidates']) && value['candidates'].length > 1;

const broken = (field: AddressField, fault: Broken): Text => {
  const { at, keyword, value } = fault;
  if (at === '') return wrongKind(field, value);
  if (keyword !== 'required' || at === 'commune') {
    const place = isRecord(value) ? value : {};
    if (at !== 'commune') {
      const what: FieldBase =
        at === 'detail'
          ? { ...field, short: about(field, 'phần chi tiết của {}', 'details of {}') }
          : { ...field, short: about(field, 'xã, phường của {}', 'commune of {}') };
      return brokenText(what, { ...fault, value: place[at] });
    }
    return severalIn(value)
      ? about(
          field,
          'Có nhiều nơi tên như vậy. Hãy chọn một nơi cho {}.',
          'Several places have this name. Choose one for {}.',
        )
      : about(
          field,
          'Không tìm thấy xã, phường của {}. Hãy viết cả tên tỉnh, ví dụ: Xã Mẫu Sơn, Tỉnh Sông Lam.',
          'The commune of {} was not found. Write the province too, such as Xã Mẫu Sơn, Tỉnh Sông Lam.',
        );
  }
  return at === 'place'
    ? about(field, 'Hãy điền xã, phường của {}.', 'Enter the commune of {}.')
    : about(field, 'Hãy điền số nhà, đường hoặc thôn của {}.', 'Enter house, street or hamlet of {}.');
};

const words = {
  place: { vi: 'Xã, phường và tỉnh, thành phố', en: 'Commune and province' },
  placeHint: { vi: 'Tên cũ trước tháng 7/2025 cũng được.', en: 'A name from before July 2025 will do.' },
  detail: { vi: 'Số nhà, đường, thôn hoặc tổ dân phố', en: 'House number, street, hamlet or quarter' },
  optional: { vi: ' (không bắt buộc)', en: ' (optional)' },
  which: { vi: 'Bạn muốn nói nơi nào?', en: 'Which place do you mean?' },
  formerly: { vi: 'trước đây: ', en: 'formerly: ' },
} as const satisfies Readonly<Record<string, Text>>;

const AddressInput = (props: InputProps<AddressField>) => {
  const { field, id, name, language, error } = props;
  const value: Draft = isRecord(props.value) ? props.value : { place: typed(props.value) };
  const candidates = Array.isArray(value.candidates) ? value.candidates : [];
  const found = value.commune ? tag({ code: typed(value.commune), name: typed(value.place) }) : undefined;
  const placeError = error('place') ?? error();
  return (
    <div class="govuk-form-group">
      <Fieldset
        legend={{
          text: props.label,
          size: props.isPageHeading ? 'l' : 's',
          isPageHeading: props.isPageHeading,
        }}
      >
        {(field.hint ?? props.origin) && (
          <div class="govuk-hint">
            {field.hint?.[language]}
            {props.origin}
          </div>
        )}
        <Input
          id={`${id}-place`}
          name={`${name}.place`}
          label={words.place[language]}
          hint={value.formerly ? words.formerly[language] + value.formerly : words.placeHint[language]}
          error={placeError}
          value={typed(value.place)}
          attributes={{ 'data-suggest': 'place' }}
        />
        {found && <input type="hidden" name={`${name}.found`} value={found} />}
        {candidates.length > 1 && (
          <Radios
            idPrefix={`${id}-commune`}
            name={`${name}.chosen`}
            legend={words.which[language]}
            error={error('commune')}
            items={candidates.map((place) => ({
              value: tag(place),
              text: place.name,
              hint: place.formerly ? words.formerly[language] + place.formerly : undefined,
            }))}
          />
        )}
        {field.detail !== 'none' && (
          <Input
            id={`${id}-detail`}
            name={`${name}.detail`}
            label={words.detail[language] + (field.detail === 'optional' ? words.optional[language] : '')}
            error={error('detail')}
            value={typed(value.detail)}
          />
        )}
      </Fieldset>
    </div>
  );
};

const field: AddressField = {
  id: 'residence',
  type: 'address',
  label: { vi: 'Nơi cư trú', en: 'Residence' },
  personalData: 'basic',
};

const missingDetail = 'Hãy điền số nhà, đường hoặc thôn của nơi cư trú.';
const missingPlace = 'Hãy điền xã, phường của nơi cư trú.';
const notFound =
  'Không tìm thấy xã, phường của nơi cư trú. Hãy viết cả tên tỉnh, ví dụ: Xã Mẫu Sơn, Tỉnh Sông Lam.';
const found = { place: 'Xã Mẫu Sơn, Tỉnh Sông Lam', commune: '99001' };

export const address: Leaf<AddressField> = {
  kind: 'leaf',
  name: { vi: 'Địa chỉ', en: 'Address' },
  options: { detail: { enum: ['optional', 'none'] } },
  gather: ['place', 'found', 'chosen', 'detail'],
  tidy,
  schema: ({ detail }) => ({
    type: 'object',
    properties: {
      place: { type: 'string', minLength: 2, maxLength: 200 },
      commune: { type: 'string', pattern: '^[0-9A-Z]{5}$' },
      detail: { type: 'string', maxLength: 200 },
      formerly: { type: 'string', maxLength: 300 },
    },
    required: detail ? ['place', 'commune'] : ['place', 'commune', 'detail'],
  }),
  missing: (field) => about(field, 'Hãy điền {}.', 'Enter {}.'),
  broken,
  box: (_, { at, value }) => (at === 'commune' && !severalIn(value) ? 'place' : at),
  check: (field, value: Address) => {
    const fault = value.detail === undefined ? null : strangeCharacter(field, value.detail);
    return fault && { ...fault, at: 'detail' };
  },
  input: (props) => <AddressInput {...props} />,
  display: (_, { detail, place, formerly }: Address, language) =>
    [detail, place].filter(Boolean).join(', ') +
    (formerly ? ` (${words.formerly[language]}${formerly})` : ''),
  format: () => ({
    vi: 'Địa chỉ: mã xã 5 chữ số, tên xã và tỉnh, chi tiết',
    en: 'Address: 5-digit commune code, commune and province, details',
  }),
  examples: {
    field,
    valid: [
      [
        { ...found, detail: 'Số 5, thôn Thí Dụ' },
        { ...found, detail: 'Số 5, thôn Thí Dụ' },
        'Số 5, thôn Thí Dụ, Xã Mẫu Sơn, Tỉnh Sông Lam',
      ],
      [
        { place: '', chosen: '99001|Xã Mẫu Sơn, Tỉnh Sông Lam', detail: ' <b>Tổ 2</b> ' },
        { ...found, detail: '<b>Tổ 2</b>' },
        '<b>Tổ 2</b>, Xã Mẫu Sơn, Tỉnh Sông Lam',
      ],
      [
        { place: 'xã MẪU Sơn, tỉnh Sông Lam', found: '99001|Xã Mẫu Sơn, Tỉnh Sông Lam', detail: 'Tổ 2' },
        { place: 'xã MẪU Sơn, tỉnh Sông Lam', commune: '99001', detail: 'Tổ 2' },
        'Tổ 2, xã MẪU Sơn, tỉnh Sông Lam',
      ],
    ],
    bad: [
      ['', 'Hãy điền nơi cư trú.'],
      [{ place: ' ', detail: '' }, 'Hãy điền nơi cư trú.'],
      [null, 'Hãy điền nơi cư trú.'],
      [{ ...found, detail: ' ' }, missingDetail],
      [{ place: '', detail: 'Tổ 2' }, missingPlace],
      [{ place: 'Atlantis', detail: 'Tổ 2' }, notFound],
      [{ place: 'Xã khác', found: '99001|Xã Mẫu Sơn, Tỉnh Sông Lam', detail: 'Tổ 2' }, notFound],
      [{ place: 'Không rõ'.normalize('NFD'), detail: 'Tổ 2' }, notFound],
      [{ place: 'Ba Đình', chosen: "99001' OR 1=1|x", detail: 'Tổ 2' }, notFound],
      [
        { place: 'Tân Lập', candidates: [found, found], detail: 'Tổ 2' },
        'Có nhiều nơi tên như vậy. Hãy chọn một nơi cho nơi cư trú.',
      ],
      [{ ...found, commune: '9900', detail: 'Tổ 2' }, notFound],
      [{ ...found, commune: 99_001, detail: 'Tổ 2' }, notFound],
      [
        { ...found, place: 'X', detail: 'Tổ 2' },
        'Xã, phường của nơi cư trú phải có ít nhất 2 ký tự; bạn mới viết 1.',
      ],
      [
        { ...found, place: ['a', 'b'], detail: 'Tổ 2' },
        'Xã, phường của nơi cư trú chỉ nhận một câu trả lời.',
      ],
      [{ ...found, detail: ['a', 'b'] }, 'Phần chi tiết của nơi cư trú chỉ nhận một câu trả lời.'],
      [{ ...found, detail: { a: 1 } }, 'Phần chi tiết của nơi cư trú không đọc được, hãy điền lại.'],
      [
        { ...found, detail: 'x'.repeat(100_000) },
        'Phần chi tiết của nơi cư trú dài tối đa 200 ký tự; bạn đã viết 100.000.',
      ],
      [
        { ...found, detail: 'Tổ 2\u0000' },
        'Nơi cư trú có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.',
      ],
      [
        { ...found, detail: 'Tổ \u202e2' },
        'Nơi cư trú có ký tự ẩn không nhìn thấy được. Hãy xoá đi và gõ lại.',
      ],
      [
        { ...found, detail: 'Tổ 2 🏠' },
        'Nơi cư trú có biểu tượng (emoji) không in được vào tờ khai. Hãy viết bằng lời.',
      ],
      [{ ...found, detail: 'T\ufffd 2' }, 'Nơi cư trú có chữ bị hỏng. Hãy gõ lại bằng bảng mã Unicode.'],
      ['Xã Mẫu Sơn', notFound],
      [['Xã Mẫu Sơn', 'Tổ 2'], 'Nơi cư trú chỉ nhận một câu trả lời.'],
      [5, 'Nơi cư trú không đọc được, hãy điền lại.'],
    ],
  },
};
