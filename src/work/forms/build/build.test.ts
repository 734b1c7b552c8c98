import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleProcedures } from '../../../../sample/procedures/index.ts';
import type { Field } from '../schema.ts';
import { conditionSentence, fieldsOf } from '../condition-sentence.ts';
import { formOf } from '../form.ts';
import { definitionFaults } from '../read-definition.ts';
import { validate } from '../validate.ts';
import { addField, addPage, fieldsBefore, findField, moveField, movePage, removeField, replaceField } from './change.ts';
import { conditionLogic, sentencesOf, type Condition } from './simple-condition.ts';
import { testAnswers } from './test-answers.ts';

const said = (vi: string) => ({ vi, en: vi });
const field = (id: string, more: Partial<Field> = {}): Field =>
  ({ id, type: 'text', label: said(id), ...more }) as Field;
const kind = field('kind', {
  type: 'choice',
  options: [
    { value: 'new', label: said('Làm mới') },
    { value: 'again', label: said('Làm lại') },
  ],
});
const form = {
  id: 'f',
  version: 1,
  title: said('Tờ khai'),
  sections: [
    {
      id: 's',
      title: said('Mục'),
      pages: [
        { id: 'one', title: said('Một'), fields: [field('a'), kind] },
        { id: 'two', title: said('Hai'), fields: [field('c', { showIf: { '==': [{ var: 'kind' }, 'again'] } })] },
      ],
    },
  ],
} as const;
const order = (definition: { readonly sections: readonly { readonly pages: readonly { readonly id: string; readonly fields: readonly Field[] }[] }[] }) =>
  definition.sections.flatMap(({ pages }) => pages.map(({ id, fields }) => `${id}: ${fields.map((one) => one.id).join(' ')}`));

describe('building a form', () => {
  it('adds, replaces, moves and removes questions and pages', () => {
    assert.deepEqual(order(addField(form, 'one', field('b'))), ['one: a kind b', 'two: c']);
    assert.deepEqual(order(replaceField(form, 'a', field('z'))), ['one: z kind', 'two: c']);
    assert.deepEqual(order(removeField(form, 'c')), ['one: a kind']);
    assert.deepEqual(order(moveField(form, 'kind', -1)), ['one: kind a', 'two: c']);
    assert.deepEqual(order(moveField(form, 'kind', 1)), ['one: a', 'two: kind c']);
    assert.deepEqual(order(moveField(form, 'c', 1)), ['one: a kind', 'two: c'], 'no room below');
    assert.deepEqual(order(movePage(form, 'two', -1)), ['two: c', 'one: a kind']);
    assert.deepEqual(order(addPage(form, 's', { id: 'three', title: said('Ba'), fields: [field('d')] })), [
      'one: a kind',
      'two: c',
      'three: d',
    ]);
    assert.equal(findField(form, 'c')?.page.id, 'two');
    assert.deepEqual(fieldsBefore(form, { page: 'two', field: 'c' }).map(({ id }) => id), ['a', 'kind']);
  });
  it('sees when a question was moved before the one that its condition speaks of', () =>
    assert.notDeepEqual(definitionFaults(movePage(form, 'two', -1)), []));

  const fields = [kind, field('yes', { type: 'yesNo' }), field('n', { type: 'number' }), { ...kind, id: 'many', type: 'choices' } as Field];
  const table: readonly (readonly [Condition, unknown])[] = [
    [{ join: 'and', sentences: [{ field: 'kind', comparison: 'is', value: 'làm lại' }] }, { '==': [{ var: 'kind' }, 'again'] }],
    [{ join: 'and', sentences: [{ field: 'yes', comparison: 'is', value: 'Có' }] }, { '==': [{ var: 'yes' }, true] }],
    [{ join: 'and', sentences: [{ field: 'n', comparison: 'more', value: '1.000' }] }, { '>': [{ var: 'n' }, 1000] }],
    [{ join: 'and', sentences: [{ field: 'many', comparison: 'includes', value: 'new' }] }, { in: ['new', { var: 'many' }] }],
    [
      {
        join: 'or',
        sentences: [
          { field: 'kind', comparison: 'answered', value: '' },
          { field: 'yes', comparison: 'is-not', value: 'không' },
        ],
      },
      { or: [{ answered: [{ var: 'kind' }] }, { '!=': [{ var: 'yes' }, false] }] },
    ],
  ];
  for (const [condition, logic] of table)
    it(`makes a condition of «${JSON.stringify(condition.sentences)}», and sentences of it again`, () => {
      const made = conditionLogic(condition, fields);
      assert.deepEqual(made, { logic });
      const back = sentencesOf(logic as never);
      assert.deepEqual(back && conditionLogic(back, fields), made);
      assert.ok(!/[{}[\]"]/.test(conditionSentence(logic as never, fieldsOf({ ...form, sections: [{ ...form.sections[0], pages: [{ id: 'p', title: said('p'), fields: fields as Field[] }] }] }), 'vi')));
    });
  it('says which sentence has a value that its question cannot have', () => {
    const sentences = [
      { field: 'kind', comparison: 'is', value: 'new' },
      { field: 'kind', comparison: 'is', value: 'khác' },
    ] as const;
    assert.deepEqual(conditionLogic({ join: 'and', sentences }, fields), { wrong: 1 });
    assert.deepEqual(conditionLogic({ join: 'and', sentences: [{ field: 'none', comparison: 'answered', value: '' }] }, fields), { wrong: 0 });
  });
  it('keeps what says more than sentences can', () =>
    assert.equal(sentencesOf({ '>': [{ age: [{ var: 'a' }, { var: 'today' }] }, 18] }), null));

  for (const { national, local } of sampleProcedures)
    if (local.form)
      it(`has test data that every question of ${national.code} takes`, () => {
        const { errors } = validate(formOf(local.form!), testAnswers(local.form!), { today: '2026-11-21' });
        const shapes = errors.filter(({ message }) => /phải là một trong|Sai kiểu/.test(message.vi));
        assert.deepEqual(shapes, []);
      });
});
