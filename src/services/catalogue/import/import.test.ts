import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { own } from '../../../ground/db/act.ts';
import { importCommand } from '../cli.ts';
import { publish } from '../commands.ts';
import { listDoubts } from '../doubts.ts';
import { goodRow, lineOf, localOf, nationalOf } from '../fixtures.ts';
import { catalogueInvariants } from '../invariants.ts';
import { findProcedure, getProcedure, getVersion } from '../queries.ts';
import type { CatalogueTables } from '../tables.ts';
import { importProcedures, type Rejection } from './import.ts';

const first = systemAt('2026-11-21T03:00:00Z');
const later = systemAt('2026-11-23T03:00:00Z');

const bring = (world: TestWorld, lines: readonly string[], caller = first) =>
  importProcedures(world, caller, [lines.join('\n')]);
const none = { read: 0, created: 0, updated: 0, unchanged: 0, doubtful: 0, rejected: 0 };

async function healthy(world: TestWorld): Promise<void> {
  for (const { name, check } of catalogueInvariants)
    assert.deepEqual(await world.look(later, check), [], name);
}

describe('import of the national catalogue', () => {
  it(
    'creates, and changes nothing the second time',
    rolledBack(async (world) => {
      const lines = [lineOf(), lineOf({ code: '1.000894', name: 'Thủ tục đăng ký kết hôn', audience: [] })];
      assert.deepEqual(await bring(world, lines), { ...none, read: 2, created: 2, doubtful: 1 });
      assert.deepEqual(await bring(world, lines, later), { ...none, read: 2, unchanged: 2, doubtful: 1 });
      const procedure = await world.look(later, (look) => getProcedure(look, '1.000894'));
      assert.deepEqual(
        [procedure.version, procedure.origin, procedure.reviewed, procedure.validFrom],
        [1, 'imported', false, '2026-11-21'],
      );
      const { items } = await world.look(later, (look) => listDoubts(look, {}));
      assert.deepEqual(
        items.map(({ code, field, kind }) => [code, field, kind]),
        [['1.000894', 'audience', 'missing']],
      );
      await healthy(world);
    }),
  );

  it(
    'keeps the rest when lines are broken, and says which and why',
    rolledBack(async (world) => {
      const rejected: Rejection[] = [];
      const lines = [
        '\ufeff' + lineOf(),
        '',
        '{"code":',
        lineOf({ code: undefined }),
        lineOf({ name: 'Khác' }),
        lineOf(),
        lineOf({ code: '1.000656' }),
      ];
      const done = await importProcedures(world, first, [lines.join('\r\n')], {
        rejected: (one) => rejected.push(one),
      });
      assert.deepEqual(done, { ...none, read: 6, created: 2, unchanged: 1, rejected: 3 });
      assert.deepEqual(
        rejected.map(({ line }) => line),
        [3, 4, 5],
      );
      assert.equal(done.read, done.created + done.updated + done.unchanged + done.rejected);
    }),
  );

  it(
    'makes a new version beside what was made by hand, and touches neither form, process nor result',
    rolledBack(async (world) => {
      const ours = nationalOf({ results: [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031' }] });
      const worked = { ...ours, results: [{ ...ours.results[0]!, template: 'birth-certificate' }] };
      const local = localOf({
        term: { amount: 1, unit: 'working-day', when: null },
        nameEn: 'Birth registration',
        resultData: { child: 'child' },
      });
      await world.act(first, (act) => publish(act, worked, local, '2026-01-01', 'written'));
      const changed = lineOf({
        name: 'Thủ tục đăng ký khai sinh cho trẻ',
        results: [{ name: 'Giấy mới', code: 'KQ.G15.000099' }],
      });
      assert.deepEqual(await bring(world, [changed], later), { ...none, read: 1, updated: 1 });
      const now = await world.look(later, (look) => getProcedure(look, '1.001193'));
      assert.deepEqual(
        [now.version, now.name, now.nameEn, now.term?.amount],
        [2, 'Thủ tục đăng ký khai sinh cho trẻ', 'Birth registration', 1],
      );
      assert.deepEqual(now.results, worked.results);
      assert.deepEqual(now.resultData, { child: 'child' });
      const { items } = await world.look(later, (look) => listDoubts(look, {}));
      assert.ok(items.some(({ field, kind }) => field === 'results' && kind === 'differs-from-ours'));
      assert.deepEqual(await bring(world, [changed], later), { ...none, read: 1, unchanged: 1 });
      const before = await world.look(later, (look) => getVersion(look, '1.001193', 1));
      assert.deepEqual([before.state, before.validTo], ['replaced', '2026-11-23']);
      await healthy(world);
    }),
  );

  it(
    'leaves a version that is to come where it is',
    rolledBack(async (world) => {
      await bring(world, [lineOf()]);
      await world.act(first, (act) =>
        publish(act, nationalOf(), localOf({ nameEn: 'Birth registration' }), '2027-01-01', 'written'),
      );
      await bring(world, [lineOf({ name: 'Thủ tục khai sinh mới' })], later);
      const in2027 = await world.look(systemAt('2027-02-01T00:00:00Z'), (look) =>
        findProcedure(look, '1.001193'),
      );
      const now = await world.look(later, (look) => findProcedure(look, '1.001193'));
      assert.deepEqual(
        [now?.name, now?.validTo, in2027?.nameEn],
        ['Thủ tục khai sinh mới', '2027-01-01', 'Birth registration'],
      );
      await healthy(world);
    }),
  );

  it(
    'writes every version into the record of its procedure',
    rolledBack(async (world) => {
      await bring(world, [lineOf()]);
      await bring(world, [lineOf({ domain: 'Hộ tịch mới' })], later);
      const { item } = await own<CatalogueTables>(world.tx)
        .selectFrom('catalogue.procedures')
        .select('item')
        .executeTakeFirstOrThrow();
      const steps = await world.look(later, (look) => listSteps(look, item, 'public'));
      assert.deepEqual(
        steps.map(({ act }) => act),
        ['procedure.import', 'procedure.import'],
      );
    }),
  );

  it(
    'keeps tenants apart',
    rolledBack(async (world) => {
      await bring(world, [lineOf()], systemAt('2026-11-21T03:00:00Z', 2));
      assert.equal(await world.look(first, (look) => findProcedure(look, goodRow.code)), null);
    }),
  );
});

describe('toantrinh import procedures', () => {
  const run = async (world: TestWorld, argv: readonly string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const io = { cwd: '/', out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
    const code = await importCommand(argv, io, async () => ({
      edge: world,
      tenant: 1,
      close: async () => {},
    }));
    return { code, out, err };
  };

  it(
    'prints the counts as JSON on its last line, and ends well although lines are rejected',
    rolledBack(async (world) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
      writeFileSync(path.join(folder, 'some.jsonl'), `${lineOf()}\nbroken\n`);
      const { code, out, err } = await run(world, ['procedures', path.join(folder, 'some.jsonl'), '--json']);
      assert.equal(code, 0);
      assert.equal(out.at(-1), '{"read":2,"created":1,"updated":0,"unchanged":0,"doubtful":0,"rejected":1}');
      assert.ok(err.some((line) => line.startsWith('line 2 rejected')));
      rmSync(folder, { recursive: true });
    }),
  );

  it(
    'says in one sentence that there is no such file',
    rolledBack(async (world) => {
      const { code, out, err } = await run(world, ['procedures', '/nowhere/procedures.jsonl']);
      assert.deepEqual([code, out, err], [1, [], ['There is no file /nowhere/procedures.jsonl.']]);
    }),
  );

  it('explains itself when misused', async () => {
    const io = { cwd: '/', out: () => {}, err: () => {} };
    assert.equal(await importCommand(['procedures'], io, () => assert.fail('opened')), 2);
  });
});
