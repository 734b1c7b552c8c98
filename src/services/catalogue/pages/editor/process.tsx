/** `/quan-tri/thu-tuc/:code/quy-trinh`: the process of a procedure as diagram and step table; both edit one definition. */
import { Button, Input, InsetText, LinkRow } from '../../../../ground/ui/index.ts';
import { Invalid } from '../../../../ground/operate/errors.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { errorOf, Faults, Form, typedIn } from '../../../../ground/web/form.tsx';
import { input, text, type Field } from '../../../../ground/web/input.ts';
import { page, type Answer, type Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import {
  describeLimit,
  drawingOf,
  exportDefinition,
  fromStepTable,
  ProcessPicture,
  publishable,
  toStepTable,
  unknownServices,
  type Definition,
  type Finding,
  type ServiceName,
  type StepRow,
} from '../../../../work/process/index.ts';
import { editedProcess, storeProcess } from '../../process/store.ts';
import { columns, readRows, typedRows, type TypedRow } from '../../process/table-form.ts';
import { processWords as words } from '../../process/words.ts';
import { aboutElement } from '../../rules/local-layer.ts';
import { isEditor } from '../../rules/states.ts';
import { BegunFields, refuseMoved, withBegun } from '../begun.tsx';
import { EDITOR } from './list.tsx';

/** The page of a procedure's process. */
export const processEditorPath = (code: string): string => `${EDITOR}/${code}/quy-trinh`;

const MOST_ROWS = 100;
const EMPTY: TypedRow = {
  id: '',
  step: '',
  unit: '',
  position: '',
  limit: '',
  output: '',
  act: '',
  next: '',
};

/** One column: a value for every row. */
const column = (): Field<readonly string[]> => ({
  schema: { type: 'array', items: { type: 'string', maxLength: 500 }, maxItems: MOST_ROWS },
  read: (raw, name) => {
    const list = raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
    const fits =
      list.length <= MOST_ROWS && list.every((one) => typeof one === 'string' && one.length <= 500);
    return fits
      ? { value: (list as string[]).map((one) => one.normalize('NFC')) }
      : {
          errors: [
            { field: name, message: { vi: 'Bảng dài quá hoặc sai.', en: 'The table is too long or wrong.' } },
          ],
        };
  },
});

const limitText = ({ hours, limit }: StepRow): string => {
  if (hours !== null) return `${String(hours).replace('.', ',')} giờ`;
  return limit ? describeLimit(limit).vi : '';
};

async function gather({ look, params }: Visit) {
  const { base, procedure, definition } = await editedProcess(look, params['code'] ?? '');
  const table = toStepTable(definition);
  return {
    base,
    procedure,
    definition,
    rows: 'rows' in table ? typedRows(table.rows, limitText) : null,
    drawing: await drawingOf(definition),
  };
}

type FoundProps = { readonly found: readonly Finding[]; readonly lang: Language };

const Found = ({ found, lang }: FoundProps) =>
  found.length > 0 && (
    <ul class="govuk-list govuk-list--bullet">
      {found.map((one) => (
        <li>{aboutElement(one)[lang]}</li>
      ))}
    </ul>
  );

type SoundnessProps = {
  readonly definition: Definition;
  readonly services: readonly ServiceName[];
  readonly lang: Language;
};

/** What keeps the process from being published, and what one should know though it may be. */
const Soundness = ({ definition, services, lang }: SoundnessProps) => {
  const wanting = publishable(definition);
  const doubts = unknownServices(definition, services);
  return (
    <>
      <h2 class="govuk-heading-m">{words.soundness[lang]}</h2>
      <p class="govuk-body">{(wanting.length === 0 ? words.sound : words.unsound)[lang]}</p>
      <Found found={wanting} lang={lang} />
      {doubts.length > 0 && <p class="govuk-body">{words.doubts[lang]}</p>}
      <Found found={doubts} lang={lang} />
    </>
  );
};

const StepTable = ({ rows, lang }: { readonly rows: readonly TypedRow[]; readonly lang: Language }) => (
  <div class="tt-scroll" tabIndex={0} role="group" aria-label={words.table[lang]}>
    <table class="govuk-table tt-dense">
      <caption class="govuk-table__caption govuk-visually-hidden">{words.table[lang]}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            #
          </th>
          {columns.map((name) => (
            <th scope="col" class="govuk-table__header">
              {words.columns[name][lang]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {[...rows, EMPTY, EMPTY].map((row, n) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {n + 1}
              <input type="hidden" name="id" value={row.id} />
            </th>
            {columns.map((name) => (
              <td class="govuk-table__cell">
                <input
                  class={`govuk-input ${name === 'limit' || name === 'act' ? 'govuk-input--width-5' : 'govuk-input--width-10'}`}
                  id={`${name}-${n}`}
                  name={name}
                  value={row[name]}
                  maxLength={500}
                  aria-label={`${words.columns[name][lang]}, ${words.row(n + 1)[lang]}`}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const fields = input({
  id: column(),
  step: column(),
  unit: column(),
  position: column(),
  limit: column(),
  output: column(),
  act: column(),
  next: column(),
  cause: text({ label: words.causeField, max: 500 }),
});

type Typed = Readonly<Record<(typeof columns)[number] | 'id', readonly string[]>>;

const rowsOf = (typed: Typed): readonly TypedRow[] =>
  typed.step.map((_, n) => {
    const at = (name: keyof Typed): string => typed[name][n] ?? '';
    return {
      id: at('id'),
      step: at('step'),
      unit: at('unit'),
      position: at('position'),
      limit: at('limit'),
      output: at('output'),
      act: at('act'),
      next: at('next'),
    };
  });

/** What was typed before a fault, so that nobody types a table twice. */
function typedAgain(typed: Readonly<Record<string, unknown>> | undefined): readonly TypedRow[] | null {
  const read = typed && fields.read({ ...typed, cause: 'x' });
  return read && 'value' in read ? rowsOf(read.value) : null;
}

/** The definition of the rows that were typed, on top of the one before. Throws Invalid. */
function definitionFrom(before: Definition, typed: Typed): Definition {
  const { rows, errors } = readRows(rowsOf(typed));
  if (errors.length > 0) throw new Invalid(errors);
  if (rows.length === 0)
    throw new Invalid([
      { field: 'step-0', message: { vi: 'Bảng phải có ít nhất một bước.', en: 'The table needs a step.' } },
    ]);
  const forms = new Map(
    before.nodes.flatMap((node) => ('office' in node ? [[node.id, node.office.form] as const] : [])),
  );
  return fromStepTable(
    before,
    rows.map((row) => ({ ...row, form: forms.get(row.id) ?? null })),
  );
}

export const processEditorPage = (services: readonly ServiceName[]): Page =>
  page({
    path: `${EDITOR}/:code/quy-trinh`,
    who: isEditor,
    example: processEditorPath('1.001193'),
    input: withBegun(fields),
    gather,
    view: ({ base, procedure, definition, rows, drawing }, visit, fault) => {
      const { lang } = visit;
      const shown = typedAgain(fault?.typed) ?? rows;
      return {
        title: words.title,
        crumbs: administrationCrumbs({
          text: { vi: procedure.name, en: procedure.nameEn ?? procedure.name },
          href: `${EDITOR}/${procedure.code}`,
        }),
        wide: true,
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l" lang="vi">
              {procedure.name}
            </span>
            <h1 class="govuk-heading-l">{words.title[lang]}</h1>
            <InsetText>
              {(base.isDraft ? words.draft : words.inForce)(base.version)[lang]}. {words.stays[lang]}
            </InsetText>
            <h2 class="govuk-heading-m">{words.diagram[lang]}</h2>
            <ProcessPicture
              definition={definition}
              drawing={drawing}
              label={`${words.diagram[lang]}: ${definition.name}`}
            />
            <LinkRow
              items={[
                { href: `${processEditorPath(procedure.code)}/ve`, text: words.draw[lang] },
                { href: `${processEditorPath(procedure.code)}/bpmn`, text: words.export[lang] },
                { href: `/chi-dao/quy-trinh/${procedure.code}`, text: words.analysis[lang] },
              ]}
            />
            <Soundness definition={definition} services={services} lang={lang} />
            <h2 class="govuk-heading-m">{words.table[lang]}</h2>
            {shown === null ? (
              <p class="govuk-body">{words.notATable[lang]}</p>
            ) : (
              <Form visit={visit}>
                <BegunFields visit={visit} fault={fault} stored={base.local.process} />
                <p class="govuk-hint">{words.tableHint[lang]}</p>
                <StepTable rows={shown} lang={lang} />
                <Input
                  id="cause"
                  name="cause"
                  label={words.cause[lang]}
                  value={typedIn(fault, 'cause') ?? base.cause}
                  error={errorOf(fault, 'cause', visit)}
                />
                <Button preventDoubleClick>{words.save[lang]}</Button>
              </Form>
            )}
          </>
        ),
      };
    },
    act: async (act, typed, { gathered: { base, procedure, definition } }) => {
      const next = definitionFrom(definition, typed);
      refuseMoved(typed, base.local.process);
      await storeProcess(act, procedure.code, next, { cause: typed.cause, onto: base.local });
      return { to: processEditorPath(procedure.code), say: words.saved };
    },
  });

/** The same definition as a BPMN 2.0 file. */
export const processFileAnswer: Answer = {
  path: `${EDITOR}/:code/quy-trinh/bpmn`,
  who: isEditor,
  example: `${processEditorPath('1.001193')}/bpmn`,
  respond: async (visit) => {
    const { procedure, definition } = await gather(visit);
    return new Response(await exportDefinition(definition), {
      headers: {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': `attachment; filename="${procedure.code}.bpmn"`,
      },
    });
  },
};
