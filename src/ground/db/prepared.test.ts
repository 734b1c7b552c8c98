import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { prepared } from './prepared.ts';
import { rolledBack } from './testing.ts';

describe('a prepared statement', () => {
  it(
    'is built once, and gives each caller the rows of their own values',
    rolledBack(async ({ tx }) => {
      let built = 0;
      const between = prepared((db, { from, to }: { from: number; to: number }) => {
        built += 1;
        return db
          .selectFrom(sql<{ n: number }>`generate_series(1, 9)`.as<'s'>(sql`s(n)`))
          .select('s.n')
          .where('s.n', '>=', from)
          .where('s.n', '<', to)
          .where('s.n', '<>', 5)
          .limit(100);
      });
      const rows = await Promise.all([
        between(tx, { from: 2, to: 4 }),
        between(tx, { to: 7, from: 4 }),
        between(tx, { from: 9, to: 9 }),
      ]);
      assert.deepEqual(
        rows.map((found) => found.map(({ n }) => n)),
        [[2, 3], [4, 6], []],
      );
      assert.equal(built, 1);
    }),
  );

  it(
    'passes null, lists and texts that look like anything on as values',
    rolledBack(async ({ tx }) => {
      const echo = prepared((db, { text, list }: { text: string | null; list: readonly string[] }) =>
        db.selectNoFrom((is) => [
          sql<string | null>`${is.val(text)}::text`.as('text'),
          sql<number>`cardinality(${is.val(list)}::text[])`.as('n'),
        ]),
      );
      for (const text of [null, '', `'; select 1; --`, '$1'])
        assert.deepEqual(await echo(tx, { text, list: ['a', 'b'] }), [{ text, n: 2 }]);
    }),
  );
});
