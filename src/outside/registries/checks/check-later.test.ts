import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { newId } from '../../../ground/record/index.ts';
import { listWorkOf, openWork } from '../../../work/desk/index.ts';
import { connected, dossierItem, mother, now, signedIn } from '../fixtures.ts';
import { checkLater, listChecks, saysTheSame } from './check-later.ts';
import { LOOK } from './tell-officer.ts';

const purpose = { procedure: '1.001193', basis: 'Luật Hộ tịch 60/2014/QH13' };

const officer = newId(now);

/** The dossier lies with this officer. */
const deskWork = (item: string): Parameters<typeof openWork>[1] => ({
  item,
  room: 'dossiers',
  kind: 'decide',
  agency: newId(now),
  unit: null,
  role: 'case-officer',
  holder: officer,
  code: 'H99-1',
  title: 'Hồ sơ mẫu',
  subject: mother.name,
  step: 'Giải quyết',
  ref: null,
  due_at: null,
  paused_for: null,
});

describe('answers checked later', () => {
  it(
    'wait for the registry, then are the same or differ, and block nobody',
    rolledBack((world) =>
      connected(world, async ({ room, another, simulators, look }) => {
        const by = await signedIn(world, mother);
        const item = await dossierItem(world);
        await world.as(by, now, async (act) => void openWork(act, deskWork(item)));
        simulators.faults.population.down = true;
        const later = (said: Readonly<Record<string, unknown>>) =>
          world.as(
            by,
            now,
            async (act) =>
              void checkLater(
                act,
                item,
                'population',
                { person: by.person, organisation: null },
                said,
                purpose,
              ),
          );
        await later({ name: 'TRẦN THỊ LÀM MẪU', sex: 'female' });
        await later({ born: '1992-08-12', 'spouse.name': 'Nguyễn Văn Ví Dụ', 'khong-co': 'x' });
        await settle(world, room.listeners, now);
        assert.deepEqual(
          (await listChecks(look, item)).map(({ state }) => state),
          ['waiting', 'waiting'],
        );
        simulators.faults.population.down = false;
        const names = await settle(world, another().listeners, new Date(now.getTime() + 60_000));
        assert.equal(names.filter((name) => name === 'registry.differs').length, 1);
        const desk = await listWorkOf(look, item);
        assert.deepEqual(
          desk.map(({ kind, holder }) => [kind, holder]).sort(),
          [
            ['decide', officer],
            [LOOK, officer],
          ],
          'on the desk of who has the dossier, once',
        );
        const checks = await listChecks(look, item);
        assert.deepEqual(checks.map(({ state }) => state).sort(), ['differs', 'same']);
        assert.deepEqual(checks.find(({ state }) => state === 'differs')?.differences, [
          { path: 'born', said: '1992-08-12', found: '1992-08-21' },
        ]);
      }),
    ),
  );

  it('forgives case, tone position and the wording of an address, nothing else', () => {
    assert.ok(saysTheSame('HÒA Mẫu', 'Hoà mẫu'));
    assert.ok(!saysTheSame('Hoa', 'Hoà'));
    assert.ok(saysTheSame({ commune: 'SL001', place: 'a' }, { commune: 'SL001', place: 'b' }));
    assert.ok(!saysTheSame({ commune: 'SL001' }, { commune: 'SL004' }));
    assert.ok(!saysTheSame(1, '1'));
  });
});
