import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleProcedures } from '../../../../sample/procedures/index.ts';
import type { Logic } from '../fields/field.ts';
import type { Field } from '../schema.ts';
import { formulaOf, logicOfFormula, sameLogic } from './formula.ts';

const logics: readonly (readonly [string, Logic])[] = sampleProcedures.flatMap(({ national, local }) =>
  (local.form?.sections ?? []).flatMap((section) => [
    section.showIf,
    ...section.pages.flatMap(({ showIf, fields }) => [
      showIf,
      ...fields.flatMap((field: Field) => [field.showIf, field.compute]),
    ]),
    ...(local.form?.rules ?? []).map(({ when }) => when),
  ])
    .filter((logic) => logic !== undefined)
    .map((logic): readonly [string, Logic] => [national.code, logic]),
);

const path = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,5}(\.[a-z]{1,4})?$/);
/** Any logic that a designer could mean: all kinds of operators, nested. */
const { logic: anyLogic } = fc.letrec<{ logic: Logic }>((tie) => ({
  logic: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    path.map((name): Logic => ({ var: name })),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })) as fc.Arbitrary<Logic>,
    fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.normalize('NFC')) as fc.Arbitrary<Logic>,
    fc.constantFrom<Logic[]>(true, false, null),
    fc
      .tuple(fc.constantFrom('and', 'or', '==', '!=', '===', '<', '<=', '>', '+', '-', '*', '/', '%', 'in', 'if', 'cat'), fc.array(tie('logic'), { minLength: 2, maxLength: 3 }))
      .map(([operator, operands]): Logic => ({ [operator]: operands })),
    fc.tuple(fc.constantFrom('!', '!!', 'answered'), tie('logic')).map(([operator, one]): Logic => ({ [operator]: [one] })),
    fc.array(tie('logic'), { maxLength: 3 }) as fc.Arbitrary<Logic>,
  ),
}));

describe('a formula', () => {
  const table: readonly (readonly [string, Logic])[] = [
    ['kind = "new"', { '==': [{ var: 'kind' }, 'new'] }],
    ['a và b hoặc c', { or: [{ and: [{ var: 'a' }, { var: 'b' }] }, { var: 'c' }] }],
    ['a and (b or c)', { and: [{ var: 'a' }, { or: [{ var: 'b' }, { var: 'c' }] }] }],
    ['age(wife.birth, today) < 18', { '<': [{ age: [{ var: 'wife.birth' }, { var: 'today' }] }, 18] }],
    ['copies * 8000 + 2 * -1.5', { '+': [{ '*': [{ var: 'copies' }, 8000] }, { '*': [2, -1.5] }] }],
    ['a - b - c', { '-': [{ '-': [{ var: 'a' }, { var: 'b' }] }, { var: 'c' }] }],
    ['1 <= n <= 5', { '<=': [1, { var: 'n' }, 5] }],
    ['not(answered(x)) và kind != "Có \\"dấu\\""', { and: [{ '!': [{ answered: [{ var: 'x' }] }] }, { '!=': [{ var: 'kind' }, 'Có "dấu"'] }] }],
    ['if(kind = "a", 10, 9)', { if: [{ '==': [{ var: 'kind' }, 'a'] }, 10, 9] }],
    ['in(kind, ["a", "b"])', { in: [{ var: 'kind' }, ['a', 'b']] }],
  ];
  for (const [formula, logic] of table)
    it(`is read: ${formula}`, () => {
      const read = logicOfFormula(formula);
      assert.deepEqual(read, { logic });
      const back = logicOfFormula(formulaOf(logic) ?? '');
      assert.deepEqual(back, { logic });
    });

  for (const [wrong, at] of [
    ['', 0],
    ['a =', 3],
    ['a b', 1],
    ['(a', 2],
    ['"không đóng', 0],
    ['f(a,', 4],
    ['a ; b', 1],
    ['và', 0],
    ['- a', 1],
    ['{"var":"x"}', 0],
  ] as const)
    it(`says where it cannot be read: ${wrong || 'nothing'}`, () => assert.deepEqual(logicOfFormula(wrong), { at }));

  it('is refused when it nests deeper than anybody writes', () =>
    assert.ok('at' in logicOfFormula(`${'('.repeat(50_000)}a`)));

  it('says every condition and computation of the shipped forms, and reads back to the same', () => {
    assert.ok(logics.length > 60, `${logics.length}`);
    for (const [code, logic] of logics) {
      const formula = formulaOf(logic);
      assert.notEqual(formula, null, `${code} ${JSON.stringify(logic)}`);
      const read = logicOfFormula(formula!);
      assert.ok('logic' in read && sameLogic(read.logic, logic), formula!);
    }
  });

  it('says any logic, or nothing at all: never something else', () => {
    let said = 0;
    fc.assert(
      fc.property(anyLogic, (logic) => {
        const formula = formulaOf(logic);
        if (formula === null) return;
        said += 1;
        const read = logicOfFormula(formula);
        assert.ok('logic' in read && sameLogic(read.logic, logic), formula);
      }),
      { numRuns: 2000 },
    );
    assert.ok(said > 1500, `${said} of 2000`);
  });

  it('is never read with an exception, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (typed) => void logicOfFormula(typed)), { numRuns: 2000 });
  });
});
