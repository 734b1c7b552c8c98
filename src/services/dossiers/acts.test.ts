import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { systemAt, rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { insert } from '../../ground/db/writes.ts';
import { listSteps } from '../../ground/record/index.ts';
import { listInbox, listWorkOf } from '../../work/desk/index.ts';
import { accept } from './commands/accept.ts';
import { discontinue, refuseIntake, withdraw } from './commands/end.ts';
import { apologise } from './commands/lateness.ts';
import { receive } from './commands/receive.ts';
import { decideDossier, noteReturned, noteSigned, propose, sendBack } from './commands/steps.ts';
import { answerSupplement, askSupplement } from './commands/supplement.ts';
import {
  caseOfficer,
  clerk,
  counter,
  courtOrder,
  father,
  leader,
  notCompetent,
  pinned,
  shortProcess,
  stranger,
  submission,
} from './fixtures.ts';
import { invariants } from './invariants.ts';
import { watch } from './commands/watch.ts';
import { findDossier, hold } from './load.ts';
import { system, type By } from '../../ground/db/act.ts';
import type { Held } from './load.ts';
import type { Act } from '../../ground/db/act.ts';
import type { Dossier } from './schema.ts';

/** Friday 20 November 2026, 09:00 in Vietnam. */
const friday = '2026-11-20T02:00:00Z';
const submit = (world: TestWorld, key = 'a', at = friday) =>
  world.as(father, at, (act) => receive(act, submission(key)));
const on = (
  world: TestWorld,
  by: By,
  id: string,
  work: (act: Act, held: Held) => Promise<Dossier>,
  at = friday,
): Promise<Dossier> => world.as(by, at, async (act) => work(act, await hold(act, id)));
const tokenOf = async (world: TestWorld, id: string): Promise<number> =>
  Number((await world.look(systemAt(friday), (look) => listWorkOf(look, id))).find((one) => one.ref)?.ref);
const healthy = async (world: TestWorld): Promise<void> => {
  for (const one of invariants) assert.deepEqual(await world.look(systemAt(friday), one.check), [], one.name);
};
const paper = '01900000-0000-7000-8000-000000000999';
const grant = { kind: 'grant' as const, data: {}, refusal: null, paper };

describe('acts on dossiers', () => {
  it(
    'make one dossier of one submission, whatever is clicked twice',
    rolledBack(async (world) => {
      const first = await submit(world);
      const second = await submit(world);
      assert.deepEqual(
        [first.code, first.again, second.again, second.id],
        ['H99.18-261120-0001', false, true, first.id],
      );
      assert.equal((await submit(world, 'b')).code, 'H99.18-261120-0002');
      await healthy(world);
    }),
  );

  it(
    'start the intake clock at submission and the settlement clock at acceptance',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      const fresh = await world.look(systemAt(friday), (look) => findDossier(look, id));
      // Eight working hours from 09:00 on Friday: 09:00 on Monday.
      assert.equal(fresh?.intake_due_at.toISOString(), '2026-11-23T02:00:00.000Z');
      assert.equal(fresh?.due_at, null);
      const accepted = await on(world, counter, id, (act, held) => accept(act, held, pinned));
      // Three working days from Friday 09:00; Tuesday 24 November is a public holiday.
      assert.equal(accepted.due_at?.toISOString(), '2026-11-26T02:00:00.000Z');
      assert.deepEqual(accepted.promised_at, accepted.due_at);
      await healthy(world);
    }),
  );

  it(
    'start the intake clock on the day on which the post brought it, whenever it is entered',
    rolledBack(async (world) => {
      const due = async (arrivedOn: string): Promise<string | undefined> => {
        const postal = { arrivedOn, sender: 'Trần Thị Làm Mẫu', number: 'EB123456789VN' };
        const { id } = await world.as(counter, '2026-11-20T02:00:00Z', (act) =>
          receive(act, { ...submission(`post ${arrivedOn}`), channel: 3, postal }),
        );
        const fresh = await world.look(systemAt(friday), (look) => findDossier(look, id));
        assert.deepEqual(fresh?.postal, postal);
        return fresh?.intake_due_at.toISOString();
      };
      assert.equal(
        await due('2026-11-20'),
        '2026-11-23T02:00:00.000Z',
        'today: from now on, like everything else',
      );
      // It came in the course of Thursday: all of Friday is left.
      assert.equal(await due('2026-11-19'), '2026-11-20T10:30:00.000Z');
      await healthy(world);
    }),
  );

  it(
    'walk from submission to the returned result, each step on the desk of its officer',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      const inbox = async (by: By) =>
        (await world.look({ ...systemAt(friday), by }, (look) => listInbox(look, { whose: 'all' }))).rows.map(
          (row) => row.kind,
        );
      assert.deepEqual(await inbox(counter), ['accept']);
      await on(world, counter, id, (act, held) => accept(act, held, pinned));
      assert.deepEqual([await inbox(counter), await inbox(caseOfficer)], [[], ['draft']]);
      const first = await tokenOf(world, id);
      await on(world, caseOfficer, id, (act, held) => propose(act, held, shortProcess, first, grant));
      await on(world, leader, id, async (act, held) =>
        sendBack(act, held, shortProcess, await tokenOf(world, id), 'Sai tên mẹ'),
      );
      assert.deepEqual(await inbox(caseOfficer), ['draft']);
      await on(world, caseOfficer, id, async (act, held) =>
        propose(act, held, shortProcess, await tokenOf(world, id), grant),
      );
      await on(world, leader, id, async (act, held) =>
        noteSigned(act, held, shortProcess, await tokenOf(world, id)),
      );
      const decided = await on(world, clerk, id, async (act, held) =>
        decideDossier(act, held, shortProcess, await tokenOf(world, id)),
      );
      assert.deepEqual([decided.state, decided.outcome, decided.result], ['decided', 'granted', paper]);
      const done = await on(world, counter, id, async (act, held) =>
        noteReturned(act, held, shortProcess, await tokenOf(world, id)),
      );
      assert.equal(done.state, 'returned');
      await healthy(world);
      await assert.rejects(
        on(world, caseOfficer, id, (act, held) => propose(act, held, shortProcess, first, grant)),
        Conflict,
      );
      const seen = await world.look(systemAt(friday), (look) => listSteps(look, id, 'party'));
      assert.ok(
        !seen.some((step) => step.reason === 'Sai tên mẹ'),
        'what the leader sent back is not the applicant’s business',
      );
    }),
  );

  it(
    'leave a draft alone while its signer confirms it on the phone',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      await on(world, counter, id, (act, held) => accept(act, held, pinned));
      await on(world, caseOfficer, id, async (act, held) =>
        propose(act, held, shortProcess, await tokenOf(world, id), grant),
      );
      const until = new Date('2026-11-20T02:05:00Z');
      await world.as(leader, friday, async (act) =>
        insert(act.writes, 'papers.waiting_signatures', {
          tenant: act.tenant,
          paper,
          request: paper,
          person: leader.person,
          fingerprint: '',
          prepared: '',
          hole: {},
          to_sign: '',
          result: {},
          handle: null,
          sad: null,
          value: null,
          asked_at: act.now,
          until,
        }),
      );
      const back = (at: string) =>
        on(
          world,
          leader,
          id,
          async (act, held) => sendBack(act, held, shortProcess, await tokenOf(world, id), 'Sai tên mẹ'),
          at,
        );
      await assert.rejects(back(friday), Conflict);
      assert.equal((await world.look(systemAt(friday), (look) => findDossier(look, id)))?.result, paper);
      assert.equal((await back(until.toISOString())).result, null);
    }),
  );

  it(
    'ask for a supplement once, in one notice, while the clock stands',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      await on(world, counter, id, (act, held) => accept(act, held, pinned));
      const defects = [
        { where: '', what: 'Giấy chứng sinh mờ' },
        { where: '', what: 'Thiếu năm sinh của mẹ' },
      ];
      await assert.rejects(
        on(world, caseOfficer, id, (act, held) => askSupplement(act, held, defects, null)),
        NotAllowed,
      );
      await assert.rejects(
        on(world, counter, id, (act, held) => askSupplement(act, held, [], null)),
        Invalid,
      );
      const paperOnly = [{ where: '', what: 'Phải nộp bản giấy, không nhận hồ sơ điện tử' }];
      await assert.rejects(
        on(world, counter, id, (act, held) => askSupplement(act, held, paperOnly, null)),
        Invalid,
      );
      await on(world, counter, id, (act, held) => askSupplement(act, held, defects, null));
      await healthy(world);
      const back = await on(
        world,
        father,
        id,
        (act, held) => answerSupplement(act, held, {}, [], { afterSupplement: 'resume' }),
        '2026-11-25T02:00:00Z',
      );
      assert.equal(back.state, 'processing');
      // Paused from Friday 09:00 to Wednesday 09:00: two working days (Monday, and Friday counted to Monday).
      assert.equal(back.due_at?.toISOString(), '2026-11-30T02:00:00.000Z');
      await assert.rejects(
        on(
          world,
          counter,
          id,
          (act, held) => askSupplement(act, held, defects, null),
          '2026-11-25T03:00:00Z',
        ),
        Invalid,
      );
      const citing = (basis: string) =>
        on(
          world,
          counter,
          id,
          (act, held) => askSupplement(act, held, defects, basis),
          '2026-11-25T03:00:00Z',
        );
      await assert.rejects(citing('theo quy định'), Invalid, 'an article must be named');
      const again = await on(
        world,
        counter,
        id,
        (act, held) => askSupplement(act, held, defects, 'Luật chuyên ngành, Điều 5'),
        '2026-11-25T03:00:00Z',
      );
      assert.equal(again.supplements, 2);
    }),
  );

  it(
    'refuse a late request for supplement on appraisal unless sector law is cited',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      await on(world, counter, id, (act, held) => accept(act, held, pinned));
      const late = '2026-11-27T02:00:00Z';
      await assert.rejects(
        on(
          world,
          counter,
          id,
          (act, held) => askSupplement(act, held, [{ where: '', what: 'x' }], null),
          late,
        ),
        /three working days|ba ngày/,
      );
    }),
  );

  it(
    'keep refusal, withdrawal and discontinuation apart',
    rolledBack(async (world) => {
      const one = await submit(world, 'one');
      assert.equal(
        (await on(world, counter, one.id, (act, held) => refuseIntake(act, held, notCompetent))).state,
        'refused',
      );
      const two = await submit(world, 'two');
      await assert.rejects(
        on(world, stranger, two.id, (act, held) => withdraw(act, held, null)),
        NotAllowed,
      );
      assert.equal(
        (await on(world, father, two.id, (act, held) => withdraw(act, held, null))).state,
        'withdrawn',
      );
      const three = await submit(world, 'three');
      await on(world, counter, three.id, (act, held) => accept(act, held, pinned));
      assert.equal(
        (await on(world, leader, three.id, (act, held) => discontinue(act, held, courtOrder))).state,
        'discontinued',
      );
      await healthy(world);
    }),
  );

  it(
    'come too late for a dossier that was withdrawn: the reason told is its state, not its clock',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      await on(world, father, id, (act, held) => withdraw(act, held, null));
      const late: readonly (readonly [By, (act: Act, held: Held) => Promise<Dossier>])[] = [
        [counter, (act, held) => accept(act, held, pinned)],
        [counter, (act, held) => refuseIntake(act, held, notCompetent)],
        [counter, (act, held) => askSupplement(act, held, [{ where: 'anh', what: 'Mờ' }], null)],
        [father, (act, held) => withdraw(act, held, null)],
        [leader, (act, held) => discontinue(act, held, courtOrder)],
        [leader, (act, held) => apologise(act, held, 2, 'Chờ xác minh')],
      ];
      for (const [by, work] of late)
        await assert.rejects(
          on(world, by, id, work),
          (error) => error instanceof Conflict && error.text.vi.endsWith('khi hồ sơ ở trạng thái “Đã rút”.'),
        );
      await healthy(world);
    }),
  );

  it(
    'apologise once, in time, and keep the first promise for the figures',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      const accepted = await on(world, counter, id, (act, held) => accept(act, held, pinned));
      const later = await on(world, leader, id, (act, held) => apologise(act, held, 2, 'Chờ xác minh'));
      // Two working days more than Thursday 26 November 09:00: Monday 30 November.
      assert.equal(later.due_at?.toISOString(), '2026-11-30T02:00:00.000Z');
      assert.deepEqual(later.promised_at, accepted.promised_at);
      assert.deepEqual(later.owed_at, accepted.due_at);
      await assert.rejects(
        on(world, leader, id, (act, held) => apologise(act, held, 2, 'Lại chậm')),
        Conflict,
      );
      const other = await submit(world, 'b');
      await on(world, counter, other.id, (act, held) => accept(act, held, pinned));
      await assert.rejects(
        on(world, leader, other.id, (act, held) => apologise(act, held, 2, 'Muộn'), '2026-11-25T09:00:00Z'),
        Conflict,
      );
      await healthy(world);
    }),
  );

  it(
    'put the apology on the leader’s desk before the date, once',
    rolledBack(async (world) => {
      const { id } = await submit(world);
      await on(world, counter, id, (act, held) => accept(act, held, pinned));
      const works = async () =>
        (await world.look(systemAt(friday), (look) => listWorkOf(look, id))).map((one) => one.kind).sort();
      await world.as(system, friday, watch);
      assert.deepEqual(await works(), ['draft']);
      await world.as(system, '2026-11-24T02:00:00Z', watch);
      await world.as(system, '2026-11-24T03:00:00Z', watch);
      assert.deepEqual(await works(), ['apologise', 'draft']);
    }),
  );

  it(
    'put the apology on the desk before a weekend after which it would be too late',
    rolledBack(async (world) => {
      const thursday = '2026-11-26T02:00:00Z';
      const { id } = await submit(world, 'weekend', thursday);
      // Three working days from Thursday 26 November: Tuesday 1 December, 09:00; the last day to apologise is Monday, 09:00.
      await on(world, counter, id, (act, held) => accept(act, held, pinned), thursday);
      const works = async () =>
        (await world.look(systemAt(thursday), (look) => listWorkOf(look, id))).map((one) => one.kind).sort();
      await world.as(system, thursday, watch);
      assert.deepEqual(await works(), ['draft']);
      await world.as(system, '2026-11-27T03:00:00Z', watch);
      assert.deepEqual(await works(), ['apologise', 'draft']);
      // One that nobody saw in time is not put there: it could not be signed any more.
      const unseen = await submit(world, 'unseen', thursday);
      await on(world, counter, unseen.id, (act, held) => accept(act, held, pinned), thursday);
      await world.as(system, '2026-11-30T02:30:00Z', watch);
      const late = await world.look(systemAt(thursday), (look) => listWorkOf(look, unseen.id));
      assert.deepEqual(
        late.map((one) => one.kind),
        ['draft'],
      );
    }),
  );

  it(
    "of a substitute name both in the record; what is one's own work names nobody else",
    rolledBack(async (world) => {
      const { id } = await submit(world);
      const absent = 'Đinh Thị Ví Dụ';
      const substitute: By = {
        ...caseOfficer,
        powers: [...caseOfficer.powers, ...counter.powers.map((power) => ({ ...power, insteadOf: absent }))],
      };
      await on(world, substitute, id, (act, held) => accept(act, held, pinned));
      const token = await tokenOf(world, id);
      await on(world, substitute, id, (act, held) => propose(act, held, shortProcess, token, grant));
      const steps = await world.look(systemAt(friday), (look) => listSteps(look, id, 'party'));
      assert.deepEqual(
        steps.slice(-2).map(({ name }) => name),
        [`${caseOfficer.name} (làm thay ${absent})`, caseOfficer.name],
      );
    }),
  );
});
