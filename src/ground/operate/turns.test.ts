import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { turnsWithin } from './turns.ts';

describe('turns', () => {
  it('let in side by side what there is room for, in the order in which it came, and all of it in the end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ needs: fc.nat(120), takes: fc.nat(5), fails: fc.boolean() }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        async (works, most) => {
          const inTurn = turnsWithin(100, most);
          const running = new Set<number>();
          const begun: number[] = [];
          const done = await Promise.allSettled(
            works.map(({ needs, takes, fails }, i) =>
              inTurn(needs, async () => {
                begun.push(i);
                running.add(i);
                const taken = [...running].reduce((all, one) => all + works[one]!.needs, 0);
                assert.ok(running.size <= most && (taken <= 100 || running.size === 1));
                for (let n = 0; n < takes; n++) await setImmediate();
                running.delete(i);
                if (fails) throw new Error('broken');
              }),
            ),
          );
          assert.deepEqual(
            begun,
            works.map((_, i) => i),
          );
          assert.deepEqual(
            done.map((one) => one.status === 'rejected' && (one.reason as Error).message),
            works.map(({ fails }) => fails && 'broken'),
          );
        },
      ),
    ));

  it('are taken side by side when there is room', async () => {
    const inTurn = turnsWithin(100, 2);
    let both: () => void = () => {};
    const met = new Promise<void>((resolve) => (both = resolve));
    // The first ends only when the second has begun.
    await Promise.all([inTurn(50, () => met), inTurn(50, async () => both())]);
  });
});
