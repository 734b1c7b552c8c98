import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { own } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { settle as settleEvents } from '../../../ground/jobs/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { openWire } from '../../../ground/wire/index.ts';
import { sampleProcedures } from '../../../../sample/procedures/index.ts';
import { publish } from '../commands.ts';
import { listDoubts } from '../doubts.ts';
import { absent, editor, lineOf, localOf, nationalOf, realCatalogue } from '../fixtures.ts';
import { procedureFields } from '../gateway/simulator/procedure.ts';
import { rowOfAnswer } from '../gateway/answer.ts';
import { procedureDatabase } from '../gateway/procedure-database.ts';
import { startProceduresSimulator, type ProceduresSimulator } from '../gateway/simulator/server.ts';
import { importProcedures } from '../import/import.ts';
import { readLine } from '../import/read-row.ts';
import { findProcedure, getProcedure } from '../queries.ts';
import { catalogueInvariants } from '../invariants.ts';
import type { NationalContent } from '../schema.ts';
import { differencesOf, isWhole, readAnswer } from './compare.ts';
import { beginComparison, inStepListeners } from './jobs.ts';
import { setAside, takeOver } from './settle.ts';
import { answersOf, latestComparison, listOpen, type InStepTables } from './store.ts';

const now = systemAt('2026-11-21T03:00:00Z');
const tomorrow = systemAt('2026-11-22T03:00:00Z');
const asEditor = { ...tomorrow, by: editor(1) };

const birth = nationalOf();
const marriage = nationalOf({ code: '1.000894', name: 'Thủ tục đăng ký kết hôn' });
const death = nationalOf({ code: '1.000656', name: 'Thủ tục đăng ký khai tử' });

type Opened = {
  readonly nation: ProceduresSimulator;
  /** Compares at a moment, and does all jobs that are due until then. */
  readonly compare: (at?: typeof now) => Promise<void>;
  /** Does the jobs that are due then. */
  readonly work: (at: Date) => Promise<void>;
};

/** A catalogue with these procedures imported, and a nation that publishes others. */
const against = (
  here: readonly NationalContent[],
  there: readonly NationalContent[],
  body: (world: TestWorld, opened: Opened) => Promise<void>,
) =>
  rolledBack(async (world) => {
    const nation = await startProceduresSimulator(there, { host: '127.0.0.1' });
    try {
      for (const one of here)
        await world.act(now, (act) => publish(act, one, localOf(), '2026-01-01', 'imported'));
      const work = async (at: Date): Promise<void> => {
        // Each time another process, which remembers nothing of what failed.
        const wire = openWire({ edge: world, key: Buffer.alloc(32, 1) });
        await settleEvents(world, inStepListeners(procedureDatabase(wire, nation.account)), at);
      };
      const compare = async (at = now): Promise<void> => {
        await world.act(at, async (act) => void beginComparison(act));
        await work(at.now);
      };
      await body(world, { nation, compare, work });
    } finally {
      await nation.close();
    }
  });

const open = (world: TestWorld) => world.look(now, (look) => listOpen(look, null));
const states = async (world: TestWorld) => (await open(world)).map(({ code, state }) => [code, state]);
const hashOf = async (world: TestWorld, code: string): Promise<string> =>
  (await open(world)).find((one) => one.code === code)?.hash ?? assert.fail(code);

describe('an answer of the national database', () => {
  const differ = (national: NationalContent) => {
    const read = readAnswer(rowOfAnswer(procedureFields(national)), national);
    return read ? differencesOf(national, read) : assert.fail(national.code);
  };

  it('says the same as the procedure that it was made of', () => {
    for (const { national } of sampleProcedures.filter(({ national: { code } }) => /^\d\.\d/.test(code)))
      assert.deepEqual(differ(national), [], national.code);
  });

  it('says which code the domain has; one that says none takes none away', () => {
    const code = 'G15-TP07';
    const coded = { ...birth, domainCode: code };
    const learned = readAnswer(rowOfAnswer(procedureFields(coded)), birth) ?? assert.fail();
    assert.equal(learned.national.domainCode, code);
    assert.deepEqual(
      differencesOf(birth, learned).map(({ label }) => label.en),
      ['Domain'],
    );
    const silent = readAnswer(rowOfAnswer(procedureFields(birth)), coded);
    assert.equal(silent?.national.domainCode, code);
  });

  it('says the same for every real procedure', { skip: realCatalogue ? false : absent }, () => {
    const unlike = readFileSync(realCatalogue!, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const read = readLine(line);
        return 'national' in read ? differ(read.national).map(({ label }) => label.en) : [];
      });
    // Documents without a name, and amounts that the import found to be unknown, cannot be told back to it.
    assert.deepEqual([...new Set(unlike)].toSorted(), ['Documents', 'Fees']);
    assert.ok(unlike.length < 50, `${unlike.length} of 2,422`);
  });

  it('is silent about what it leaves out', () => {
    const read = readAnswer({ code: birth.code, name: birth.name }, birth);
    assert.deepEqual(read && differencesOf(birth, read), []);
    const none = readAnswer({ code: birth.code, name: birth.name, methods: [{ channel: 'telex' }] }, birth);
    assert.deepEqual(none && differencesOf(birth, none), []);
  });

  it('is not believed about what is missing when too much is missing', () => {
    assert.deepEqual(
      [
        isWhole(2422, 3),
        isWhole(2422, 240),
        isWhole(2422, 1200),
        isWhole(18, 1),
        isWhole(18, 18),
        isWhole(0, 0),
      ],
      [true, true, false, true, false, true],
    );
  });
});

describe('keeping in step with the nation', () => {
  it(
    'reports what changed, what is new and what is gone, and changes nothing by itself',
    against(
      [birth, marriage, nationalOf({ code: '1.000111', name: 'Bãi bỏ' })],
      [{ ...birth, name: 'Thủ tục đăng ký khai sinh mới', conditions: 'Có điều kiện.' }, marriage, death],
      async (world, { compare }) => {
        await compare();
        assert.deepEqual(await states(world), [
          ['1.000111', 'absent'],
          ['1.000656', 'new'],
          ['1.001193', 'differs'],
        ]);
        const answer = (await world.look(now, (look) => answersOf(look, ['1.001193']))).get('1.001193')!;
        const differences = differencesOf(birth, readAnswer(answer.content!, birth)!);
        assert.deepEqual(
          differences.map(({ label, before, after }) => [label.en, before, after]),
          [
            ['Name', ['Thủ tục đăng ký khai sinh'], ['Thủ tục đăng ký khai sinh mới']],
            ['Conditions', [], ['Có điều kiện.']],
          ],
        );
        assert.equal((await world.look(now, (look) => getProcedure(look, '1.001193'))).version, 1);
        const latest = await world.look(now, latestComparison);
        assert.deepEqual([latest?.listed, latest?.asked, latest?.done, latest?.trouble], [3, 2, 2, null]);
      },
    ),
  );

  it(
    'takes over as a new version beside hand-made parts, form, process and result, once',
    rolledBack(async (world) => {
      const results = [{ ...birth.results[0]!, template: 'birth-certificate' }];
      const local = localOf({ nameEn: 'Birth registration', resultData: { child: 'child' } });
      await world.act(now, (act) => publish(act, { ...birth, results }, local, '2026-01-01', 'written'));
      const changed = {
        ...birth,
        name: 'Thủ tục khai sinh',
        results: [{ ...birth.results[0]!, name: 'Giấy mới' }],
      };
      const nation = await startProceduresSimulator([changed], { host: '127.0.0.1' });
      try {
        const wire = openWire({ edge: world, key: Buffer.alloc(32, 1) });
        const listeners = inStepListeners(procedureDatabase(wire, nation.account));
        const compare = async (): Promise<void> => {
          await world.act(now, async (act) => void beginComparison(act));
          await settleEvents(world, listeners, now.now);
        };
        await compare();
        const hash = await hashOf(world, birth.code);
        assert.equal(await world.act(asEditor, (act) => takeOver(act, birth.code, hash, null)), 2);
        const procedure = await world.look(tomorrow, (look) => getProcedure(look, birth.code));
        assert.deepEqual(
          [procedure.version, procedure.name, procedure.nameEn, procedure.resultData, procedure.results],
          [2, 'Thủ tục khai sinh', 'Birth registration', { child: 'child' }, results],
        );
        const { items } = await world.look(tomorrow, (look) => listDoubts(look, {}));
        assert.deepEqual(
          items.map(({ field, kind }) => [field, kind]),
          [['results', 'differs-from-ours']],
        );
        await compare();
        assert.deepEqual(await states(world), [], 'what was taken over is not shown again');
        await assert.rejects(
          world.act(asEditor, (act) => takeOver(act, birth.code, hash, null)),
          { name: 'Conflict' },
        );
        for (const { name, check } of catalogueInvariants)
          assert.deepEqual(await world.look(tomorrow, check), [], name);
      } finally {
        await nation.close();
      }
    }),
  );

  it(
    'adds a procedure that is new there, and a file imported before stays unchanged',
    against([], [death], async (world, { nation, compare }) => {
      await importProcedures(world, now, [lineOf()]);
      nation.books.set(birth.code, { ...birth, name: 'Tên mới' });
      await compare();
      assert.deepEqual(await states(world), [
        ['1.000656', 'new'],
        ['1.001193', 'differs'],
      ]);
      const row = rowOfAnswer(procedureFields(death));
      const [fresh, changed] = [await hashOf(world, death.code), await hashOf(world, birth.code)];
      await world.act(asEditor, (act) => takeOver(act, death.code, fresh, row));
      await world.act(asEditor, (act) => takeOver(act, birth.code, changed, null));
      assert.equal(
        (await world.look(tomorrow, (look) => findProcedure(look, death.code)))?.name,
        'Thủ tục đăng ký khai tử',
      );
      const again = await importProcedures(world, tomorrow, [lineOf()]);
      assert.deepEqual([again.updated, again.unchanged], [0, 1]);
      assert.deepEqual(await states(world), []);
    }),
  );

  it(
    'leaves a procedure as it is, with a reason, until the nation changes it once more',
    against([birth], [{ ...birth, name: 'Tên khác' }], async (world, { nation, compare }) => {
      await compare();
      const hash = await hashOf(world, birth.code);
      await assert.rejects(
        world.act(asEditor, (act) => setAside(act, birth.code, hash, ' ')),
        { name: 'Invalid' },
      );
      await assert.rejects(
        world.act(tomorrow, (act) => setAside(act, birth.code, hash, 'Lỗi gõ')),
        { name: 'NotAllowed' },
      );
      await world.act(asEditor, (act) => setAside(act, birth.code, hash, 'Lỗi gõ của bộ'));
      await compare();
      assert.deepEqual(await states(world), []);
      nation.books.set(birth.code, { ...birth, name: 'Tên khác nữa' });
      await compare();
      assert.deepEqual(await states(world), [['1.001193', 'differs']]);
    }),
  );
});

describe('a national database that fails', () => {
  it(
    'is asked again when it is down, and the report says so',
    against([birth], [{ ...birth, name: 'Tên khác' }], async (world, { nation, compare, work }) => {
      nation.faults.down = true;
      await compare();
      assert.equal((await world.look(now, latestComparison))?.trouble, 'no-answer');
      nation.faults.down = false;
      await work(new Date(now.now.getTime() + 10 * 60_000));
      const latest = await world.look(now, latestComparison);
      assert.deepEqual([latest?.trouble, latest?.done], [null, 1]);
      assert.deepEqual(await states(world), [['1.001193', 'differs']]);
    }),
  );

  it(
    'is signed in to again when its session is over, and may be slow',
    against([birth], [birth], async (world, { nation, compare }) => {
      nation.faults.expired = true;
      nation.faults.slowMs = 200;
      await compare();
      assert.equal((await world.look(now, latestComparison))?.done, 1);
    }),
  );

  it(
    'does not abolish procedures by a list that broke off, nor empty them by half an answer',
    against([birth, death, marriage], [birth, death, marriage], async (world, { nation, compare }) => {
      nation.faults.partial = true;
      nation.books.delete(birth.code);
      nation.books.delete(death.code);
      await compare();
      assert.deepEqual(await states(world), []);
      assert.equal((await world.look(now, latestComparison))?.trouble, 'short-list');
      nation.books.set(birth.code, birth);
      nation.books.set(death.code, death);
      await compare();
      assert.deepEqual(
        (await states(world)).filter(([, state]) => state === 'differs'),
        [],
      );
    }),
  );

  it(
    'is not believed when it answers about another procedure; what was never answered is named',
    against([birth, death], [birth, death], async (world, { nation, compare, work }) => {
      nation.faults.wrong = true;
      await compare();
      assert.deepEqual(await states(world), []);
      let at = now.now.getTime();
      for (let i = 0; i < 7; i++) await work(new Date((at += 6 * 3_600_000)));
      assert.deepEqual(await states(world), [
        ['1.000656', 'unreadable'],
        ['1.001193', 'unreadable'],
      ]);
    }),
  );
});

describe('the record of a procedure', () => {
  it(
    'says who left it as it is and why',
    against([birth], [{ ...birth, name: 'Tên khác' }], async (world, { compare }) => {
      await compare();
      const hash = await hashOf(world, birth.code);
      await world.act(asEditor, (act) => setAside(act, birth.code, hash, 'Lỗi gõ của bộ'));
      const { item } = await own<InStepTables>(world.tx)
        .selectFrom('catalogue.procedures')
        .select('item')
        .executeTakeFirstOrThrow();
      const steps = await world.look(now, (look) => listSteps(look, item, 'inside'));
      assert.deepEqual(steps.map(({ act, reason }) => [act, reason]).at(-1), [
        'procedure.keep-ours',
        'Lỗi gõ của bộ',
      ]);
    }),
  );
});
