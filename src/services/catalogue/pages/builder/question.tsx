/** `/quan-tri/thu-tuc/:code/bieu-mau/cau-hoi`: one question: `?ma=` edits it, `?trang=` adds one to a page. */
import type { VNode } from 'preact';
import {
  Button,
  Checkboxes,
  Fieldset,
  Input,
  InsetText,
  Select,
  Textarea,
} from '../../../../ground/ui/index.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { errorOf, Faults, Form } from '../../../../ground/web/form.tsx';
import { page, type Fault } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import {
  addField,
  comparisons,
  comparisonWords,
  conditionSentence,
  fieldsBefore,
  fieldsOf,
  fieldTypes,
  findField,
  replaceField,
  sentencesOf,
  type Field,
} from '../../../../work/forms/index.ts';
import { isEditor } from '../../rules/states.ts';
import { formIn, getDraftForm, saveForm } from './draft-form.ts';
import { builderCrumbs, builderPath } from './paths.ts';
import { questionFrom, questionInput, SENTENCES, shownQuestion } from './question-input.ts';
import { words } from './words.ts';

type Item = { readonly value: string; readonly text: string };
type Asked = {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly rows?: number;
  readonly items?: readonly Item[];
};

type Shown = {
  readonly visit: Visit;
  readonly fault: Fault | null;
  readonly valueOf: (name: string) => string;
};

const Box = ({ one, visit, fault, valueOf }: Shown & { readonly one: Asked }): VNode => {
  const { lang } = visit;
  const common = {
    id: one.name,
    name: one.name,
    label: one.label[lang],
    hint: one.hint?.[lang],
    error: errorOf(fault, one.name, visit),
    value: valueOf(one.name),
  };
  if (one.items) return <Select {...common} items={[...one.items]} />;
  return one.rows ? <Textarea {...common} rows={one.rows} /> : <Input {...common} />;
};

const Conditions = ({ earlier, ...shown }: Shown & { readonly earlier: readonly Field[] }) => {
  const { lang } = shown.visit;
  const questions = [
    { value: '', text: '—' },
    ...earlier.map(({ id, label }) => ({ value: id, text: `${label[lang]} (${id})` })),
  ];
  const join = [
    { value: 'and', text: words.all[lang] },
    { value: 'or', text: words.any[lang] },
  ];
  return (
    <>
      <Box one={{ name: 'join', label: words.conditionJoin, items: join }} {...shown} />
      {SENTENCES.map((n) => (
        <Fieldset legend={{ text: `${words.asked[lang]} (${n + 1})`, size: 's' }}>
          <Box one={{ name: `when${n}.field`, label: words.condition, items: questions }} {...shown} />
          <Box
            one={{
              name: `when${n}.comparison`,
              label: words.comparison,
              items: comparisons.map((value) => ({ value, text: comparisonWords[value][lang] })),
            }}
            {...shown}
          />
          <Box one={{ name: `when${n}.value`, label: words.value }} {...shown} />
        </Fieldset>
      ))}
    </>
  );
};

export const builderQuestionPage = page({
  path: builderPath(':code', '/cau-hoi'),
  who: isEditor,
  example: builderPath('1.001193', '/cau-hoi?ma=childName'),
  input: questionInput,
  gather: async ({ look, params, query }) => {
    const draft = await getDraftForm(look, params['code'] ?? '');
    const form = formIn(draft);
    const found = query['ma'] ? findField(form, query['ma']) : null;
    const onto = form.sections.flatMap(({ pages }) => pages).find(({ id }) => id === query['trang']);
    const at = found?.page ?? onto;
    if (!at) throw new NotFound(words.noQuestion);
    const last = at.fields.at(-1)!;
    // A new question stands last on its page: all before it, and the last one itself, may be spoken of.
    const earlier = found ? fieldsBefore(form, found.field.id) : [...fieldsBefore(form, last.id), last];
    return { draft, form, at, field: found?.field ?? null, earlier };
  },
  view: ({ draft, form, at, field, earlier }, visit, fault) => {
    const { lang } = visit;
    const stored = shownQuestion(field, form);
    const typed = fault?.typed;
    const valueOf = (name: string): string =>
      typed ? (typeof typed[name] === 'string' ? typed[name] : '') : (stored[name] ?? '');
    const shown: Shown = { visit, fault, valueOf };
    const components = draft.current.groups.flatMap((group) => group.components);
    const asked: readonly Asked[] = [
      { name: 'id', label: words.id },
      {
        name: 'type',
        label: words.type,
        items: Object.entries(fieldTypes).map(([value, { name }]) => ({ value, text: name[lang] })),
      },
      { name: 'label', label: words.label },
      { name: 'labelEn', label: words.labelEn },
      { name: 'short', label: words.short },
      { name: 'shortEn', label: words.shortEn },
      { name: 'hint', label: words.hint, rows: 2 },
      { name: 'hintEn', label: words.hintEn, rows: 2 },
      { name: 'options', label: words.options, hint: words.optionsHint, rows: 4 },
      {
        name: 'component',
        label: words.component,
        items: [
          { value: '', text: words.noComponent[lang] },
          ...components.map(({ key, name }) => ({ value: key, text: (name || key).slice(0, 120) })),
        ],
      },
      { name: 'source', label: words.source, hint: words.sourceHint },
      { name: 'basis', label: words.basis },
    ];
    const title = field ? words.editQuestion : words.addQuestion;
    const kept = field?.showIf !== undefined && sentencesOf(field.showIf) === null ? field.showIf : null;
    return {
      title,
      crumbs: builderCrumbs(draft.current.code, true),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">{at.title[lang]}</span>
            <h1 class="govuk-heading-l">{title[lang]}</h1>
            <Form visit={visit}>
              {asked.map((one) => (
                <Box one={one} {...shown} />
              ))}
              <Checkboxes
                name="optional"
                small
                items={[{ value: 'yes', text: words.optional[lang], checked: valueOf('optional') !== '' }]}
              />
              {kept === null ? (
                <Conditions earlier={earlier} {...shown} />
              ) : (
                <InsetText>
                  {words.complexCondition[lang]}: {conditionSentence(kept, fieldsOf(form, at.fields), lang)}.
                </InsetText>
              )}
              <Button preventDoubleClick>{words.save[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, typed, { gathered: { draft, form, at, field, earlier } }) => {
    const question = questionFrom(typed, field, earlier);
    await saveForm(
      act,
      draft,
      field ? replaceField(form, field.id, question) : addField(form, at.id, question),
    );
    return { to: builderPath(draft.current.code), say: words.changed };
  },
});
