/** `/quan-tri/thu-tuc/:code/bieu-mau`: the form of a procedure as an outline: order, conditions in words, checks, import and export. */
import type { VNode } from 'preact';
import { Button, ButtonGroup, Input, InsetText, Select, Textarea } from '../../../../ground/ui/index.ts';
import { Invalid } from '../../../../ground/operate/errors.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { entered, Faults, Form, typedIn } from '../../../../ground/web/form.tsx';
import { input, optional, text } from '../../../../ground/web/input.ts';
import { page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import {
  conditionSentence,
  fieldsOf,
  fieldTypes,
  formulaOf,
  type Definition,
  type Field,
  type Logic,
  type Page,
} from '../../../../work/forms/index.ts';
import { componentFaults } from '../../rules/local-layer.ts';
import { askedAgain, takenElsewhere } from '../../rules/once-only.ts';
import { isEditor } from '../../rules/states.ts';
import { pressed } from './outline-acts.ts';
import { BegunFields, refuseMoved, withBegun } from '../begun.tsx';
import { builderCrumbs, builderPath } from './paths.ts';
import { firstForm, formIn, getDraftForm, listForms, saveForm } from './draft-form.ts';
import { words } from './words.ts';

type MoveProps = {
  readonly what: 'field' | 'page' | 'section';
  readonly of: string;
  /** The page of a question. */
  readonly on?: string;
  readonly lang: Language;
};

const Move = ({ what, of, on, lang }: MoveProps) => (
  <ButtonGroup>
    {(['up', 'down', 'remove'] as const).map((act) => (
      <Button kind="secondary" name="act" value={[act, what, of, on ?? ''].join(' ').trim()}>
        {words[act][lang]}
        <span class="govuk-visually-hidden"> {of}</span>
      </Button>
    ))}
  </ButtonGroup>
);

/** Under which condition a part is asked, in words. */
const whenAsked = (
  form: Definition,
  showIf: Logic | undefined,
  siblings: readonly Field[],
  lang: Language,
): string =>
  showIf === undefined
    ? ''
    : `${words.asked[lang]}: ${conditionSentence(showIf, fieldsOf(form, siblings), lang)}.`;

type LineProps = {
  readonly form: Definition;
  readonly field: Field;
  readonly at: Page;
  readonly code: string;
  readonly lang: Language;
};

const Line = ({ form, field, at, code, lang }: LineProps): VNode => (
  <li>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <a class="govuk-link" href={builderPath(code, `/cau-hoi?ma=${field.id}&trang=${at.id}`)}>
        {field.label[lang]}
      </a>{' '}
      ({fieldTypes[field.type].name[lang]}).{' '}
      {field.compute !== undefined && `${words.compute[lang]}: ${formulaOf(field.compute) ?? '…'}. `}
      {whenAsked(form, field.showIf, at.fields, lang) || `${words.always[lang]}.`}
      {field.source && ` ${words.from[lang]}: ${field.source.registry}.${field.source.path}.`}
    </p>
    <Move what="field" of={field.id} on={at.id} lang={lang} />
  </li>
);

const PageOutline = ({
  form,
  one,
  code,
  lang,
}: {
  readonly form: Definition;
  readonly one: Page;
  readonly code: string;
  readonly lang: Language;
}) => (
  <section>
    <h3 class="govuk-heading-s">
      {words.page[lang]}:{' '}
      <a class="govuk-link" href={builderPath(code, `/trang?ma=${one.id}`)}>
        {one.title[lang]}
      </a>
    </h3>
    {(one.repeat || one.showIf !== undefined) && (
      <p class="govuk-body">
        {one.repeat && `${words.repeats[lang]}: ${one.repeat.title[lang]}. `}
        {whenAsked(form, one.showIf, [], lang)}
      </p>
    )}
    <Move what="page" of={one.id} lang={lang} />
    <ol class="govuk-list govuk-list--number">
      {one.fields.map((field) => (
        <Line form={form} field={field} at={one} code={code} lang={lang} />
      ))}
    </ol>
    <p class="govuk-body">
      <a class="govuk-link" href={builderPath(code, `/cau-hoi?trang=${one.id}`)}>
        {words.addQuestion[lang]}
        <span class="govuk-visually-hidden"> {one.title[lang]}</span>
      </a>
    </p>
  </section>
);

const Rules = ({
  form,
  code,
  lang,
}: {
  readonly form: Definition;
  readonly code: string;
  readonly lang: Language;
}) => (
  <>
    <h2 class="govuk-heading-m">{words.rules[lang]}</h2>
    {form.rules?.length ? (
      <ul class="govuk-list">
        {form.rules.map(({ id, when, message }) => (
          <li>
            <p class="govuk-body govuk-!-margin-bottom-1">
              <a class="govuk-link" href={builderPath(code, `/quy-tac?ma=${id}`)}>
                {message[lang]}
              </a>{' '}
              {words.wrongWhen[lang]}: {conditionSentence(when, fieldsOf(form), lang)}.
            </p>
            <Button kind="secondary" name="act" value={`remove rule ${id}`}>
              {words.remove[lang]}
              <span class="govuk-visually-hidden"> {id}</span>
            </Button>
          </li>
        ))}
      </ul>
    ) : (
      <p class="govuk-body">{words.noRules[lang]}</p>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={builderPath(code, '/quy-tac')}>
        {words.addRule[lang]}
      </a>
    </p>
  </>
);

const Checks = ({ gathered, lang }: { readonly gathered: Gathered; readonly lang: Language }) => {
  const { form, current, taken } = gathered;
  if (!form) return null;
  const faults = componentFaults(current, form);
  const again = askedAgain(form, taken);
  return (
    <>
      <h2 class="govuk-heading-m">{words.law[lang]}</h2>
      {faults.length === 0 ? (
        <p class="govuk-body">{words.lawful[lang]}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {faults.map(({ text: said }) => (
            <li>{said[lang]}</li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">
        {words.once[lang]}: {again.length}
      </h2>
      {again.length === 0 ? (
        <p class="govuk-body">{words.onceNone[lang]}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {again.map(({ label, source }) => (
            <li>
              {label[lang]}: {source.registry}.{source.path}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

async function gather({ look, params }: Visit) {
  const draft = await getDraftForm(look, params['code'] ?? '');
  return { ...draft, taken: takenElsewhere(await listForms(look)) };
}
type Gathered = Awaited<ReturnType<typeof gather>>;

const fields = input({
  act: text({ label: words.title, max: 200 }),
  section: optional(text({ label: words.section, max: 80 })),
  pageTitle: text({ label: words.pageTitle, max: 200, min: 0 }),
  pageTitleEn: text({ label: words.pageTitleEn, max: 200, min: 0 }),
  sectionTitle: text({ label: words.sectionTitle, max: 200, min: 0 }),
  sectionTitleEn: text({ label: words.sectionTitleEn, max: 200, min: 0 }),
  json: text({ label: words.importJson, max: 250_000, min: 0, lines: true }),
});

function parsed(json: string): Definition {
  try {
    return JSON.parse(json) as Definition; // What it holds is checked when it is saved.
  } catch {
    throw new Invalid([{ field: 'json', message: words.notJson }]);
  }
}

export const builderOutlinePage = page({
  path: builderPath(':code'),
  who: isEditor,
  example: builderPath('1.001193'),
  input: withBegun(fields),
  gather,
  view: (gathered, visit, fault) => {
    const { current, form } = gathered;
    const { lang } = visit;
    const { code } = current;
    return {
      title: words.title,
      crumbs: builderCrumbs(code),
      wide: true,
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l" lang="vi">
            {current.name}
          </span>
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <InsetText>{words.intro[lang]}</InsetText>
          {form && (
            <ul class="govuk-list">
              <li>
                <a class="govuk-link" href={builderPath(code, '/xem')}>
                  {words.preview[lang]}
                </a>
              </li>
              <li>
                <a class="govuk-link" href={builderPath(code, '/dinh-nghia.json')}>
                  {words.exportJson[lang]}
                </a>
              </li>
            </ul>
          )}
          <Checks gathered={gathered} lang={lang} />
          <Form visit={visit}>
            {form === null ? (
              <>
                <p class="govuk-body">{words.none[lang]}</p>
                <Button name="act" value="begin">
                  {words.begin[lang]}
                </Button>
              </>
            ) : (
              <>
                {form.sections.map((section) => (
                  <section>
                    <h2 class="govuk-heading-m">
                      <a class="govuk-link" href={builderPath(code, `/muc?ma=${section.id}`)}>
                        {section.title[lang]}
                      </a>
                    </h2>
                    {section.showIf !== undefined && (
                      <p class="govuk-body">{whenAsked(form, section.showIf, [], lang)}</p>
                    )}
                    <Move what="section" of={section.id} lang={lang} />
                    {section.pages.map((one) => (
                      <PageOutline form={form} one={one} code={code} lang={lang} />
                    ))}
                  </section>
                ))}
                <Rules form={form} code={code} lang={lang} />
                <h2 class="govuk-heading-m">{words.newPage[lang]}</h2>
                <Select
                  id="section"
                  name="section"
                  label={words.section[lang]}
                  value={typedIn(fault, 'section')}
                  items={form.sections.map(({ id, title }) => ({ value: id, text: title[lang] }))}
                />
                {(['pageTitle', 'pageTitleEn'] as const).map((name) => (
                  <Input {...entered(name, fault, visit)} label={words[name][lang]} />
                ))}
                <Button kind="secondary" name="act" value="add-page">
                  {words.newPage[lang]}
                </Button>
                <h2 class="govuk-heading-m">{words.newSection[lang]}</h2>
                {(['sectionTitle', 'sectionTitleEn'] as const).map((name) => (
                  <Input {...entered(name, fault, visit)} label={words[name][lang]} />
                ))}
                <Button kind="secondary" name="act" value="add-section">
                  {words.newSection[lang]}
                </Button>
              </>
            )}
            <BegunFields visit={visit} fault={fault} stored={form} />
            <Textarea {...entered('json', fault, visit)} label={words.importJson[lang]} rows={6} />
            <Button kind="secondary" name="act" value="import">
              {words.importButton[lang]}
            </Button>
          </Form>
        </>
      ),
    };
  },
  act: async (act, typed, { gathered }) => {
    const { code } = gathered.current;
    // The buttons change the form as it is now; an import replaces it whole.
    if (typed.act === 'import') refuseMoved(typed, gathered.form);
    const changed = (): Definition => {
      if (typed.act === 'begin') return firstForm(gathered.current);
      return typed.act === 'import' ? parsed(typed.json) : pressed(formIn(gathered), typed.act, typed);
    };
    await saveForm(act, gathered, changed());
    return { to: builderPath(code), say: words.changed };
  },
});

/** The definition to keep or to carry to another installation. */
export const definitionAnswer = {
  path: builderPath(':code', '/dinh-nghia.json'),
  who: isEditor,
  example: builderPath('1.001193', '/dinh-nghia.json'),
  respond: async ({ look, params }: Visit) => {
    const code = params['code'] ?? '';
    const form = formIn(await getDraftForm(look, code));
    return new Response(JSON.stringify(form, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="bieu-mau-${encodeURIComponent(code)}.json"`,
        'cache-control': 'no-store',
      },
    });
  },
};
