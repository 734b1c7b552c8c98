/** `/quan-tri/thu-tuc/:code/bieu-mau/cau-hoi`: one question: `?ma=` edits it, `?trang=` adds one to a page. */
import { Button, Checkboxes } from '../../../../ground/ui/index.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import { Faults, Form } from '../../../../ground/web/form.tsx';
import { page } from '../../../../ground/web/page.ts';
import { addField, fieldsBefore, fieldTypes, findField, replaceField } from '../../../../work/forms/index.ts';
import { isEditor } from '../../rules/states.ts';
import { BegunFields, refuseMoved, withBegun } from '../begun.tsx';
import { Box, Conditions, shownWith, type Asked } from './boxes.tsx';
import { formIn, getDraftForm, saveForm } from './draft-form.ts';
import { builderCrumbs, builderPath } from './paths.ts';
import { questionFrom, questionInput, shownQuestion } from './question-input.ts';
import { words } from './words.ts';

export const builderQuestionPage = page({
  path: builderPath(':code', '/cau-hoi'),
  who: isEditor,
  example: builderPath('1.001193', '/cau-hoi?ma=childName'),
  input: withBegun(questionInput),
  gather: async ({ look, params, query }) => {
    const draft = await getDraftForm(look, params['code'] ?? '');
    const form = formIn(draft);
    const found = query['ma'] ? findField(form, query['ma'], query['trang']) : null;
    const onto = form.sections.flatMap(({ pages }) => pages).find(({ id }) => id === query['trang']);
    const at = found?.page ?? onto;
    if (!at) throw new NotFound(words.noQuestion);
    // A new question stands last on its page: all before it may be spoken of.
    const earlier = fieldsBefore(form, { page: at.id, field: found?.field.id ?? '' });
    return { draft, form, at, field: found?.field ?? null, earlier };
  },
  view: ({ draft, form, at, field, earlier }, visit, fault) => {
    const { lang } = visit;
    const shown = shownWith(visit, fault, shownQuestion(field, form));
    const { valueOf } = shown;
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
      { name: 'compute', label: words.compute, hint: words.computeHint, rows: 2 },
    ];
    const title = field ? words.editQuestion : words.addQuestion;
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
              <BegunFields visit={visit} fault={fault} stored={field} />
              {asked.map((one) => (
                <Box one={one} {...shown} />
              ))}
              <Checkboxes
                name="optional"
                small
                items={[{ value: 'yes', text: words.optional[lang], checked: valueOf('optional') !== '' }]}
              />
              <Conditions
                earlier={earlier}
                form={form}
                siblings={at.fields}
                legend={words.asked}
                stored={field?.showIf}
                {...shown}
              />
              <Button preventDoubleClick>{words.save[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, typed, { gathered: { draft, form, at, field, earlier } }) => {
    refuseMoved(typed, field);
    const question = questionFrom(typed, field, earlier);
    await saveForm(
      act,
      draft,
      field ? replaceField(form, field.id, question, at.id) : addField(form, at.id, question),
    );
    return { to: builderPath(draft.current.code), say: words.changed };
  },
});
