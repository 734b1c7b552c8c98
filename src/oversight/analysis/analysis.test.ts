import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SaxesParser } from 'saxes';
import type { Case, CaseEvent } from '../../services/dossiers/index.ts';
import { shortProcess } from '../../services/dossiers/fixtures.ts';
import { civilService, startClock, stopClock } from '../../work/clock/index.ts';
import { fromStepTable, toStepTable, type Definition, type Node } from '../../work/process/index.ts';
import { toOcel, toXes } from './export.ts';
import {
  lateShare,
  quantile,
  spentBy,
  spentByGroup,
  variantsOf,
  visitsOf,
  withoutSmallGroups,
} from './measure.ts';
import { replay } from './replay.ts';

const at = (hour: number, day = 20): string => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`;
const names = new Map(shortProcess.nodes.map(({ id, name }) => [id, name]));
const person = { name: 'Võ Văn Ước Lệ', account: '01900000-0000-7000-8000-000000000013' };

/** Four working days from acceptance to decision. */
const settled = stopClock(
  startClock({ unit: 'working_day', amount: 4 }, new Date(at(2)), {
    cause: { vi: 'Tiếp nhận', en: 'Accepted' },
    basis: null,
    evidence: null,
  }),
  new Date(at(10)),
);

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
      clock: settled,
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
    assert.equal(replay(cases, { ...unchanged, term: dayOff, daysOff: ['2026-11-20'] }).lateAfter, 1);
  });

  it('reckons a further day off for work and promise alike, as by hand for three dossiers', () => {
    // Offices are open 07:30–11:30 and 13:30–17:30; each dossier has eight working hours. Monday is the 16th, Tuesday is given off.
    const local = (text: string): Date => new Date(`2026-11-${text}:00+07:00`);
    const [any] = oneDossier();
    const cases = (
      [
        // Six hours of work on Monday: nothing changes but the promise (Tuesday 09:00, then Wednesday 09:00).
        ['16T09:00', '16T17:00', '17T09:00'],
        // One hour on Monday and three on Tuesday: these are done on Wednesday until 10:30.
        ['16T16:30', '17T10:30', '17T16:30'],
        // 16.5 hours of work, late: it ends on Thursday at 09:30.
        ['16T09:00', '18T09:30', '17T09:00'],
      ] as const
    ).map(([accepted, decided, promised]): Case => {
      const why = { cause: { vi: 'x', en: 'x' }, basis: null, evidence: null };
      const clock = startClock({ unit: 'working_hour', amount: 8 }, local(accepted), why);
      return {
        ...any!,
        acceptedAt: local(accepted),
        decidedAt: local(decided),
        promisedAt: local(promised),
        clock: stopClock(clock, local(decided)),
        events: [],
      };
    });
    const given = replay(cases, { ...unchanged, daysOff: ['2026-11-17'] });
    assert.deepEqual(
      [given.medianBefore, given.medianAfter, given.lateBefore, given.lateAfter],
      [18, 42, 1 / 3, 1 / 3],
    );
    const shorter = { unit: 'working_hour', amount: 5 } as const;
    // Five hours: the first is late, too; the day off changes nothing in that.
    for (const daysOff of [[], ['2026-11-17']])
      assert.equal(replay(cases, { ...unchanged, term: shorter, daysOff }).lateAfter, 2 / 3);
    const lengthened = cases.map((one) => ({ ...one, clock: { ...one.clock, longer: 9 } }));
    assert.equal(
      replay(lengthened, { ...unchanged, daysOff: ['2026-11-17'] }).lateAfter,
      1 / 3,
      'no apology helps',
    );
  });

  it('has the median and the other shares of a list as SQL has them', () => {
    assert.deepEqual(
      [[], [3], [1, 3], [1, 2, 10], [1, 2, 3, 4]].map((list) => quantile(list, 0.5)),
      [0, 3, 2, 2, 2.5],
    );
    assert.equal(quantile([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9), 90);
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
      clock: settled,
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

  it('replays what no dossier has waited for yet: a timer for its time, a message and a service at once', () => {
    const between = (id: string, node: object): Node =>
      ({ id, name: id, scope: null, lane: null, note: '', ...node }) as Node;
    const office = { role: null, unit: null, limit: null, output: null, act: 'find-duplicates', form: null };
    const added = [
      between('niem-yet', {
        kind: 'catch',
        event: { type: 'timer', timer: { kind: 'duration', value: 'P1D' } },
      }),
      between('cho', { kind: 'receive', office, message: 'Công an' }),
      between('tra-cuu', { kind: 'service', office, message: null }),
    ];
    const way = ['du-thao', ...added.map(({ id }) => id)];
    const flows = shortProcess.flows.map((one) =>
      one.from === 'du-thao' ? { ...one, from: 'tra-cuu' } : one,
    );
    const definition: Definition = {
      ...shortProcess,
      nodes: [...shortProcess.nodes, ...added],
      flows: [
        ...flows,
        ...way.slice(1).map((to, n) => ({
          id: `them-${n}`,
          name: '',
          scope: null,
          from: way[n]!,
          to,
          condition: null,
        })),
      ],
    };
    const outcome = replay(oneDossier(), { ...unchanged, definition });
    // Drafted twice, so the day passes twice: 8 hours became 56.
    assert.deepEqual(
      [outcome.stuck, outcome.medianBefore, outcome.medianAfter, outcome.assumed],
      [0, 8, 56, ['niem-yet', 'cho', 'tra-cuu']],
    );
  });
});
