import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FieldBase } from './fields/field.ts';
import { compileForm } from './form.ts';
import { matcherOf, patternFaults } from './patterns.ts';
import type { Definition } from './schema.ts';

const text = (vi: string) => ({ vi, en: vi });
const field = (id: string, regex: string, maxLength = 2000) =>
  ({ id, type: 'text', label: text(id), maxLength, pattern: { regex, message: text('x') } }) as FieldBase;

describe('a pattern of a question', () => {
  for (const regex of ['^(a+)+(?=b)$', '^((a|b)+)\\1$', '^(?!x)(\\d*)*$', '^(a{2,500}){2,500}$']) {
    it(`that may run away, and that RE2 cannot run, is refused: ${regex}`, () =>
      assert.deepEqual(
        patternFaults(field('f', regex), 'at').map((one) => one.field),
        ['at.pattern.regex'],
      ));
  }

  for (const [regex, fits, not] of [
    ['^(ab|cd)+$', 'abcdab', 'abc'],
    ['(a+)+$', 'baa', 'ab'],
    ['^(\\d*)*$', '12345', '12a'],
    ['^((ab)+c)+$', 'ababcabc', 'abab'],
    ['^([a-z]+\\s?)+$', 'mot hai ba', 'Mot'],
    ['^(?:a|b)+$', 'abba', 'abc'],
    ['^\\p{Lu}+(-\\p{Lu}+)*$', 'ĐÀ-LẠT', 'Đà'],
    ['^(\\d{3}-){2}\\d+$', '123-456-7', '123-7'],
    ['^\\d{12}$', '012345678901', '12'],
    ['^(a|b)?c+$', 'acc', 'ab'],
    ['^\\(a+\\)+$', '(aa))', 'aa'],
    ['^(?=.*\\d)[a-z\\d]{4}$', 'ab1c', 'abcd'],
  ] as const) {
    it(`is taken and does what it says: ${regex}`, () => {
      assert.deepEqual(patternFaults(field('f', regex), 'at'), []);
      assert.ok(matcherOf(regex).test(fits), fits);
      assert.ok(!matcherOf(regex).test(not), not);
    });
  }

  it('is what browsers and JSON Schema know: what only RE2 understands is none', () => {
    for (const regex of ['(?i)(a+)+', '(a+)+\\z', '(']) assert.throws(() => matcherOf(regex), SyntaxError);
  });

  it('takes no longer than the answer is long, whatever somebody writes', () => {
    const started = performance.now();
    for (const regex of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^([a-z]+\\s?)+$', '^a*a*a*a*a*a*x$'])
      assert.ok(!matcherOf(regex).test(`${'a'.repeat(2000)}!`));
    // Any one of them would take the other engine longer than there is time.
    assert.ok(performance.now() - started < 20_000);
  });

  it('is kept apart from others in one form', () => {
    const page = {
      id: 'p',
      title: text('t'),
      fields: [field('one', '^(ab|cd)+$'), field('two', '^(ef|gh)+$')],
    };
    const { faults } = compileForm({
      id: 'f',
      version: 1,
      title: text('f'),
      sections: [{ id: 's', title: text('s'), pages: [page] }],
    } as Definition);
    assert.equal(faults({ one: 'abcd', two: 'efgh' }).length, 0);
    assert.deepEqual(
      faults({ one: 'efgh', two: 'abcd' }).map(({ instancePath }) => instancePath),
      ['/one', '/two'],
    );
  });
});
