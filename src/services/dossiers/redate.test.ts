/** Working calendars are data of each agency: what is entered counts from then on, and open dossiers get the date that it gives them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { listSteps, verifyChains } from '../../ground/record/index.ts';
import { listNotices } from '../../outside/messages/index.ts';
import {
  calendarOf,
  calendarsAfter,
  civilService,
  due,
  type CalendarChange,
  type SpecialDay,
} from '../../work/clock/index.ts';
import { changeCalendar, contentOf, withDay, withVersion } from '../../work/clock/fixtures.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { accept } from './commands/accept.ts';
import { escalate } from './commands/escalate.ts';
import { receive } from './commands/receive.ts';
import { askSupplement } from './commands/supplement.ts';
import { counter, father, pinned, submission } from './fixtures.ts';
import { listeners } from './listeners.ts';
import { findDossier, hold } from './load.ts';
import { countMoving } from './redate.ts';
import type { Dossier } from './schema.ts';

const ward = sampleId('agency', 'ubnd-song-mau');
const oneStop = sampleId('agency', 'ttpvhcc-song-mau');
const other = sampleId('agency', 'so-khoa-hoc-cong-nghe');
const province = sampleId('agency', 'ubnd-tinh');

const administratorOf = (agency: string): By => ({
  ...nobody,
  kind: 'officer',
  name: 'Đặng Thị Diễn Tập',
  agency,
  powers: [{ role: 'it-admin', agency, unit: null }],
});
const administrator = administratorOf(province);
const basis = { code: '01/QĐ-UBND', cite: { vi: 'Quyết định mẫu 01/QĐ-UBND', en: 'Sample Decision 01' } };

/** Wednesday 30 December 2026 is the second day of a term that begins on Tuesday at 09:00. */
const tuesday = '2026-12-29T02:00:00Z';
const later = '2026-12-29T03:00:00Z';

/** A dossier with five working days, accepted on that Tuesday; `agency` decides. */
async function accepted(world: TestWorld, key: string, agency = ward): Promise<string> {
  const filed = submission(key);
  const { id } = await world.as(father, tuesday, (act) =>
    receive(act, {
      ...filed,
      procedure: { ...filed.procedure, code: '1.004873' },
      agency: { id: agency, identifier: 'H99.61' },
      oneStop,
    }),
  );
  const term = { unit: 'working_day', amount: 5 } as const;
  const officer = { ...counter, powers: [{ role: 'counter', agency: oneStop, unit: null }] };
  await world.as(officer, tuesday, async (act) => accept(act, await hold(act, id), { ...pinned, term }));
  return id;
}

const dossierOf = async (world: TestWorld, id: string): Promise<Dossier> =>
  (await world.look(systemAt(later), (look) => findDossier(look, id))) ?? assert.fail('no dossier');
const dueOf = async (world: TestWorld, id: string): Promise<string | undefined> =>
  (await dossierOf(world, id)).due_at?.toISOString();

const enter = (world: TestWorld, change: CalendarChange, seen: number, by = administrator): Promise<void> =>
  world.as(by, later, (act) =>
    changeCalendar(act, change, { seen, why: 'Quyết định mẫu 01/QĐ-UBND' }, 'days'),
  );
const hear = (world: TestWorld): Promise<string[]> => settle(world, listeners, new Date(later));

const week = contentOf(civilService).versions[0]!;
const saturdays = (agency: string): CalendarChange => ({
  agency,
  content: withVersion(contentOf(civilService), {
    ...week,
    validFrom: '2026-12-30',
    basis,
    hours: [...week.hours, { on: [6], season: null, sessions: [{ from: '07:30', to: '11:30' }] }],
  }),
});
const day = (date: string, kind: SpecialDay['kind'], swappedWith?: string): SpecialDay => ({
  date,
  kind,
  name: { vi: 'ngày thí dụ', en: 'sample day' },
  basis,
  ...(swappedWith && { swappedWith }),
});
/** Monday 4 January off, Saturday 9 January worked. */
const year2027: CalendarChange = {
  year: 2027,
  days: [
    day('2027-01-01', 'HOLIDAY'),
    day('2027-01-04', 'SWAP_OFF', '2027-01-09'),
    day('2027-01-09', 'WORKED_WEEKEND', '2027-01-04'),
  ],
};

describe('working calendars of agencies', { timeout: 120_000 }, () => {
  it(
    'count the Saturday morning of the agency that works then, and of no other',
    inSample(async (world) => {
      const before = await accepted(world, 'before');
      const elsewhere = await accepted(world, 'elsewhere', other);
      assert.equal(await dueOf(world, before), '2027-01-06T02:00:00.000Z', 'Wednesday 09:00');
      await enter(world, saturdays(ward), 0);
      const count = await world.look(systemAt(later), (look) => calendarOf(look, ward));
      assert.equal(count.versions.length, 2);
      assert.equal(await world.look(systemAt(later), (look) => calendarOf(look, other)), civilService);
      assert.equal(await dueOf(world, await accepted(world, 'after')), '2027-01-05T02:00:00.000Z');
      await hear(world);
      assert.equal(await dueOf(world, before), '2027-01-05T02:00:00.000Z', 'a day earlier');
      assert.equal(await dueOf(world, elsewhere), '2027-01-06T02:00:00.000Z');
    }),
  );

  it(
    'move an open dossier when a year is decided, keep what was promised, tell the person once',
    inSample(async (world) => {
      const id = await accepted(world, 'open');
      const running = await listWorkAt(world, id);
      const waiting = await accepted(world, 'waits');
      const officer = { ...counter, powers: [{ role: 'counter', agency: oneStop, unit: null }] };
      const defects = [{ where: 'Tờ khai', what: 'Ký tên' }];
      await world.as(officer, tuesday, async (act) =>
        askSupplement(act, await hold(act, waiting), defects, null),
      );
      const moving = await world.look(systemAt(later), (look) =>
        countMoving(look, null, calendarsAfter(look, year2027), 500),
      );
      assert.deepEqual(moving, { n: 1, all: true });

      await enter(world, year2027, 0);
      await hear(world);
      const after = await dossierOf(world, id);
      assert.equal(after.due_at?.toISOString(), '2027-01-07T02:00:00.000Z');
      assert.equal(after.promised_at?.toISOString(), '2027-01-06T02:00:00.000Z');
      assert.equal(await dueOf(world, waiting), '2027-01-06T02:00:00.000Z', 'stands while the person has it');
      const work = await listWorkAt(world, id);
      assert.deepEqual(
        work.map(({ due_at }) => due_at?.toISOString()),
        running.map(({ due_at }) =>
          due_at?.toISOString() === '2027-01-06T02:00:00.000Z'
            ? '2027-01-07T02:00:00.000Z'
            : due_at?.toISOString(),
        ),
      );
      const steps = await world.look(systemAt(later), (look) => listSteps(look, id, 'party'));
      assert.deepEqual(
        [steps.at(-1)?.act, steps.at(-1)?.reason],
        ['dossier.redate', 'Lịch làm việc thay đổi: Quyết định mẫu 01/QĐ-UBND'],
      );
      const told = () => world.as(father, later, (act) => listNotices(act));
      const redated = (await told()).filter(({ event }) => event === 'dossier.redate');
      assert.equal(redated.length, 1);
      assert.match(redated[0]!.body.vi, /nay có hạn 09:00 ngày 07\/01\/2027/);

      // What is heard a second time, for acts that were under way, changes nothing.
      await settle(world, listeners, new Date('2026-12-29T04:00:00Z'));
      assert.equal(
        (await world.look(systemAt(later), (look) => listSteps(look, id, 'party'))).length,
        steps.length,
      );
      assert.equal((await told()).filter(({ event }) => event === 'dossier.redate').length, 1);
      assert.deepEqual((await world.look(systemAt(later), verifyChains)).faults, []);
    }),
  );

  it(
    'take back the warning of a date that has moved on, and warn again when it comes near',
    inSample(async (world) => {
      const id = await accepted(world, 'warned');
      const warnings = async (): Promise<number> =>
        (await listWorkAt(world, id)).filter(({ kind }) => kind === 'warning').length;
      const near = '2027-01-05T02:00:00Z';
      await world.as(system, near, escalate);
      assert.equal(await warnings(), 1);
      const why = 'Thông báo mẫu 05/TB-VPCP';
      await world.as(administrator, near, (act) => changeCalendar(act, year2027, { seen: 0, why }, 'days'));
      await settle(world, listeners, new Date(near));
      assert.deepEqual([await warnings(), await dueOf(world, id)], [0, '2027-01-07T02:00:00.000Z']);
      await world.as(system, '2027-01-06T02:00:00Z', escalate);
      assert.equal(await warnings(), 1);
    }),
  );

  it(
    'are changed by the administrator of the agency, for all agencies by that of the top one, and by nobody else',
    inSample(async (world) => {
      const ofWard = administratorOf(ward);
      await enter(world, saturdays(ward), 0, ofWard);
      await assert.rejects(enter(world, saturdays(other), 0, ofWard), NotAllowed);
      await assert.rejects(enter(world, year2027, 0, ofWard), NotAllowed);
      await assert.rejects(
        enter(world, { agency: null, content: contentOf(civilService) }, 0, ofWard),
        NotAllowed,
      );
      await assert.rejects(enter(world, saturdays(ward), 1, counter), NotAllowed);
      await assert.rejects(enter(world, saturdays(ward), 0), /Somebody else/, 'an edition that was not seen');
    }),
  );

  it(
    'give every running dossier the date of its ledger, whatever is changed in which order',
    inSample(async (world) => {
      const ids = [await accepted(world, 'one'), await accepted(world, 'two', other)];
      const editions = new Map<string | null, number>();
      let entered = 0;
      const dates = fc
        .integer({ min: 30, max: 44 })
        .map((n) => new Date(Date.UTC(2026, 11, n)).toISOString().slice(0, 10));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(null, ward),
          fc.uniqueArray(dates, { maxLength: 6 }),
          async (agency, off) => {
            const content = off.reduce(
              (sum, date) => withDay(sum, day(date, 'HOLIDAY')),
              contentOf(civilService),
            );
            const seen = editions.get(agency) ?? 0;
            editions.set(agency, seen + 1);
            await enter(world, { agency, content }, seen);
            await hear(world);
            entered += 1;
            for (const id of ids) {
              const { clock, due_at: at, agency: deciding } = await dossierOf(world, id);
              const calendar = await world.look(systemAt(later), (look) => calendarOf(look, deciding));
              assert.equal(at?.getTime(), due(clock!, calendar).at.getTime());
            }
          },
        ),
        { numRuns: 12 },
      );
      assert.equal(entered, 12);
    }),
  );
});

const listWorkAt = (world: TestWorld, id: string) =>
  world.look(systemAt(later), (look) => listWorkOf(look, id));
