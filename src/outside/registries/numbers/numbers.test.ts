import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, type Act } from '../../../ground/db/act.ts';
import { rolledBack, type TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { connected, dossierItem, now } from '../fixtures.ts';
import { askNumber, findRequest, missingNumber, numberOf, type Wanted } from './ask-number.ts';
import { requestInvariants } from './listen.ts';
import { waitAfter } from './rules.ts';

const birth = (item: string): Wanted => ({
  item,
  kind: 'birth',
  code: 'H99.01-261121-0001',
  unit: 'H99.01',
  payload: {
    'child.name': 'Nguyễn An Ví Dụ',
    'child.born': '2026-11-15',
    'child.sex': 'female',
    'mother.name': 'Trần Thị Làm Mẫu',
    'mother.number': '099192000174',
    'declarant.name': 'Nguyễn Văn Ví Dụ',
  },
});
const household = (item: string, number = '099090000137'): Wanted => ({
  item,
  kind: 'household-business',
  code: 'H99.01-261121-0002',
  unit: 'H99.01',
  payload: {
    'owner.name': 'Nguyễn Văn Ví Dụ',
    'owner.number': number,
    'business.name': 'Hộ kinh doanh Ví Dụ',
    'business.address': 'Số 12',
  },
});

const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const ask = (world: TestWorld, wanted: Wanted, when = now) =>
  world.as(nobody, when, (act: Act) => askNumber(act, wanted));

describe('numbers that nobody may invent', () => {
  it(
    'come with the answer, once, and the facts sent are forgotten then',
    rolledBack((world) =>
      connected(world, async ({ room, look }) => {
        const item = await dossierItem(world);
        await ask(world, birth(item));
        assert.equal((await missingNumber(look, item))?.state, 'asked');
        assert.equal(await numberOf(look, item, 'personalNumber'), null);
        assert.deepEqual(await settle(world, room.listeners, at(0)), ['registry.ask', 'registry.answered']);
        assert.match((await numberOf(look, item, 'personalNumber'))!, /^099326\d{6}$/);
        assert.match((await numberOf(look, item, 'registerNumber'))!, /^\d+\/\d{4}$/);
        assert.equal(await missingNumber(look, item), null);
        const request = (await findRequest(look, item, 'birth'))!;
        assert.deepEqual([request.state, request.payload, request.tries], ['answered', null, 1]);
        const steps = await listSteps(look, item, 'party');
        assert.equal(steps.at(-1)!.act, 'registry.answered');
        assert.ok(
          !JSON.stringify(steps).includes((await numberOf(look, item, 'personalNumber'))!),
          'the record names the request, not the number',
        );
        await assert.rejects(ask(world, birth(item)), Conflict);
      }),
    ),
  );

  it(
    'are waited for: the other side is down, then slow to decide, then answers late',
    rolledBack((world) =>
      connected(world, async ({ room, simulators, look }) => {
        const { faults } = simulators;
        const item = await dossierItem(world);
        faults['civil-status'].down = true;
        await ask(world, birth(item));
        assert.deepEqual(await settle(world, room.listeners, at(0)), ['registry.ask']);
        assert.equal((await findRequest(look, item, 'birth'))?.state, 'asked');
        assert.deepEqual(await settle(world, room.listeners, at(0)), [], 'not again at once');
        Object.assign(faults['civil-status'], { down: false, late: true });
        await settle(world, room.listeners, at(5));
        assert.equal((await findRequest(look, item, 'birth'))?.state, 'waiting');
        assert.deepEqual(await requestInvariants[0]!.check({ ...look, now: at(600) }), []);
        await settle(world, room.listeners, at(30));
        faults['civil-status'].late = false;
        assert.deepEqual(await settle(world, room.listeners, at(120)), ['registry.ask', 'registry.answered']);
        assert.ok(await numberOf(look, item, 'personalNumber'));
      }),
    ),
  );

  it(
    'may be refused, with the reason of the other side, and asked for again',
    rolledBack((world) =>
      connected(world, async ({ room, simulators, look }) => {
        const { faults } = simulators;
        const item = await dossierItem(world);
        faults['civil-status'].reject = true;
        await ask(world, birth(item));
        assert.deepEqual(await settle(world, room.listeners, at(0)), ['registry.ask', 'registry.rejected']);
        assert.match((await missingNumber(look, item))!.reason!, /họ tên mẹ không khớp/);
        faults['civil-status'].reject = false;
        await ask(world, birth(item), at(1));
        await settle(world, room.listeners, at(1));
        assert.equal(await missingNumber(look, item), null);
        assert.equal((await findRequest(look, item, 'birth'))!.code, 'H99.01-261121-0001-2');
      }),
    ),
  );

  it(
    'are not taken from an answer that lacks them, and a repeated request is filed once',
    rolledBack((world) =>
      connected(world, async ({ room, simulators, look }) => {
        const { faults } = simulators;
        const item = await dossierItem(world);
        faults.tax.wrong = true;
        await ask(world, household(item));
        await settle(world, room.listeners, at(0));
        assert.equal((await findRequest(look, item, 'household-business'))?.state, 'asked');
        faults.tax.wrong = false;
        await settle(world, room.listeners, at(5));
        const code = await numberOf(look, item, 'householdCode');
        assert.match(code!, /^99\d{8}$/);
        const other = await dossierItem(world);
        await ask(world, household(other, '12'));
        await settle(world, room.listeners, at(5));
        assert.equal((await missingNumber(look, other))?.state, 'rejected');
      }),
    ),
  );

  it(
    'need their facts',
    rolledBack(async (world) => {
      const item = await dossierItem(world);
      const wanted = birth(item);
      await assert.rejects(
        ask(world, { ...wanted, payload: { ...wanted.payload, 'child.name': ' ' } }),
        Invalid,
      );
      await assert.rejects(
        ask(world, { ...wanted, payload: { ...wanted.payload, 'child.blood': 'A' } }),
        Invalid,
      );
    }),
  );

  it('are asked for ever more slowly, at least once an hour', () => {
    assert.deepEqual([1, 2, 3, 9, 500].map(waitAfter), [20_000, 40_000, 80_000, 3_600_000, 3_600_000]);
  });
});
