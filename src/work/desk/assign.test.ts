import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system, type By, type Look } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { relate } from '../../world/people/index.ts';
import { listSubstituted } from './absence.ts';
import { giveBack, listColleagues, passTo, takeWork } from './assign.ts';
import { anOffice, aPerson, aWork, now, substitute, type Seated } from './fixtures.ts';
import { closeWork } from './commands.ts';
import { declareInterest, liftInterest } from './declare.ts';
import { guardInterest, matterOf } from './interest.ts';
import { askOpinion, giveOpinion } from './opinions.ts';
import { getWork, listInbox, listOpinions } from './queries.ts';
import { mayDo } from './schema.ts';

const looking = <T>(world: TestWorld, by: By, work: (look: Look) => Promise<T>): Promise<T> =>
  world.look({ ...systemAt(now), by }, work);
const workOf = (world: TestWorld, id: string) => looking(world, system, (look) => getWork(look, id));
const ids = async (world: TestWorld, { by }: Seated) =>
  looking(world, by, async (look) =>
    (await listInbox(look, { whose: 'all' }, await listSubstituted(look))).rows.map(({ id }) => id),
  );

describe('work on the desk', () => {
  it(
    'is taken once, given back, handed over by who has it and assigned by a leader, each a step of the record',
    rolledBack(async (world) => {
      const { agency, leader, first, second } = await anOffice(world);
      const id = await aWork(world, agency);
      const work = await workOf(world, id);
      assert.deepEqual([await ids(world, first), await ids(world, second)], [[id], [id]]);
      await world.as(first.by, now, (act) => takeWork(act, work));
      assert.deepEqual([await ids(world, first), await ids(world, second)], [[id], []]);
      await assert.rejects(
        world.as(second.by, now, (act) => takeWork(act, work)),
        Conflict,
      );
      await assert.rejects(
        world.as(second.by, now, (act) => passTo(act, work, second.by.account!, null)),
        NotAllowed,
      );
      await world.as(first.by, now, (act) => passTo(act, work, second.by.account!, 'Tôi đi họp'));
      await world.as(leader.by, now, (act) => passTo(act, work, first.by.account!, null));
      await assert.rejects(
        world.as(leader.by, now, (act) => passTo(act, work, leader.by.account!, null)),
        Invalid,
      );
      await world.as(first.by, now, (act) => giveBack(act, work));
      assert.equal((await workOf(world, id)).holder, null);
      const steps = await looking(world, system, (look) => listSteps(look, work.item, 'inside'));
      assert.deepEqual(
        steps.slice(1).map(({ act, reason }) => [act, reason]),
        [
          ['desk.take', null],
          ['desk.hand-over', 'Tôi đi họp'],
          ['desk.assign', null],
          ['desk.give-back', null],
        ],
      );
    }),
  );

  it(
    'of an absent colleague comes to who substitutes, and nothing is assigned to who is away',
    rolledBack(async (world) => {
      const { agency, leader, first, second } = await anOffice(world);
      const id = await aWork(world, agency, { holder: first.by.account });
      const work = await workOf(world, id);
      assert.deepEqual(await ids(world, second), []);
      await substitute(world, agency, first, second);
      assert.deepEqual(await ids(world, second), [id]);
      await assert.rejects(
        world.as(leader.by, now, (act) => passTo(act, work, first.by.account!, null)),
        (problem: unknown) => problem instanceof Invalid && /Lý Văn Mẫu/.test(problem.text.vi),
      );
      await world.as(second.by, now, (act) => takeWork(act, work));
      assert.equal((await workOf(world, id)).holder, second.by.account);
      const steps = await looking(world, system, (look) => listSteps(look, work.item, 'inside'));
      assert.equal(steps.at(-1)?.name, 'Lý Văn Mẫu (làm thay Đinh Thị Ví Dụ)');
      const away = (await looking(world, leader.by, (look) => listColleagues(look, work))).map(
        (one) => one.away,
      );
      assert.deepEqual(away.toSorted(), ['Lý Văn Mẫu', null]);
    }),
  );

  it(
    'is never done by the person whose matter it is, nor by a relative, nor assigned to them',
    rolledBack(async (world) => {
      const { agency, leader, first, second } = await anOffice(world);
      const own = await aWork(world, agency, { party: first.by.person });
      const work = await workOf(world, own);
      assert.deepEqual([mayDo(first.by, work), mayDo(second.by, work)], [false, true]);
      await assert.rejects(
        world.as(first.by, now, (act) => takeWork(act, work)),
        NotAllowed,
      );
      await assert.rejects(
        world.as(leader.by, now, (act) => passTo(act, work, first.by.account!, null)),
        Invalid,
      );
      const child = await world.as(system, now, (act) => aPerson(act, 'Đinh An Ví Dụ'));
      await world.as(system, now, (act) =>
        relate(act, {
          person: first.by.person!,
          relative: child,
          kind: 'parent',
          from: null,
          to: null,
          source: 'mẫu',
        }),
      );
      const theirs = await workOf(world, await aWork(world, agency, { party: child }));
      await assert.rejects(
        looking(world, first.by, (look) => guardInterest(look, matterOf(theirs))),
        NotAllowed,
      );
      await assert.rejects(
        world.as(first.by, now, (act) => takeWork(act, theirs)),
        NotAllowed,
      );
      await world.as(second.by, now, (act) => takeWork(act, theirs));
    }),
  );

  it(
    'in which an officer declared an interest goes back, and comes to them no more until a leader lifts it',
    rolledBack(async (world) => {
      const { agency, leader, first, second } = await anOffice(world);
      const work = await workOf(world, await aWork(world, agency));
      const elsewhere = await workOf(world, await aWork(world, agency));
      await world.as(first.by, now, (act) => takeWork(act, work));
      await world.as(first.by, now, (act) => declareInterest(act, work, 'Người nộp là bạn thân'));
      assert.equal((await workOf(world, work.id)).holder, null);
      await assert.rejects(
        world.as(first.by, now, (act) => takeWork(act, work)),
        ({ status, text }: NotAllowed) => status === 403 && text.vi.includes('đã khai có lợi ích'),
      );
      await assert.rejects(
        world.as(first.by, now, (act) => declareInterest(act, work, 'Lần nữa')),
        Conflict,
      );
      await assert.rejects(
        world.as(leader.by, now, (act) => passTo(act, work, first.by.account!, null)),
        Invalid,
      );
      const asked = { account: first.by.account!, person: first.by.person!, name: first.by.name };
      await assert.rejects(
        world.as(second.by, now, (act) => askOpinion(act, work, asked, 'Có đúng không?', 8)),
        Invalid,
      );
      // Another matter is untouched.
      await world.as(first.by, now, (act) => takeWork(act, elsewhere));

      const person = first.by.person!;
      for (const { by } of [first, second])
        await assert.rejects(
          world.as(by, now, (act) => liftInterest(act, work, person, 'Không sao')),
          NotAllowed,
        );
      await world.as(leader.by, now, (act) => liftInterest(act, work, person, 'Chỉ quen biết'));
      await assert.rejects(
        world.as(leader.by, now, (act) => liftInterest(act, work, person, 'Chỉ quen biết')),
        Conflict,
      );
      await world.as(first.by, now, (act) => takeWork(act, work));
      const steps = await looking(world, system, (look) => listSteps(look, work.item, 'inside'));
      assert.deepEqual(
        steps.slice(1).map(({ act, reason }) => [act, reason]),
        [
          ['desk.take', null],
          ['desk.declare-interest', 'Người nộp là bạn thân'],
          ['desk.lift-interest', 'Chỉ quen biết'],
          ['desk.take', null],
        ],
      );
      assert.deepEqual(await looking(world, system, (look) => listSteps(look, work.item, 'party')), []);
    }),
  );

  it(
    'asks a colleague for an opinion that waits on that desk and moves no date',
    rolledBack(async (world) => {
      const { agency, first, second } = await anOffice(world);
      const id = await aWork(world, agency, { holder: first.by.account });
      const work = await workOf(world, id);
      const { account, person, name } = second.by;
      await world.as(first.by, now, (act) =>
        askOpinion(act, work, { account: account!, person: person!, name }, 'Có cần bản gốc?', 8),
      );
      await assert.rejects(
        world.as(second.by, now, (act) =>
          askOpinion(act, work, { account: account!, person: person!, name }, 'x', 8),
        ),
        NotAllowed,
      );
      const [asked] = await ids(world, second);
      const waiting = await workOf(world, asked!);
      assert.deepEqual(
        [waiting.kind, waiting.due_at?.toISOString()],
        ['opinion', '2026-11-23T02:00:00.000Z'],
      );
      await assert.rejects(
        world.as(first.by, now, (act) => giveOpinion(act, waiting, 'x')),
        NotAllowed,
      );
      await world.as(second.by, now, (act) => giveOpinion(act, waiting, 'Không cần'));
      assert.deepEqual(await ids(world, second), []);
      const [opinion] = await looking(world, first.by, (look) => listOpinions(look, work.item));
      assert.deepEqual([opinion?.answer, opinion?.answered_name], ['Không cần', name]);
      assert.deepEqual((await workOf(world, id)).due_at, work.due_at);
    }),
  );

  it(
    'is asked about, once more answered, in the place of an absent colleague: both are named',
    rolledBack(async (world) => {
      const { agency, leader, first, second } = await anOffice(world);
      const id = await aWork(world, agency, { holder: first.by.account });
      const work = await workOf(world, id);
      await substitute(world, agency, first, second);
      const { account, person, name } = leader.by;
      const asked = { account: account!, person: person!, name };
      await world.as(second.by, now, (act) => askOpinion(act, work, asked, 'Có cần bản gốc?', 8));
      const both = `${second.by.name} (làm thay ${first.by.name})`;
      const [opinion] = await looking(world, system, (look) => listOpinions(look, work.item));
      assert.equal(opinion?.asked_name, both);
      const steps = await looking(world, system, (look) => listSteps(look, work.item, 'inside'));
      assert.deepEqual([steps.at(-1)?.act, steps.at(-1)?.name], ['desk.ask-opinion', both]);
    }),
  );

  it(
    'an opinion is given once, by who has it at that moment; nobody is asked about work that is done',
    rolledBack(async (world) => {
      const { agency, leader, first, second } = await anOffice(world);
      const id = await aWork(world, agency, { holder: first.by.account });
      const work = await workOf(world, id);
      const { account, person, name } = second.by;
      const asked = { account: account!, person: person!, name };
      await world.as(first.by, now, (act) => askOpinion(act, work, asked, 'Có cần bản gốc?', 8));
      const [opinion] = await looking(world, system, (look) => listOpinions(look, work.item));
      const page = await workOf(world, opinion!.work);
      await world.as(leader.by, now, (act) => passTo(act, page, first.by.account!, null));
      await assert.rejects(
        world.as(second.by, now, (act) => giveOpinion(act, page, 'Có')),
        NotAllowed,
        'it went to a colleague while the page was open',
      );
      const moved = await workOf(world, opinion!.work);
      await world.as(first.by, now, (act) => giveOpinion(act, moved, 'Không'));
      await assert.rejects(
        world.as(first.by, now, (act) => giveOpinion(act, moved, 'Có')),
        NotFound,
      );
      await world.as(system, now, (act) => closeWork(act, work.item));
      await assert.rejects(
        world.as(first.by, now, (act) => askOpinion(act, work, asked, 'Còn ý kiến gì?', 8)),
        NotFound,
      );
      const opinions = await looking(world, system, (look) => listOpinions(look, work.item));
      assert.deepEqual(
        opinions.map(({ answer }) => answer),
        ['Không'],
      );
    }),
  );
});
