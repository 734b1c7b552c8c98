/** Abolishing an agency, with who takes over what: one successor for all, or several by field and place. */
import { Button, DatePicker, Fieldset, Input, WarningText } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { day, input, optional, text, type Field } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { abolishAgency, type Heir } from '../commands.ts';
import { isAdministrator } from '../manage.ts';
import { managed } from './change.tsx';
import { agenciesCrumbs, agencyPath, agencyTyped, identifierHint, ONE_PATH } from './paths.ts';

const own = {
  title: { vi: 'Giải thể, sáp nhập, chia cơ quan', en: 'Abolish, merge or divide the agency' },
  warning: {
    vi: 'Không làm lại được. Việc đang mở chuyển đến cơ quan kế thừa; giấy tờ đã cấp giữ nguyên tên.',
    en: 'This cannot be undone. Open work goes to the successors; what was issued keeps its name.',
  },
  last: { vi: 'Ngày cuối hoạt động', en: 'Last day' },
  basis: { vi: 'Căn cứ (văn bản)', en: 'By which document' },
  heirs: { vi: 'Cơ quan kế thừa', en: 'Successors' },
  heirsHint: {
    vi: 'Một dòng nếu một cơ quan nhận tất cả. Chia theo lĩnh vực hoặc địa bàn thì mỗi phần một dòng; bỏ trống nghĩa là tất cả.',
    en: 'One line if one agency takes over everything. One line for each part if divided by field or place; empty means all.',
  },
  heir: (n: number): Text => ({ vi: `Cơ quan kế thừa ${n}`, en: `Successor ${n}` }),
  identifier: { vi: 'Mã định danh', en: 'Identifier' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  place: { vi: 'Mã địa bàn', en: 'Code of the place' },
  done: {
    vi: 'Đã ghi. Việc đang mở được chuyển đến cơ quan kế thừa.',
    en: 'Saved. Open work goes to the successors.',
  },
} as const;

/** As many parts as one page asks for; a division into more is done by import. */
const LINES = [1, 2, 3, 4, 5, 6] as const;

const line = (label: Text): Field<string | null> => optional(text({ label, max: 60 }));

type Line = (typeof LINES)[number];
type Parts = Readonly<Record<`${'heir' | 'field' | 'place'}${Line}`, Field<string | null>>>;
const parts = Object.fromEntries(
  LINES.flatMap((n) => [
    [`heir${n}`, line(own.identifier)],
    [`field${n}`, line(own.field)],
    [`place${n}`, line(own.place)],
  ]),
) as Parts;

export const abolishPage = page({
  path: `${ONE_PATH}/giai-the`,
  who: isAdministrator,
  example: null,
  input: input({
    ...parts,
    last: day({ vi: 'ngày cuối hoạt động', en: 'the last day' }),
    basis: text({ label: { vi: 'căn cứ', en: 'the document' }, max: 500 }),
  }),
  gather: managed,
  view: (agency, visit, fault) => {
    const { lang } = visit;
    const shown = (name: string) => entered(name, fault, visit);
    return {
      title: own.title,
      crumbs: agenciesCrumbs(agency),
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">{agency.name[lang]}</span>
          <h1 class="govuk-heading-l">{own.title[lang]}</h1>
          <WarningText>{own.warning[lang]}</WarningText>
          <Form visit={visit}>
            <DatePicker {...shown('last')} label={own.last[lang]} />
            <Input {...shown('basis')} label={own.basis[lang]} />
            <h2 class="govuk-heading-m" id="successors">
              {own.heirs[lang]}
            </h2>
            <p class="govuk-hint">{own.heirsHint[lang]}</p>
            {LINES.map((n) => (
              <Fieldset legend={own.heir(n)[lang]}>
                <div class="govuk-grid-row">
                  <div class="govuk-grid-column-one-third">
                    <Input
                      {...shown(`heir${n}`)}
                      label={own.identifier[lang]}
                      hint={n === 1 ? identifierHint[lang] : undefined}
                    />
                  </div>
                  <div class="govuk-grid-column-one-third">
                    <Input {...shown(`field${n}`)} label={own.field[lang]} />
                  </div>
                  <div class="govuk-grid-column-one-third">
                    <Input {...shown(`place${n}`)} label={own.place[lang]} />
                  </div>
                </div>
              </Fieldset>
            ))}
            <Button kind="warning" preventDoubleClick>
              {own.title[lang]}
            </Button>
          </Form>
        </>
      ),
    };
  },
  act: async (act, typed, { gathered: { id } }) => {
    const heirs: Heir[] = [];
    for (const n of LINES) {
      const identifier = typed[`heir${n}`];
      if (identifier === null) continue;
      const { id: successor } = await agencyTyped(act, `heir${n}`, identifier);
      heirs.push({ successor, field: typed[`field${n}`] ?? null, place: typed[`place${n}`] ?? null });
    }
    await abolishAgency(act, id, { last: typed.last, basis: typed.basis, heirs });
    return { to: agencyPath(id), say: own.done };
  },
});
