import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ringing, type PlainTimer } from './timer.ts';

/** Monday 23 November 2026, 09:00 in Vietnam. */
const monday = new Date('2026-11-23T02:00:00Z');
const rings = (kind: PlainTimer['kind'], value: string) => {
  const found = ringing({ kind, value }, monday);
  return found && [found.at.toISOString(), found.again, found.every];
};

describe('when a timer rings', () => {
  it('is so much later, by the wall clock and the calendar', () => {
    assert.deepEqual(rings('duration', 'PT36H'), ['2026-11-24T14:00:00.000Z', 0, null]);
    assert.deepEqual(rings('duration', 'P1W2DT30M'), ['2026-12-02T02:30:00.000Z', 0, null]);
    assert.deepEqual(rings('duration', 'P1Y3M'), ['2028-02-23T02:00:00.000Z', 0, null]);
    assert.deepEqual(rings('duration', 'PT1.5S'), ['2026-11-23T02:00:01.500Z', 0, null]);
  });

  it('is at a moment, which is Vietnam’s unless it says another zone', () => {
    assert.deepEqual(rings('date', '2026-12-31'), ['2026-12-30T17:00:00.000Z', 0, null]);
    assert.deepEqual(rings('date', '2026-12-31T08:00'), ['2026-12-31T01:00:00.000Z', 0, null]);
    assert.deepEqual(rings('date', '2026-12-31T08:00:00Z'), ['2026-12-31T08:00:00.000Z', 0, null]);
    assert.deepEqual(rings('date', '2026-12-31T08:00:00+0900'), ['2026-12-30T23:00:00.000Z', 0, null]);
  });

  it('is repeated as often as it says', () => {
    assert.deepEqual(rings('cycle', 'R3/PT10M'), ['2026-11-23T02:10:00.000Z', 2, 'PT10M']);
    assert.deepEqual(rings('cycle', 'R2/2026-12-01T00:00:00Z/P1D'), ['2026-12-01T00:00:00.000Z', 1, 'P1D']);
    assert.deepEqual(rings('cycle', 'R/P1D')?.[1], Number.MAX_SAFE_INTEGER - 1);
    assert.equal(rings('cycle', 'R0/P1D'), null);
  });

  it('is never what is no time', () => {
    for (const [kind, value] of [
      ['duration', 'ngày mai'],
      ['duration', 'null'],
      ['date', '2026-02-30'],
      ['cycle', 'R3/'],
    ] as const)
      assert.equal(rings(kind, value), null, value);
  });
});
