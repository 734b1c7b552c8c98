import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { gapsBetween, type Band } from '../../scanning/index.ts';
import { bandProblems, bandWords, extractProblems, inOrder, wholePage } from './bands.ts';

const a4 = { width: 210, height: 297.04 };
const sheets = [a4, a4, { width: 297, height: 210 }];
const band = (page: number, from: number, to: number): Band => ({ page, from, to });

const bands = fc
  .array(
    fc.record({
      page: fc.integer({ min: 1, max: 3 }),
      from: fc.integer({ min: 0, max: 200 }),
      high: fc.integer({ min: 3, max: 90 }),
    }),
  )
  .map((some) => some.map(({ page, from, high }) => band(page, from, Math.min(from + high, 210))));

/** Whether a place of a page is in one of these. */
const holds = (some: readonly Omit<Band, 'page'>[], at: number): boolean =>
  some.some(({ from, to }) => at >= from && at < to);

describe('parts of pages', () => {
  it('that are chosen and what lies between them are the whole page, without overlap', () =>
    fc.assert(
      fc.property(bands, fc.integer({ min: 0, max: 296 }), (some, at) => {
        const chosen = some.filter(({ page }) => page === 1);
        assert.notEqual(holds(chosen, at + 0.5), holds(gapsBetween(chosen, 297), at + 0.5));
      }),
    ));

  it('keep what they hold when they are put in order, and do not touch each other', () =>
    fc.assert(
      fc.property(
        bands,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 296 }),
        (some, page, at) => {
          const ordered = inOrder(some);
          const on = (list: readonly Band[]) => list.filter((one) => one.page === page);
          assert.equal(holds(on(ordered), at + 0.5), holds(on(some), at + 0.5));
          for (const [n, one] of on(ordered).entries())
            assert.ok(n === 0 || one.from > on(ordered)[n - 1]!.to);
        },
      ),
    ));

  for (const [name, one, field] of [
    ['inside', band(1, 10, 60), null],
    ['the whole page', wholePage(sheets, 1), null],
    ['below the page', band(3, 100, 211), 'to'],
    ['too low to hold a line', band(1, 10, 12), 'to'],
    ['upside down', band(1, 60, 10), 'to'],
    ['of no page', band(4, 0, 50), 'page'],
  ] as const satisfies readonly (readonly [string, Band, string | null])[])
    it(`${name}: ${field ?? 'may be chosen'}`, () =>
      assert.deepEqual(
        bandProblems(one, sheets, []).map((problem) => problem.field),
        field === null ? [] : [field],
      ));

  for (const [name, some, wrong] of [
    ['head and a part', [band(1, 0, 90), band(2, 40, 80)], false],
    ['nothing', [], true],
    ['without the head on page 1', [band(2, 0, 90)], true],
    ['everything', [1, 2, 3].map((page) => wholePage(sheets, page)), true],
  ] as const)
    it(`${name} ${wrong ? 'is no extract' : 'is an extract'}`, () =>
      assert.equal(extractProblems(some, sheets).length > 0, wrong));

  it('are named by their page and their millimetres', () =>
    assert.deepEqual(bandWords(inOrder([band(2, 50, 80), wholePage(sheets, 1), band(2, 10, 30)]), sheets), {
      vi: 'trang 1, trang 2 (10–30 mm, 50–80 mm)',
      en: 'page 1, page 2 (10–30 mm, 50–80 mm)',
    }));
});
