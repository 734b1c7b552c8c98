import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SaxesParser } from 'saxes';
import { listCases, type Case, type CaseEvent } from '../../services/dossiers/index.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { receive } from '../../services/dossiers/commands/receive.ts';
import { accept } from '../../services/dossiers/commands/accept.ts';
import { decideDossier, noteSigned, propose, sendBack } from '../../services/dossiers/commands/steps.ts';
import {
  caseOfficer,
  clerk,
  committee,
  counter,
  father,
  leader,
  pinned,
  shortProcess,
  submission,
} from '../../services/dossiers/fixtures.ts';
import { hold } from '../../services/dossiers/load.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { fromStepTable, toStepTable, type Definition } from '../../work/process/index.ts';
import { toOcel, toXes } from './export.ts';
import { lateShare, spentBy, spentByGroup, variantsOf, visitsOf, withoutSmallGroups } from './measure.ts';
import { replay } from './replay.ts';

const at = (hour: number, day = 20): string => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`;
const paper = '01900000-0000-7000-8000-000000000999';
const grant = { kind: 'grant' as const, data: {}, reason: null, paper };
const names = new Map(shortProcess.nodes.map(({ id, name }) => [id, name]));

/** One real dossier: drafted in 2 hours, sent back after 1, drafted again in 1, signed after 3, sealed after 1. */
async function oneDossier(world: TestWorld): Promise<readonly Case[]> {
  const { id } = await world.as(father, at(1), (act) => receive(act, submission('a')));
  const token = async (): Promise<number> =>
    Number(
      (await world.look(systemAt(at(1)), (look) => listWorkOf(look, id))).find(({ ref }) => ref !== null)
        ?.ref,
    );
  await world.as(counter, at(2), async (act) => accept(act, await hold(act, id), pinned));
  const steps = [
    [caseOfficer, 4, propose],
    [leader, 5, 'back'],
    [caseOfficer, 6, propose],
    [leader, 9, 'sign'],
    [clerk, 10, 'decide'],
  ] as const;
  for (const [by, hour, what] of steps) {
    const here = await token();
    await world.as(by, at(hour), async (act) => {
      const held = await hold(act, id);
      if (what === 'back') return sendBack(act, held, shortProcess, here, 'Sai tên');
      if (what === 'sign') return noteSigned(act, held, shortProcess, here);
      if (what === 'decide') return decideDossier(act, held, shortProcess, here);
      return propose(act, held, shortProcess, here, grant);
    });
  }
  return world.look(systemAt(at(11)), (look) =>
    listCases(look, { procedure: '1.001193', since: new Date(at(0, 10)), agencies: [committee], limit: 10 }),
  );
}

const rowsOf = (definition: Definition) => {
  const table = toStepTable(definition);
  assert.ok('rows' in table);
  return table.rows;
};
const unchanged = { definition: null, term: null, daysOff: [] };

describe('process analysis', () => {
  it(
    'reads from the record alone how long each step took, and which way the dossier went',
    rolledBack(async (world) => {
      const cases = await oneDossier(world);
      const visits = cases.flatMap(visitsOf);
      assert.deepEqual(
        visits.map(({ node, from, to }) => [node, (to.getTime() - from.getTime()) / 3_600_000]),
        [
          ['du-thao', 2],
          ['ky', 1],
          ['du-thao', 1],
          ['ky', 3],
          ['dong-dau', 1],
        ],
      );
      const steps = spentBy(visits, ({ node }) => node);
      assert.deepEqual(
        steps.map(({ key, visits: n, share }) => [key, n, share]),
        [
          ['ky', 2, 0.5],
          ['du-thao', 2, 0.375],
          ['dong-dau', 1, 0.125],
        ],
      );
      assert.deepEqual(
        variantsOf(cases).map(({ path, cases: n, median }) => [path.join(), n, median]),
        [['du-thao,ky,du-thao,ky,dong-dau', 1, 8]],
      );
      assert.equal(lateShare(cases), 0);
      const others = await world.look(systemAt(at(11)), (look) =>
        listCases(look, { procedure: '1.001193', since: new Date(at(0, 10)), agencies: [paper], limit: 10 }),
      );
      assert.deepEqual(others, []);
    }),
  );

  it(
    'replays a dossier: the same process gives the same time, a step left out saves its time, a shorter limit makes it late',
    rolledBack(async (world) => {
      const cases = await oneDossier(world);
      assert.deepEqual(replay(cases, { ...unchanged, definition: shortProcess }), {
        cases: 1,
        stuck: 0,
        medianBefore: 8,
        medianAfter: 8,
        lateBefore: 0,
        lateAfter: 0,
        assumed: [],
      });
      const rows = rowsOf(shortProcess).filter(({ id }) => id !== 'ky');
      const withoutSignature = fromStepTable({ id: 'x', name: 'x', agency: null }, rows);
      assert.equal(replay(cases, { ...unchanged, definition: withoutSignature }).medianAfter, 3);
      const [first, ...others] = rowsOf(shortProcess);
      const more = { ...first!, id: 'moi', step: 'Bước mới', hours: 2, act: 'check' };
      const longer = fromStepTable({ id: 'y', name: 'y', agency: null }, [first!, more, ...others]);
      const outcome = replay(cases, { ...unchanged, definition: longer });
      assert.deepEqual([outcome.assumed, outcome.stuck], [['Bước mới'], 0]);
      assert.ok(outcome.medianAfter > 8);
      const hour = replay(cases, { ...unchanged, term: { unit: 'working_hour', amount: 1 } });
      assert.deepEqual([hour.lateBefore, hour.lateAfter], [0, 1]);
      const dayOff = { unit: 'working_hour', amount: 4 } as const;
      assert.equal(replay(cases, { ...unchanged, term: dayOff }).lateAfter, 1);
      assert.equal(replay(cases, { ...unchanged, term: dayOff, daysOff: ['2026-11-20'] }).lateAfter, 0);
    }),
  );

  it(
    'gives out well-formed XES and OCEL whose references hold, without a person or a code',
    rolledBack(async (world) => {
      const cases = await oneDossier(world);
      const xes = toXes('Khai sinh <thử> & "đúng"', cases, names);
      const parser = new SaxesParser();
      const tags: string[] = [];
      parser.on('error', (problem) => assert.fail(problem));
      parser.on('opentag', ({ name }) => tags.push(name));
      parser.write(xes).close();
      assert.deepEqual(
        [tags[0], tags.filter((tag) => tag === 'event').length],
        ['log', cases[0]!.events.length],
      );
      const ocel = toOcel(cases, names);
      const objects = new Set(ocel.objects.map(({ id }) => id));
      const types = new Set(ocel.eventTypes.map(({ name }) => name));
      for (const { type, relationships } of ocel.events) {
        assert.ok(types.has(type));
        for (const { objectId } of relationships) assert.ok(objects.has(objectId));
      }
      for (const secret of [father.name, leader.name, leader.account!, cases[0]!.id, 'H99.18-'])
        assert.ok(!`${xes}${JSON.stringify(ocel)}`.includes(secret), secret);
    }),
  );

  it('never shows a group of fewer than three officers', () => {
    const event = (group: string, account: string, hour: number): CaseEvent => ({
      act: 'dossier.do-step',
      at: new Date(at(hour)),
      agency: null,
      group,
      account,
      state: null,
      node: 'a',
      opened: ['a'],
      data: {},
    });
    const begin = { ...event('', '', 1), node: null, group: null };
    const some = [
      event('Chuyên viên', '1', 2),
      event('Chuyên viên', '2', 3),
      event('Chuyên viên', '3', 4),
      event('Giám đốc', '4', 5),
    ];
    const one: Case = {
      id: 'x',
      version: 1,
      agency: 'y',
      acceptedAt: new Date(at(1)),
      promisedAt: new Date(at(9)),
      decidedAt: null,
      events: [begin, ...some],
    };
    assert.deepEqual(
      spentByGroup(visitsOf(one), 'khác').map(({ key }) => key),
      ['Chuyên viên'],
    );
    assert.deepEqual(
      new Set(withoutSmallGroups([one])[0]!.events.map(({ group }) => group)),
      new Set([null, 'Chuyên viên']),
    );
  });
});
