import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SaxesParser } from 'saxes';
import type { Case, CaseEvent } from '../../services/dossiers/index.ts';
import { shortProcess } from '../../services/dossiers/fixtures.ts';
import { civilService } from '../../work/clock/index.ts';
import { fromStepTable, toStepTable, type Definition } from '../../work/process/index.ts';
import { toOcel, toXes } from './export.ts';
import { lateShare, spentBy, spentByGroup, variantsOf, visitsOf, withoutSmallGroups } from './measure.ts';
import { replay } from './replay.ts';

const at = (hour: number, day = 20): string => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`;
const names = new Map(shortProcess.nodes.map(({ id, name }) => [id, name]));
const person = { name: 'Võ Văn Ước Lệ', account: '01900000-0000-7000-8000-000000000013' };

/** One dossier as the record tells it: drafted in 2 hours, sent back after 1, drafted again in 1, signed after 3, sealed after 1. */
function oneDossier(): readonly Case[] {
  const acts = [
    ['dossier.receive', 1, null, [], {}],
    ['dossier.accept', 2, null, ['du-thao'], {}],
    ['dossier.propose', 4, 'du-thao', ['ky'], {}],
    ['dossier.do-step', 5, 'ky', ['du-thao'], { duyet: false }],
    ['dossier.propose', 6, 'du-thao', ['ky'], {}],
    ['dossier.sign', 9, 'ky', ['dong-dau'], { duyet: true }],
    ['dossier.decide', 10, 'dong-dau', ['tra'], {}],
  ] as const;
  const events = acts.map(([act, hour, node, opened, data]): CaseEvent => ({
    act,
    at: new Date(at(hour)),
    agency: '01900000-0000-7000-8000-000000000001',
    group: 'Chuyên viên',
    account: person.account,
    state: null,
    node,
    opened,
    data,
  }));
  return [
    {
      id: '01900000-0000-7000-8000-000000000777',
      version: 1,
      agency: '01900000-0000-7000-8000-000000000001',
      acceptedAt: new Date(at(2)),
      promisedAt: new Date('2026-11-26T02:00:00Z'),
      decidedAt: new Date(at(10)),
      events,
    },
  ];
}

const rowsOf = (definition: Definition) => {
  const table = toStepTable(definition);
  assert.ok('rows' in table);
  return table.rows;
};
const calendars = new Map([['01900000-0000-7000-8000-000000000001', civilService]]);
const unchanged = { definition: null, term: null, daysOff: [], calendars };

describe('process analysis', () => {
  it('reads from the record alone how long each step took, and which way the dossier went', () => {
    const cases = oneDossier();
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
  });

  it('replays a dossier: the same process gives the same time, a step left out saves its time, a shorter limit makes it late', () => {
    const cases = oneDossier();
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
  });

  it('reckons each dossier by the calendar of the agency that decided it', () => {
    const other = '01900000-0000-7000-8000-000000000002';
    const cases = oneDossier().flatMap((one) => [one, { ...one, id: 'other', agency: other }]);
    const closed = {
      ...civilService,
      edition: 'closed on Friday',
      days: [
        {
          date: '2026-11-20',
          kind: 'HOLIDAY' as const,
          name: { vi: 'Ngày nghỉ riêng', en: 'Its own day off' },
          basis: { code: null, cite: { vi: 'Quyết định mẫu', en: 'Sample decision' } },
        },
        ...civilService.days,
      ],
    };
    const both = new Map([...calendars, [other, closed]]);
    const term = { unit: 'working_hour', amount: 4 } as const;
    assert.equal(replay(cases, { ...unchanged, term, calendars: both }).lateAfter, 0.5);
  });

  it('gives out well-formed XES and OCEL whose references hold, without a person or a code', () => {
    const cases = oneDossier();
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
    for (const secret of [person.name, person.account, cases[0]!.id])
      assert.ok(!`${xes}${JSON.stringify(ocel)}`.includes(secret), secret);
  });

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
