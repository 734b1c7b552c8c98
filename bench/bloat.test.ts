import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { swellingOf, type Table } from './bloat.ts';

const at = (given: Partial<Table>): Table[] => [
  { table: 'desk.work', bytes: 8_192_000, live: 10_000, dead: 100, changed: 0, beside: 0, ...given },
];
const flat = (middle: Partial<Table>, end: Partial<Table>): boolean[] =>
  swellingOf(at({}), at({ changed: 3_000, ...middle }), at({ changed: 6_000, ...end })).map(
    (one) => one.flat,
  );

describe('tables under load', () => {
  it('are flat while they grow with their rows, and where dead rows are taken away in time', () => {
    assert.deepEqual(flat({}, { bytes: 16_384_000, live: 20_000 }), [true]);
    assert.deepEqual(flat({ dead: 1_500 }, { dead: 1_900 }), [true]);
  });

  it('are not flat where they grow without rows, or where dead rows pile up', () => {
    assert.deepEqual(flat({}, { bytes: 12_000_000 }), [false]);
    assert.deepEqual(flat({ dead: 2_000 }, { dead: 4_000 }), [false]);
  });

  it('are left out where next to nothing was changed, and tell what stayed on its page', () => {
    assert.deepEqual(swellingOf(at({}), at({}), at({ changed: 10 })), []);
    const [one] = swellingOf(at({}), at({}), at({ changed: 1_000, beside: 750 }));
    assert.deepEqual([one?.beside, one?.kilobytes, one?.deadPercent], [0.75, [8000, 8000, 8000], [1, 1, 1]]);
  });
});
