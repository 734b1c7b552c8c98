/** Rearranging communes of a province: merging, dividing, renaming, changing kind. Old addresses follow. */
import { Button, DatePicker, Fieldset, Input, Select, WarningText } from '../../../ground/ui/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { day, input, oneOf, optional, text, type Field } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { dayBefore } from '../../law/index.ts';
import { communeKinds, rearrangementOf, type Entered } from '../arrange.ts';
import { rearrange } from '../commands.ts';
import { mayRearrange } from '../policy.ts';
import { getProvince, listCommunes } from '../queries.ts';
import { placesCrumbs, PLACES_PATH, provincePath, rearrangeName, rearrangePath } from './paths.ts';

const own = {
  warning: {
    vi: 'Không làm lại được. Xã đổi tên, đổi loại hoặc nhận thêm đất cũng kết thúc và bắt đầu lại: ghi ở cả hai phần. Ủy ban nhân dân của xã được sửa ở trang cơ quan.',
    en: 'This cannot be undone. A commune that is renamed, changes its kind or grows ends and begins again: enter it in both parts. Its People’s Committee is changed on the page of agencies.',
  },
  on: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  basis: { vi: 'Căn cứ (nghị quyết)', en: 'By which resolution' },
  begun: { vi: 'Xã, phường, đặc khu mới', en: 'New communes' },
  begunOf: (n: number): Text => ({ vi: `Đơn vị mới ${n}`, en: `New commune ${n}` }),
  code: { vi: 'Mã', en: 'Code' },
  kind: { vi: 'Loại', en: 'Kind' },
  name: { vi: 'Tên, không kèm loại', en: 'Name, without the kind' },
  lines: { vi: 'Đơn vị kết thúc và nơi nhập vào', en: 'Communes that end, and what they become' },
  linesHint: {
    vi: 'Một dòng nếu nhập toàn bộ vào một nơi. Chia cho nhiều nơi thì mỗi nơi một dòng.',
    en: 'One line if all of it goes to one place. One line for each place if it is divided.',
  },
  lineOf: (n: number): Text => ({ vi: `Dòng ${n}`, en: `Line ${n}` }),
  old: { vi: 'Đơn vị kết thúc', en: 'It ends' },
  into: { vi: 'Thành đơn vị mới có mã', en: 'Becomes the new commune with the code' },
  none: { vi: 'Không', en: 'None' },
  button: { vi: 'Ghi việc sắp xếp', en: 'Save the rearrangement' },
  done: { vi: 'Đã ghi. Địa chỉ cũ đi theo đơn vị mới.', en: 'Saved. Old addresses follow.' },
} as const;

/** As many as one page asks for; a rearrangement of a whole province is brought in by import. */
const BEGUN = [1, 2, 3, 4] as const;
const LINES = [1, 2, 3, 4, 5, 6] as const;

type Name =
  `${'code' | 'kind' | 'name'}${(typeof BEGUN)[number]}` | `${'old' | 'into'}${(typeof LINES)[number]}`;
const line = (label: Text, max = 20): Field<string | null> => optional(text({ label, max }));
const parts = Object.fromEntries([
  ...BEGUN.flatMap((n) => [
    [`code${n}`, line(own.code)],
    [`kind${n}`, optional(oneOf(communeKinds, own.kind))],
    [`name${n}`, line(own.name, 100)],
  ]),
  ...LINES.flatMap((n) => [
    [`old${n}`, line(own.old)],
    [`into${n}`, line(own.into)],
  ]),
]) as Readonly<Record<Name, Field<string | null>>>;

/** The rows that were filled in. */
const enteredOf = (typed: Readonly<Record<Name, string | null>>): Pick<Entered, 'begun' | 'lines'> => ({
  begun: BEGUN.flatMap((n) => {
    const [code, name] = [typed[`code${n}`], typed[`name${n}`]];
    const kind = communeKinds.find((one) => one === typed[`kind${n}`]) ?? 'Xã';
    return code === null && name === null
      ? []
      : [{ code: (code ?? '').toUpperCase(), kind, name: name ?? '' }];
  }),
  lines: LINES.flatMap((n) => {
    const [code, newCode] = [typed[`old${n}`], typed[`into${n}`]];
    return code === null && newCode === null
      ? []
      : [{ code: code ?? '', newCode: (newCode ?? '').toUpperCase() }];
  }),
});

export const rearrangePage = page({
  path: `${PLACES_PATH}/tinh/:code/sap-xep`,
  who: mayRearrange,
  example: rearrangePath('SL'),
  input: input({
    ...parts,
    on: day({ vi: 'ngày có hiệu lực', en: 'the day it is in force' }),
    basis: text({ label: { vi: 'căn cứ', en: 'the resolution' }, max: 500 }),
  }),
  gather: async ({ look, params, now }) => {
    const code = params['code'] ?? '';
    const today = vietnamDay(now);
    return {
      province: await getProvince(look, code, today),
      communes: await listCommunes(look, code, today),
    };
  },
  view: ({ province, communes }, visit, fault) => {
    const { lang } = visit;
    const shown = (name: string) => entered(name, fault, visit);
    const choices = [
      { value: '', text: own.none[lang] },
      ...communes.map(({ code, fullName }) => ({ value: code, text: `${fullName} (${code})` })),
    ];
    return {
      title: rearrangeName,
      crumbs: placesCrumbs(),
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">{province.fullName}</span>
          <h1 class="govuk-heading-l">{rearrangeName[lang]}</h1>
          <WarningText>{own.warning[lang]}</WarningText>
          <Form visit={visit}>
            <DatePicker {...shown('on')} label={own.on[lang]} />
            <Input {...shown('basis')} label={own.basis[lang]} />
            <h2 class="govuk-heading-m" id="begun">
              {own.begun[lang]}
            </h2>
            {BEGUN.map((n) => (
              <Fieldset legend={own.begunOf(n)[lang]}>
                <div class="govuk-grid-row">
                  <div class="govuk-grid-column-one-third">
                    <Input {...shown(`code${n}`)} label={own.code[lang]} width={10} />
                  </div>
                  <div class="govuk-grid-column-one-third">
                    <Select
                      {...shown(`kind${n}`)}
                      label={own.kind[lang]}
                      items={communeKinds.map((kind) => ({ value: kind, text: kind }))}
                    />
                  </div>
                  <div class="govuk-grid-column-one-third">
                    <Input {...shown(`name${n}`)} label={own.name[lang]} />
                  </div>
                </div>
              </Fieldset>
            ))}
            <h2 class="govuk-heading-m" id="successions">
              {own.lines[lang]}
            </h2>
            <p class="govuk-hint">{own.linesHint[lang]}</p>
            {LINES.map((n) => (
              <Fieldset legend={own.lineOf(n)[lang]}>
                <div class="govuk-grid-row">
                  <div class="govuk-grid-column-one-half">
                    <Select {...shown(`old${n}`)} label={own.old[lang]} items={choices} />
                  </div>
                  <div class="govuk-grid-column-one-half">
                    <Input {...shown(`into${n}`)} label={own.into[lang]} width={10} />
                  </div>
                </div>
              </Fieldset>
            ))}
            <Button kind="warning" preventDoubleClick>
              {own.button[lang]}
            </Button>
          </Form>
        </>
      ),
    };
  },
  act: async (act, { on, basis, ...typed }, { gathered: { province } }) => {
    const held = await listCommunes(act, province.code, dayBefore(on));
    await rearrange(act, rearrangementOf({ on, basis, ...enteredOf(typed) }, province, held));
    return { to: `${provincePath(province.code)}?ngay=${on}`, say: own.done };
  },
});
