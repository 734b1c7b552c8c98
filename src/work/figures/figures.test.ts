import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { system } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { bucketOf, floorOf, percentile } from './buckets.ts';
import {
  busiestSubjects,
  countFact,
  countSpan,
  countState,
  daysOf,
  monthByAgency,
  standingNow,
  timesOf,
} from './index.ts';
import { monthBySubject } from './queries.ts';
import { openNextMonth } from './open-month.ts';
import { boundsOf, daysOfMonth, monthAsked, monthFrom } from './period.ts';

const minutes = fc.integer({ min: 0, max: 2 ** 30 });
const agency = '01900000-0000-7000-8000-000000000001';
const counted = (item: number) => ({
  measure: 'things',
  agency,
  subject: 'A.1',
  item: `01900000-0000-7000-8000-0000000000${String(item).padStart(2, '0')}`,
});
const noon = '2026-11-20T05:00:00Z';

describe('buckets of lengths', () => {
  it('hold what they say; their middle is within three per cent', () => {
    fc.assert(
      fc.property(minutes, (m) => {
        const bucket = bucketOf(m);
        assert.ok(floorOf(bucket) <= m && m < floorOf(bucket + 1));
        assert.ok(floorOf(bucket + 1) - floorOf(bucket) <= Math.max(1, m / 16));
      }),
    );
  });

  it(
    'are the same in the database',
    rolledBack(async (world) => {
      const lengths = [
        0,
        1,
        63,
        64,
        65,
        127,
        128,
        1439,
        1440,
        65_535,
        65_536,
        2 ** 30,
        ...fc.sample(minutes, 300),
      ];
      const rows = await send<{ m: number; b: number }>(
        world.tx,
        'select m, figures.bucket(m) as b from unnest($1::int[]) m',
        [lengths],
      );
      assert.deepEqual(
        rows.map(({ b }) => b),
        rows.map(({ m }) => bucketOf(m)),
      );
    }),
  );

  it('give percentiles by nearest rank', () => {
    const buckets = Array.from({ length: 10 }, (_, i) => ({ bucket: i + 1, n: 1 }));
    assert.equal(percentile(buckets, 0.5), 5.5 / 60);
    assert.equal(percentile(buckets, 0.9), 9.5 / 60);
    assert.equal(percentile([], 0.5), null);
  });
});

describe('figures', () => {
  it(
    'add up over their parts, by day, agency, subject and state',
    rolledBack(async (world) => {
      for (let item = 0; item < 9; item++)
        await world.as(system, noon, async (act) => {
          countFact(act, counted(item), 'submitted');
          countState(act, counted(item), null, 'new');
        });
      await world.as(system, '2026-11-21T05:00:00Z', async (act) => {
        countState(act, counted(3), 'new', 'old');
        countState(act, counted(4), 'new', null);
        countFact(act, counted(3), 'moved');
      });
      await world.look(systemAt(noon), async (look) => {
        assert.deepEqual(await standingNow(look, 'things', agency), { new: 7, old: 1 });
        assert.deepEqual((await monthByAgency(look, 'things', '2026-11')).get(agency), {
          submitted: 9,
          moved: 1,
        });
        const { rows, more } = await monthBySubject(look, 'things', '2026-11');
        assert.deepEqual([rows.get('A.1'), more], [{ submitted: 9, moved: 1 }, false]);
        const days = await daysOf(look, 'things', agency, '2026-11-01', '2026-11-30');
        assert.deepEqual(
          [...days],
          [
            ['2026-11-20', { submitted: 9 }],
            ['2026-11-21', { moved: 1 }],
          ],
        );
      });
      await world.look(systemAt(noon, 2), async (look) => {
        assert.deepEqual(await standingNow(look, 'things', agency), {}, 'another tenant has none of it');
      });
    }),
  );

  it(
    'name the busiest subjects of some months, also those whose code comes last',
    rolledBack(async (world) => {
      const count = (at: string, subject: string, kind: string) =>
        world.as(system, at, async (act) => countFact(act, { ...counted(1), subject }, kind));
      const october = '2026-10-20T05:00:00Z';
      for (let n = 0; n < 60; n++) await count(noon, `B.${n + 10}`, 'submitted');
      for (const at of [noon, noon, october, october]) await count(at, 'Z.9', 'submitted');
      for (const at of [noon, noon, noon]) await count(at, 'Y.8', 'submitted');
      for (let n = 0; n < 9; n++) await count(noon, 'B.10', 'returned');
      const busiest = (...months: string[]) =>
        world.look(systemAt(noon), (look) => busiestSubjects(look, 'things', 'submitted', months, 3));
      assert.deepEqual(await busiest('2026-11', '2026-10'), [
        { subject: 'Z.9', times: 4 },
        { subject: 'Y.8', times: 3 },
        { subject: 'B.10', times: 1 },
      ]);
      assert.deepEqual((await busiest('2026-11')).slice(0, 2), [
        { subject: 'Y.8', times: 3 },
        { subject: 'Z.9', times: 2 },
      ]);
      assert.deepEqual(await busiest('2026-01'), []);
    }),
  );

  it(
    'open the next month with zeros that nobody sees, and count on from there',
    rolledBack(async (world) => {
      const december = '2026-12-01T05:00:00Z';
      const shown = () =>
        world.look(systemAt(december), async (look) => [
          [...(await monthByAgency(look, 'things', '2026-12'))],
          [...(await monthBySubject(look, 'things', '2026-12')).rows],
        ]);
      for (let item = 0; item < 5; item++)
        await world.as(system, noon, async (act) => countFact(act, counted(item), 'submitted'));
      await world.as(system, december, async (act) => countFact(act, counted(1), 'moved'));
      const before = await shown();
      for (let night = 0; night < 2; night++) await world.as(system, noon, openNextMonth);
      assert.deepEqual(await shown(), before);
      await world.as(system, december, async (act) => countFact(act, counted(2), 'submitted'));
      const numbers = { moved: 1, submitted: 1 };
      assert.deepEqual(await shown(), [[[agency, numbers]], [['A.1', numbers]]]);
    }),
  );

  it(
    'tell median and 90th percentile of real times, and nothing of fewer than five',
    rolledBack(async (world) => {
      const finish = (item: number, hours: number) =>
        world.as(system, noon, async (act) => countSpan(act, counted(item), hours * 3_600_000));
      const times = () => world.look(systemAt(noon), (look) => timesOf(look, 'A.1', undefined, 'things'));
      for (let item = 1; item <= 4; item++) await finish(item, 10);
      assert.equal(await times(), null);
      for (let item = 5; item <= 10; item++) await finish(item, item < 9 ? 20 : 500);
      const found = await times();
      assert.equal(found?.n, 10);
      assert.ok(Math.abs(found.median - 20) < 1 && Math.abs(found.p90 - 500) < 20, JSON.stringify(found));
    }),
  );
});

describe('months', () => {
  it('are only those that exist', () => {
    assert.deepEqual(
      ['2026-13', "2026-01'", undefined, '2026-02'].map((one) => monthAsked(one, '2026-11-21')),
      ['2026-11', '2026-11', '2026-11', '2026-02'],
    );
    assert.deepEqual(boundsOf('2028-02'), { from: '2028-02-01', to: '2028-02-29' });
    assert.equal(daysOfMonth('2026-11').length, 30);
    assert.deepEqual([monthFrom('2026-01', -1), monthFrom('2026-12', 1)], ['2025-12', '2027-01']);
  });
});
