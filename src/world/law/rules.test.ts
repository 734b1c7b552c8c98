import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { dayAfter, dayBefore, isInForce, overlap, periodProblems, textProblems } from './rules.ts';
import { shippedLists, shippedTexts } from './shipped.ts';

const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((n) => new Date(Date.UTC(1970, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const periods = fc.tuple(days, fc.option(fc.nat(4000))).map(([from, more]) => ({
  from,
  to: more === null ? null : new Date(Date.parse(from) + more * 86_400_000).toISOString().slice(0, 10),
}));

describe('law: what is in force', () => {
  it('includes the first and the last day', () => {
    const period = { from: '2018-06-21', to: '2025-06-30' };
    assert.deepEqual(
      ['2018-06-20', '2018-06-21', '2025-06-30', '2025-07-01'].map((day) => isInForce(period, day)),
      [false, true, true, false],
    );
    assert.equal(isInForce({ from: '2018-06-21', to: null }, '2999-12-31'), true);
  });

  it('two periods overlap exactly when one holds the first day of the other', () => {
    fc.assert(
      fc.property(periods, periods, (one, other) => {
        assert.equal(overlap(one, other), isInForce(one, other.from) || isInForce(other, one.from));
      }),
    );
  });

  it('the day before and the day after undo each other, over ends of months and leap years', () => {
    assert.equal(dayBefore('2024-03-01'), '2024-02-29');
    assert.equal(dayAfter('2025-12-31'), '2026-01-01');
    fc.assert(fc.property(days, (day) => assert.equal(dayAfter(dayBefore(day)), day)));
  });

  it('says what is wrong with a period and with a text', () => {
    assert.equal(periodProblems({ from: '2025-02-30', to: null })[0]?.field, 'from');
    assert.equal(periodProblems({ from: '2025-03-01', to: '2025-02-01' })[0]?.field, 'to');
    const text = shippedTexts()[0]!;
    assert.deepEqual(textProblems(text), []);
    assert.deepEqual(
      textProblems({ ...text, number: 'no number', title: { vi: ' ', en: '' } }).map(({ field }) => field),
      ['number', 'title'],
    );
  });
});

describe('law: what ships', () => {
  it('holds 29 types of administrative documents and 54 ethnic groups', () => {
    const sizes = new Map(shippedLists().map(({ list, codes }) => [list, codes.length]));
    assert.equal(sizes.get('document-type'), 29);
    assert.equal(sizes.get('ethnicity'), 54);
    assert.equal(sizes.get('dossier-status'), 10);
  });

  it('names no code twice, gives every code a basis, every text a lawful number', () => {
    for (const { list, codes } of shippedLists()) {
      assert.equal(new Set(codes.map(({ code }) => code)).size, codes.length, list);
      for (const code of codes) {
        assert.ok(code.basis && code.name.vi && code.name.en, `${list} ${code.code}`);
        assert.deepEqual(periodProblems(code), []);
      }
    }
    for (const text of shippedTexts()) assert.deepEqual(textProblems(text), [], text.number);
  });

  it('every text that was replaced by a shipped one ends the day before that one begins', () => {
    const texts = new Map(shippedTexts().map((text) => [text.number, text]));
    for (const text of texts.values()) {
      const next = text.replacedBy === null ? undefined : texts.get(text.replacedBy);
      if (next) assert.equal(text.to, dayBefore(next.from), text.number);
    }
  });
});
