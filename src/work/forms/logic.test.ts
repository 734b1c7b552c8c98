import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Logic } from './fields/field.ts';
import { compileLogic, foreignOperators, holds, variables } from './logic.ts';

describe('conditions', () => {
  const table: readonly (readonly [Logic, Record<string, unknown>, boolean])[] = [
    [{ '==': [{ var: 'a' }, true] }, { a: true }, true],
    [{ '==': [{ var: 'a' }, false] }, { a: false }, true],
    [{ '==': [{ var: 'a' }, false] }, {}, false],
    [{ '!=': [{ var: 'a' }, 'x'] }, {}, false],
    [{ '!=': [{ var: 'a' }, 'x'] }, { a: 'y' }, true],
    [{ '<': [{ var: 'a' }, 3] }, {}, false],
    [{ '<': [{ var: 'a' }, 3] }, { a: 'word' }, false],
    [{ '<': [{ var: 'a' }, 3] }, { a: 2 }, true],
    [{ '<': [{ var: 'a' }, '2026-01-01'] }, { a: '2025-12-31' }, true],
    [{ '<=': [1, { var: 'a' }, 3] }, { a: 3 }, true],
    [{ '<=': [1, { var: 'a' }, 3] }, { a: 4 }, false],
    [{ in: [{ var: 'a' }, ['x', 'y']] }, { a: 'y' }, true],
    [{ in: ['x', { var: 'a' }] }, { a: ['x'] }, true],
    [{ in: ['x', { var: 'a' }] }, {}, false],
    [{ '!': [{ var: 'a' }] }, {}, true],
    [{ '!': [{ var: 'a' }] }, { a: [] }, true],
    [{ answered: [{ var: 'a' }] }, { a: false }, true],
    [{ answered: { var: 'a' } }, { a: '' }, false],
    [{ and: [{ var: 'a' }, { var: 'b' }] }, { a: true, b: false }, false],
    [{ or: [{ var: 'a' }, { var: 'b' }] }, { a: true }, true],
    [
      { '>=': [{ age: [{ var: 'a' }, { var: 'today' }] }, 18] },
      { a: '2008-11-21', today: '2026-11-21' },
      true,
    ],
    [
      { '>=': [{ age: [{ var: 'a' }, { var: 'today' }] }, 18] },
      { a: '2008-11-22', today: '2026-11-21' },
      false,
    ],
    [{ '>=': [{ age: [{ var: 'a' }, { var: 'today' }] }, 18] }, { a: '2000', today: '2026-11-21' }, false],
    [{ some: [{ var: 'a' }, { '==': [{ var: 'n' }, 1] }] }, { a: [{ n: 1 }] }, true],
    [true, {}, true],
    [false, {}, false],
  ];
  for (const [logic, scope, wanted] of table) {
    it(`${JSON.stringify(logic)} for ${JSON.stringify(scope)}: ${wanted}`, () =>
      assert.equal(holds(compileLogic(logic), scope), wanted));
  }
  it('a condition that is not there always holds', () => assert.equal(holds(undefined, {}), true));
});

describe('computations', () => {
  const table: readonly (readonly [Logic, Record<string, unknown>, unknown])[] = [
    [{ '*': [{ var: 'a' }, 8000] }, { a: 3 }, 24_000],
    [{ '*': [{ var: 'a' }, 8000] }, {}, undefined],
    [{ '+': [{ var: 'a' }, 1] }, { a: 'ba' }, undefined],
    [{ '/': [1, { var: 'a' }] }, { a: 0 }, undefined],
    [{ '-': [10, { var: 'a' }, 1] }, { a: 2 }, 7],
    [{ if: [{ '>': [{ var: 'a' }, 5] }, 0, 8000] }, { a: 6 }, 0],
    [
      { reduce: [{ var: 'a' }, { '+': [{ var: 'current.n' }, { var: 'accumulator' }] }, 0] },
      { a: [{ n: 1 }, { n: 2 }] },
      3,
    ],
  ];
  for (const [logic, scope, wanted] of table) {
    it(`${JSON.stringify(logic)} for ${JSON.stringify(scope)}`, () =>
      assert.equal(compileLogic(logic)(scope), wanted));
  }
  it('never throw, whatever the answers', () => {
    const functions = [...table, [{ min: [{ var: 'a' }, 2] }] as const].map(([logic]) => compileLogic(logic));
    fc.assert(
      fc.property(fc.anything(), (a) => {
        for (const run of functions) assert.doesNotThrow(() => run({ a }));
      }),
    );
  });
});

describe('what a condition speaks of', () => {
  it('is found', () =>
    assert.deepEqual(
      variables({ and: [{ '==': [{ var: 'a.b' }, 1] }, { some: [{ var: 'c' }, { var: 'n' }] }] }),
      ['a.b', 'c'],
    ));
  it('and operators that are not allowed are named', () => {
    assert.deepEqual(foreignOperators({ and: [{ method: [1] }, { '==': [{ log: 1 }, 2] }] }), [
      'method',
      'log',
    ]);
    assert.deepEqual(foreignOperators({ '==': [1, 2], '!=': [1, 2] }), ['{}']);
    assert.deepEqual(foreignOperators({}), ['{}']);
  });
});
