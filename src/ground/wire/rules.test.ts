import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  admit,
  afterTry,
  BREAKS_AFTER,
  patience,
  pauseBefore,
  SHUT_MS,
  untried,
  type Breaker,
} from './rules.ts';

describe('patience', () => {
  it('doubles the pause and gives up after the last try', () => {
    const patient = { tryMs: 100, tries: 4, pauseMs: 100, wholeMs: 10_000 };
    assert.deepEqual(
      [1, 2, 3, 4].map((done) => pauseBefore(patient, done, 0, 1)),
      [100, 200, 400, null],
    );
    assert.equal(pauseBefore(patient, 1, 0, 0), 50);
  });

  it('never passes the whole time a person is kept waiting', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (done, spent, chance) => {
          const pause = pauseBefore(patience.page, done, spent, chance);
          return pause === null || spent + pause < patience.page.wholeMs;
        },
      ),
    );
  });
});

describe('breaker', () => {
  const fail = (breaker: Breaker, times: number, now: number): Breaker =>
    times === 0 ? breaker : fail(afterTry(breaker, false, now), times - 1, now);

  it('stays open for a few failures, shuts after many, lets one caller try after the pause', () => {
    assert.equal(admit(fail(untried, BREAKS_AFTER - 1, 0), 1).go, true);
    const shut = fail(untried, BREAKS_AFTER, 0);
    assert.equal(admit(shut, SHUT_MS - 1).go, false);
    const probe = admit(shut, SHUT_MS);
    assert.equal(probe.go, true);
    assert.equal(admit(probe.breaker, SHUT_MS + 1).go, false, 'only one caller tries');
    assert.equal(admit(afterTry(probe.breaker, false, SHUT_MS + 5), SHUT_MS + 10).go, false);
    assert.deepEqual(afterTry(probe.breaker, true, SHUT_MS + 5), untried);
  });

  it('an answer forgets earlier failures', () => {
    assert.deepEqual(afterTry(fail(untried, BREAKS_AFTER - 1, 0), true, 1), untried);
  });
});
