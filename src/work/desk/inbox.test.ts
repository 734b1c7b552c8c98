import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, rolledBackAlone, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { anOffice, aWork, now, type Office } from './fixtures.ts';
import { filterOf } from './pages/filter.ts';
import { inboxQuery, listInbox, type InboxFilter } from './queries.ts';

const see = (world: TestWorld, { first }: Office, filter: InboxFilter, limit?: number) =>
  world.look({ ...systemAt(now), by: first.by }, async (look) => listInbox(look, filter, [], limit));
const codes = async (world: TestWorld, office: Office, filter: InboxFilter) =>
  (await see(world, office, filter)).rows.map(({ code }) => code);

describe('the inbox', () => {
  it(
    'sorts by due date both ways, filters by kind, finds words without diacritics',
    rolledBack(async (world) => {
      const office = await anOffice(world);
      const { agency } = office;
      await aWork(world, agency, {
        code: 'B',
        due_at: new Date('2026-11-24T02:00:00Z'),
        subject: 'Trần Thị Đào',
      });
      await aWork(world, agency, { code: 'A', due_at: new Date('2026-11-19T02:00:00Z'), kind: 'other' });
      await aWork(world, agency, { code: 'C', due_at: null });
      assert.deepEqual(await codes(world, office, { whose: 'all' }), ['A', 'B', 'C']);
      assert.deepEqual(await codes(world, office, { whose: 'all', descending: true }), ['C', 'B', 'A']);
      assert.deepEqual(await codes(world, office, { whose: 'all', late: true }), ['A']);
      assert.deepEqual(await codes(world, office, { whose: 'all', kind: 'test.other' }), ['A']);
      assert.deepEqual(await codes(world, office, { whose: 'all', words: 'dao' }), ['B']);
      assert.deepEqual(await codes(world, office, { whose: 'all', words: '100%' }), []);
      assert.deepEqual(await codes(world, office, { whose: 'mine' }), []);
    }),
  );

  it(
    'pages through everything once, whatever the order, also what has no date',
    rolledBack(async (world) => {
      const office = await anOffice(world);
      for (let n = 0; n < 9; n++)
        await aWork(world, office.agency, {
          code: `D${n}`,
          due_at: n > 6 ? null : new Date(`2026-11-2${Math.floor(n / 2)}T02:00:00Z`),
        });
      for (const descending of [false, true]) {
        const found: string[] = [];
        let after: InboxFilter['after'];
        for (;;) {
          const { rows, more } = await see(
            world,
            office,
            { whose: 'all', descending, ...(after && { after }) },
            2,
          );
          found.push(...rows.map(({ code }) => code));
          const last = rows.at(-1);
          if (!more || !last) break;
          after = { due: last.due_at?.toISOString() ?? 'infinity', id: last.id };
        }
        assert.equal(new Set(found).size, 9);
        assert.equal(found.length, 9);
      }
    }),
  );

  it(
    'shows work once, although its role is held twice, and keeps the units of a role apart',
    rolledBack(async (world) => {
      const office = await anOffice(world);
      const { agency } = office;
      const [mine, other] = [randomUUID(), randomUUID()];
      for (const [code, unit] of [
        ['A', null],
        ['B', mine],
        ['C', other],
      ] as const)
        await aWork(world, agency, { code, unit, due_at: new Date('2026-11-24T02:00:00Z') });
      const held = (...units: readonly (string | null)[]): Promise<readonly string[]> => {
        const powers = units.map((unit) => ({ agency, role: 'counter', unit }));
        const first = { ...office.first, by: { ...office.first.by, powers } };
        return codes(world, { ...office, first }, { whose: 'pool' }).then((found) => found.toSorted());
      };
      assert.deepEqual(await held(mine), ['A', 'B']);
      assert.deepEqual(await held(mine, mine, other), ['A', 'B', 'C']);
      assert.deepEqual(await held(mine, null), ['A', 'B', 'C']);
    }),
  );

  it(
    'shows leaders what waits to be assigned in what they lead, and nobody else',
    rolledBack(async (world) => {
      const office = await anOffice(world);
      const { agency, leader, first } = office;
      const [mine, other] = [randomUUID(), randomUUID()];
      for (const more of [
        { code: 'A' },
        { code: 'B', role: 'case-officer', unit: mine },
        { code: 'C', role: 'clerk', unit: other },
        { code: 'D', holder: first.by.account },
      ])
        await aWork(world, agency, { ...more, due_at: new Date('2026-11-24T02:00:00Z') });
      await aWork(world, randomUUID(), { code: 'E' });
      const seen = (who: typeof leader, unit: string | null = null) => {
        const powers = who.by.powers.map((power) => ({ ...power, unit }));
        return codes(world, { ...office, first: { ...who, by: { ...who.by, powers } } }, { whose: 'assign' });
      };
      assert.deepEqual((await seen(leader)).toSorted(), ['A', 'B', 'C']);
      assert.deepEqual((await seen(leader, mine)).toSorted(), ['A', 'B']);
      assert.deepEqual(await seen(first), []);
      assert.equal(filterOf({ query: { xem: 'phan-cong' } }).whose, 'assign');
      assert.equal(filterOf({ query: { xem: 'constructor' } }).whose, 'all');
    }),
  );

  it(
    'takes titles of any length, and finds who they are for',
    rolledBack(async (world) => {
      const office = await anOffice(world);
      const words = Array.from({ length: 60 }, (_, n) => `nghề thứ ${n * 7919}`).join(', ');
      await aWork(world, office.agency, { code: 'L', title: words, subject: 'Trần Thị Đào' });
      assert.deepEqual(await codes(world, office, { whose: 'all', words: 'thị đào' }), ['L']);
    }),
  );

  it('takes nothing from its address that makes no sense', () => {
    for (const after of ['x', 'x~y', "2026-11-20T02:00:00Z~'; drop", '99999-13-45T00:00:00Z~x', '~'])
      assert.equal(filterOf({ query: { after } }).after, undefined);
    assert.deepEqual(filterOf({ query: { q: '   ', xem: 'gì', sort: 'x' } }), { whose: 'all' });
  });

  it(
    'reads a bounded part of its index, however much work there is',
    rolledBackAlone(async (world) => {
      const office = await anOffice(world);
      const { agency, first } = office;
      const fill = `insert into desk.work (tenant, id, item, room, kind, agency, role, holder, code, title, subject, step, due_at, opened_at)
        select 1, gen_random_uuid(), gen_random_uuid(), 'test', 'do', case when n % 2 = 0 then $1::uuid else gen_random_uuid() end, 'counter',
               case when n % 4 = 0 then $2::uuid end, 'X' || n, 'Việc', 'Ai', 'Bước', now() + n * interval '1 minute', now()
          from generate_series(1, $3::int) n`;
      const reads = (filter: InboxFilter): Promise<number> =>
        world.look({ ...systemAt(now), by: first.by }, async (look) => {
          const plan = await inboxQuery(look, filter, [], 50)!.explain<Explained>('json', sql`analyze`);
          return Math.max(...rowsOf(plan[0]!['QUERY PLAN'][0]!.Plan));
        });
      const filters: readonly InboxFilter[] = [
        { whose: 'all' },
        { whose: 'mine', descending: true },
        { whose: 'pool', late: true },
        { whose: 'all', after: { due: '2026-11-21T02:00:00Z', id: agency } },
        { whose: 'all', words: 'khong co' },
        { whose: 'all', kind: 'test.none' },
      ];
      await send(world.tx, fill, [agency, first.by.account, 4000]);
      await send(world.tx, 'analyze desk.work');
      const few = await Promise.all(filters.map(reads));
      await send(world.tx, fill, [agency, first.by.account, 16_000]);
      await send(world.tx, 'analyze desk.work');
      const many = await Promise.all(filters.map(reads));
      // A page and one row, from two places together; a search looks through 2,000 of each.
      assert.deepEqual(
        many.map((rows, i) => rows <= (i < 4 ? 51 : 2000)),
        filters.map(() => true),
        `rows of the widest node of each plan: ${few.join()}, then ${many.join()}`,
      );
    }),
  );
});

type Explained = { readonly 'QUERY PLAN': readonly { readonly Plan: Plan }[] };
type Plan = { readonly 'Actual Rows': number; readonly Plans?: readonly Plan[] };
const rowsOf = (plan: Plan): number[] => [plan['Actual Rows'], ...(plan.Plans ?? []).flatMap(rowsOf)];
