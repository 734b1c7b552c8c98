import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system } from '../../ground/db/act.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import { fill, takeNumber, type Book } from './index.ts';

const codes: Book = { name: 'dossiers SL01.07', template: '{agency}-{yymmdd}-{n:4}', period: 'day' };

describe('numbers', () => {
  it('fills templates', () => {
    const filling = { n: 5, day: '2026-11-21', values: { agency: 'SL01.07', type: 'QĐ', unit: 'UBND' } };
    const table: [string, string][] = [
      ['{agency}-{yymmdd}-{n:4}', 'SL01.07-261121-0005'],
      ['{agency}-{yyyymmdd}-{n:7}', 'SL01.07-20261121-0000005'],
      ['{n:2}/{type}-{unit}', '05/QĐ-UBND'],
      ['{n}/{yyyy}', '5/2026'],
    ];
    for (const [template, expected] of table) assert.equal(fill(template, filling), expected);
    assert.throws(() => fill('{nobody}', filling), /nobody/);
  });

  it(
    'counts from one in each period, for each tenant on its own',
    rolledBack(async (world) => {
      const take = (day: string) =>
        world.as(system, '2026-11-21T03:00:00Z', (act) => takeNumber(act, codes, day, { agency: 'SL01.07' }));
      assert.equal((await take('2026-11-21')).text, 'SL01.07-261121-0001');
      assert.equal((await take('2026-11-21')).text, 'SL01.07-261121-0002');
      assert.equal((await take('2026-11-22')).text, 'SL01.07-261122-0001');
      const other = await world.act({ tenant: 2, by: system, requestId: 'r', now: new Date() }, (act) =>
        takeNumber(act, codes, '2026-11-21', { agency: 'SL01.07' }),
      );
      assert.equal(other.n, 1);
    }),
  );

  it(
    'gives no number to an act that fails',
    rolledBack(async (world) => {
      await assert.rejects(
        world.as(system, '2026-11-21T03:00:00Z', async (act) => {
          await takeNumber(act, codes, '2026-11-21', { agency: 'SL01.07' });
          throw new Error('changed my mind');
        }),
      );
      const next = await world.as(system, '2026-11-21T03:00:00Z', (act) =>
        takeNumber(act, codes, '2026-11-21', { agency: 'SL01.07' }),
      );
      assert.equal(next.n, 1);
    }),
  );
});
