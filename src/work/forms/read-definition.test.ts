import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { Invalid } from '../../ground/operate/errors.ts';
import { definitionSchema } from './definition-schema.ts';
import { fieldTypes } from './fields/index.ts';
import { birthAnswers, birthForm, today } from './fixtures.ts';
import { formOf } from './form.ts';
import { answersSchema } from './json-schema.ts';
import { definitionFaults, readDefinition } from './read-definition.ts';
import { validate } from './validate.ts';

const label = { vi: 'Mục', en: 'Item' };
const withFields = (...fields: readonly unknown[]) => ({
  id: 'sample',
  version: 1,
  title: label,
  sections: [{ id: 's', title: label, pages: [{ id: 'p', title: label, fields }] }],
});
const text = (id: string, more: object = {}) => ({ id, type: 'text', label, ...more });

/** «not not not … true». */
const nested = (depth: number): unknown => {
  let logic: unknown = true;
  for (let i = 0; i < depth; i++) logic = { '!': [logic] };
  return logic;
};

describe('reading a definition', () => {
  it('takes the sample, also after a trip through JSON', () =>
    assert.deepEqual(readDefinition(JSON.parse(JSON.stringify(birthForm))), birthForm));

  it('takes the example of every type', () => {
    for (const type of Object.values(fieldTypes))
      assert.deepEqual(definitionFaults(withFields(type.examples.field)), [], type.name.en);
  });

  const at = 'sections.0.pages.0.fields';
  const table: readonly (readonly [string, unknown, string, string])[] = [
    ['no object', 5, '', 'Sai kiểu dữ liệu.'],
    ['nothing inside', {}, '', 'Thiếu mục “id”.'],
    [
      'a type that does not exist',
      withFields(text('a', { type: 'colour' })),
      `${at}.0.type`,
      'Giá trị không có trong danh sách.',
    ],
    ['an id with a hyphen', withFields(text('a-b')), `${at}.0.id`, 'Cách viết chưa đúng.'],
    [
      'a label in one language',
      withFields({ id: 'a', type: 'text', label: { vi: 'Mục' } }),
      `${at}.0.label`,
      'Thiếu mục “en”.',
    ],
    [
      'an option of another type',
      withFields(text('a', { decimals: 2 })),
      `${at}.0`,
      'Loại trường này không có mục “decimals”.',
    ],
    [
      'a choice without options',
      withFields({ id: 'a', type: 'choice', label }),
      `${at}.0`,
      'Thiếu mục “options”.',
    ],
    ['an id twice', withFields(text('a'), text('a')), `${at}.1.id`, 'Mã “a” đã được dùng.'],
    ['a reserved id', withFields(text('today')), `${at}.0.id`, 'Mã “today” đã được dùng.'],
    [
      'a condition on a later question',
      withFields(text('a', { showIf: { var: 'b' } }), text('b')),
      `${at}.0.showIf`,
      'Điều kiện nói tới “b”, là câu hỏi không có hoặc đứng sau.',
    ],
    [
      'a condition on itself',
      withFields(text('a', { showIf: { var: 'a' } })),
      `${at}.0.showIf`,
      'Điều kiện nói tới “a”, là câu hỏi không có hoặc đứng sau.',
    ],
    [
      'an operator that is not allowed',
      withFields(text('a', { showIf: { log: 'x' } })),
      `${at}.0.showIf`,
      'Điều kiện không dùng được phép “log”.',
    ],
    [
      'a pattern that is none',
      withFields(text('a', { pattern: { regex: '(', message: label } })),
      '',
      'Biểu mẫu có mẫu kiểm tra hoặc điều kiện không chạy được.',
    ],
    [
      'an id that pages send beside the answers',
      withFields(text('csrf')),
      `${at}.0.id`,
      'Mã “csrf” đã được dùng.',
    ],
    [
      'limits that no answer can keep',
      withFields({ id: 'a', type: 'number', label, min: 10, max: 1 }),
      `${at}.0.min`,
      'Mức ít nhất (10) lớn hơn mức nhiều nhất (1).',
    ],
    [
      'two options with one value',
      withFields({
        id: 'a',
        type: 'choice',
        label,
        options: [
          { value: 'x', label },
          { value: 'x', label },
        ],
      }),
      `${at}.0.options.1.value`,
      'Giá trị “x” đã có ở lựa chọn khác.',
    ],
    [
      'JSON that nests without end',
      withFields(text('a', { showIf: nested(5000) })),
      '',
      'Biểu mẫu lồng nhau quá sâu.',
    ],
    [
      'a rule on no field',
      { ...withFields(text('a')), rules: [{ id: 'r', when: true, field: 'z', message: label }] },
      'rules.0.field',
      'Không có trường “z”.',
    ],
  ];
  for (const [why, json, field, vi] of table) {
    it(`refuses ${why}`, () => {
      const faults = definitionFaults(json);
      assert.ok(
        faults.some((fault) => fault.field === field && fault.message.vi === vi),
        JSON.stringify(faults),
      );
      assert.throws(() => readDefinition(json), Invalid);
    });
  }

  it('never throws anything else', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (json) => assert.ok(definitionFaults(json).length > 0)),
      { numRuns: 100 },
    ));
});

describe('published schemas', () => {
  it('are valid JSON Schema 2020-12', () => {
    const judge = new Ajv2020({ strict: false });
    assert.ok(judge.validateSchema(definitionSchema));
    assert.ok(judge.validateSchema(answersSchema(birthForm)));
  });
  it('take the answers that the server takes', () => {
    const accepts = new Ajv2020({ strict: false }).compile(answersSchema(birthForm));
    const { answers, errors } = validate(formOf(birthForm), birthAnswers, { today });
    assert.deepEqual(errors, []);
    assert.equal(accepts(answers), true, JSON.stringify(accepts.errors));
    assert.equal(accepts({ ...answers, childName: undefined, copies: 'ba' }), false);
  });
  it('require what is always asked and nothing else', () =>
    assert.deepEqual(answersSchema(birthForm)['required'], [
      'childName',
      'childBirth',
      'atHospital',
      'mother',
      'copies',
      'truth',
    ]));
});
