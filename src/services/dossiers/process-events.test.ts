/** A dossier goes through every kind of element of a process that another tool drew, to its end; each act in the record, always somebody's. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system, type Act, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { awaited } from '../../work/process/index.ts';
import { approveBySilence } from './commands/lateness.ts';
import { draftNotice } from './commands/notice.ts';
import { askSupplement } from './commands/supplement.ts';
import { noteMessage, passOn } from './commands/process-events.ts';
import { changeProcess } from './new-process/change.ts';
import { decideDossier, giveOpinion, noteReturned, noteSigned, propose } from './commands/steps.ts';
import { clerk, counter, father, leader, stranger2 } from './fixtures.ts';
import { hearNoAnswer } from './jobs.ts';
import { hold } from './load.ts';
import { dossierMatters } from './matters.ts';
import {
  after,
  another,
  begun,
  driving,
  officer,
  plain,
  publishFile,
  toTimer,
  toVerification,
} from './testing/driving.ts';
import { at, build, committee, land } from './testing/sample-agencies.ts';
import { chosenData, waysAfter } from './ways.ts';

describe('every kind of element of a process', () => {
  it(
    'is gone through to the end: services, a choice, a sub-process, a call, timers, messages, opinions, one of them silent',
    rolledBack(async (world) => {
      const id = await begun(world);
      const { whole, waits, passes, does, definitionAt, holds } = driving(world, id);

      // The platform does the service that it has; what it does not have is a case officer's.
      assert.deepEqual(await waits(0), ['await-service: Tìm hồ sơ trùng']);
      await holds(0);
      await passes(0.1);
      assert.deepEqual(await waits(0.1), ['appraise: Cập nhật sổ giấy']);
      assert.equal((await whole(0.1)).dossier.process?.data['trung'], false);
      await does(0.2, 'Cập nhật sổ giấy', plain(officer));

      // Whoever checks decides the way on, for no answer of the application does.
      const checking = await whole(0.3);
      const ways = waysAfter(checking, await definitionAt(0.3), 'kiem-tra');
      assert.deepEqual(
        ways.map(({ label }) => label),
        ['Cần xác minh', 'Không cần'],
      );
      assert.throws(() => chosenData(ways, null), Invalid);
      await does(0.3, 'Kiểm tra hồ sơ', plain(at(counter, committee.id), chosenData(ways, ways[0]!.key)));
      assert.deepEqual(await waits(0.3), ['appraise: Thẩm định']);

      // The timer that does not interrupt tells the applicant, twice and no more.
      await passes(13);
      await passes(25);
      await passes(60);
      const told = async (hours: number) =>
        (
          await world.look(systemAt(after(hours).toISOString()), (look) => listSteps(look, id, 'party'))
        ).filter(({ act }) => act === 'dossier.tell');
      assert.deepEqual(
        (await told(60)).map(({ reason }) => reason),
        ['Hồ sơ của bạn đang được xác minh', 'Hồ sơ của bạn đang được xác minh'],
      );
      await does(60, 'Thẩm định', plain(officer));
      await does(61, 'Đi kiểm tra', plain(officer));

      // The wall clock of the timer goes on alone, and somebody answers for it.
      assert.deepEqual(await waits(61), ['await-time: Niêm yết hai ngày']);
      assert.deepEqual(
        (await whole(61)).work.map(({ due_at }) => due_at),
        [after(61 + 48)],
      );
      await passes(61 + 47);
      assert.deepEqual(await waits(61), ['await-time: Niêm yết hai ngày']);
      await holds(61);
      await passes(61 + 48);
      assert.deepEqual(await waits(110), ['await-message: Chờ công an']);

      // A message is noted by those who settle it, once.
      const definition = await definitionAt(110);
      const waiting = awaited(definition, (await whole(110)).dossier.process!);
      assert.deepEqual(waiting.map(({ message }) => message).toSorted(), [
        'Công an xác nhận',
        'Người nộp xin dừng xác minh',
      ]);
      const police = waiting.find(({ message }) => message === 'Công an xác nhận')!;
      const note = (by: By) =>
        world.as(by, after(111), async (act) =>
          noteMessage(act, await hold(act, id), definition, police, { finding: 'Số 12/CA' }),
        );
      await assert.rejects(note(father), NotAllowed);
      await assert.rejects(note(at(stranger2, build.id)), NotAllowed);
      await note(officer);
      await assert.rejects(note(officer), Conflict);

      assert.deepEqual(await waits(111), [
        'draft: Dự thảo',
        `opinion: Ý kiến ${build.name}`,
        `opinion: Ý kiến ${land.name}`,
      ]);
      const promised = (await whole(111)).dossier.due_at;
      await does(111, `Ý kiến ${build.name}`, [
        at(stranger2, build.id),
        (act, held, one, token) => giveOpinion(act, held, one, token, 'Đồng ý'),
      ]);
      await does(111, 'Dự thảo', [
        officer,
        (act, held, one, token) =>
          propose(act, held, one, token, { kind: 'grant', data: {}, refusal: null, paper: id }),
      ]);
      await world.as(system, after(200), hearNoAnswer);
      assert.deepEqual((await whole(200)).dossier.due_at, promised);
      assert.deepEqual(await waits(200), ['sign: Ký']);
      await does(201, 'Ký', [at(leader, committee.id), noteSigned]);
      await does(202, 'Đóng dấu', [at(clerk, committee.id), decideDossier]);
      await passes(202);
      assert.equal((await told(202)).at(-1)?.reason, 'Kết quả sắp được trả');
      const lookNow = systemAt(after(202).toISOString());
      const notice = () =>
        world.look(lookNow, (look) => dossierMatters.recipientOf(look, id, 'dossier.tell'));
      assert.equal((await notice())?.reason?.vi, 'Kết quả sắp được trả');
      await does(203, 'Trả kết quả', [at(counter, committee.id), noteReturned]);
      assert.equal((await notice())?.reason?.vi, 'Kết quả sắp được trả', 'whatever followed');
      const { dossier, work } = await whole(204);
      assert.deepEqual([dossier.state, dossier.process?.tokens, work], ['returned', [], []]);
      await passes(10_000);
      await holds(10_000);

      // The record tells all of it: which node was left, and what then waited.
      const steps = await world.look(systemAt(after(204).toISOString()), (look) =>
        listSteps(look, id, 'inside'),
      );
      const left = steps.flatMap(({ after: said }) => {
        const node = (said as { node?: unknown } | null)?.node;
        return typeof node === 'string' ? [node] : [];
      });
      assert.equal(
        left.join(' '),
        'trung-lap la kiem-tra tham-dinh goi/di niem-yet cho-cong-an yk-1 du-thao yk-2 ky dong-dau tra',
      );
    }),
  );

  it(
    'is given up by an event that interrupts, with all its timers; a late one changes nothing',
    rolledBack(async (world) => {
      const id = await begun(world);
      const { whole, waits, passes, definitionAt, holds } = driving(world, id);
      await toVerification(world, id);
      const definition = await definitionAt(1);
      const [stop] = awaited(definition, (await whole(1)).dossier.process!);
      assert.equal(stop?.message, 'Người nộp xin dừng xác minh');
      await world.as(officer, after(1), async (act) =>
        noteMessage(act, await hold(act, id), definition, stop!),
      );
      const then = ['draft: Dự thảo', `opinion: Ý kiến ${build.name}`, `opinion: Ý kiến ${land.name}`];
      assert.deepEqual(await waits(1), then);
      await passes(100);
      assert.deepEqual(await waits(100), then);
      await holds(100);
    }),
  );

  it(
    'hears what another dossier of the same request says; then its applicant is not told',
    rolledBack(async (world) => {
      const id = await begun(world);
      const other = await another(world, 'other');
      await send(world.tx, 'update dossiers.dossiers set linked_to = $1 where id = $2', [id, other]);
      const { waits } = driving(world, id);
      await toVerification(world, id);
      const say = (message: string) =>
        world.as(system, after(1), (act) => passOn(act, other, message, 'Lời của bước'));
      const told = async () =>
        (await world.look(systemAt(after(1).toISOString()), (look) => listSteps(look, other, 'party')))
          .filter(({ act }) => act === 'dossier.tell')
          .map(({ reason }) => reason);
      await say('Người nộp xin dừng xác minh');
      assert.ok((await waits(1)).includes('draft: Dự thảo'));
      assert.deepEqual(await told(), []);
      await say('Người nộp xin dừng xác minh');
      assert.deepEqual(await told(), ['Lời của bước'], 'nobody waits for it any more');
    }),
  );

  it(
    'goes on by the time of a newer process, not by the one that was set before',
    rolledBack(async (world) => {
      const id = await begun(world);
      const { waits, passes, whole, holds } = driving(world, id);
      await toTimer(world, id);
      await publishFile(world, 3, (file) => file.replace('>P2D<', '>P4D<'));
      await world.as(at(leader, committee.id), after(4), async (act) =>
        changeProcess(act, await hold(act, id), 'Quyết định mẫu 03'),
      );
      assert.deepEqual(
        (await whole(4)).work.map(({ kind, due_at: due }) => [kind, due]),
        [['await-time', after(4 + 96)]],
      );
      await holds(4);
      await passes(2 + 48);
      assert.deepEqual(await waits(50), ['await-time: Niêm yết hai ngày']);
      await passes(4 + 96);
      assert.deepEqual(await waits(100), ['await-message: Chờ công an']);
      await holds(100);
    }),
  );

  it(
    'rings by its own time also while the person is awaited, and the desk says that time',
    rolledBack(async (world) => {
      const id = await begun(world);
      const { waits, passes, whole, holds } = driving(world, id);
      await toTimer(world, id);
      await world.as(at(counter, committee.id), after(3), async (act) =>
        askSupplement(act, await hold(act, id), [{ where: '', what: 'Ảnh mờ' }], null),
      );
      const timers = (await whole(3)).work.filter(({ kind }) => kind === 'await-time');
      assert.deepEqual(
        timers.map(({ due_at: due, paused_for: paused }) => [due, paused]),
        [[after(2 + 48), null]],
      );
      await passes(2 + 48);
      assert.deepEqual(await waits(50), ['await-message: Chờ công an']);
      await holds(50);
    }),
  );

  it(
    'is over where silence has decided: no timer and no message moves it any more',
    rolledBack(async (world) => {
      const id = await begun(world);
      const { waits, passes, whole, definitionAt, holds } = driving(world, id);
      await toVerification(world, id);
      await world.as(system, after(200), async (act) => {
        const held = await hold(act, id);
        return approveBySilence(act, held, await draftNotice(act, held.dossier, 'https://mau.example'));
      });
      const then = ['sign: Ký thông báo: được chấp thuận do hết thời hạn'];
      assert.deepEqual(await waits(200), then);
      await passes(400);
      assert.deepEqual(await waits(400), then);
      const [stop] = awaited(await definitionAt(400), (await whole(400)).dossier.process!);
      const note = async (act: Act) => noteMessage(act, await hold(act, id), await definitionAt(400), stop!);
      await assert.rejects(world.as(officer, after(400), note), Conflict);
      await holds(400);
    }),
  );
});
