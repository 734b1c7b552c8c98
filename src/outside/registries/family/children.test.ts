import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack } from '../../../ground/db/testing.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { listWards } from '../../../world/mandates/index.ts';
import { listRelatives } from '../../../world/people/index.ts';
import { connected, mother, now, signedIn, withPlaces } from '../fixtures.ts';
import { CHILDREN } from '../paths.ts';

describe('children of a parent in the civil-status data', () => {
  it(
    'become family once, so that the parent acts for those who are minors',
    rolledBack((world) =>
      connected(world, async ({ room, look, simulators }) => {
        await withPlaces(world);
        const by = await signedIn(world, mother);
        const me = visitorOf(world, room, now, by);
        assert.match((await me.get(CHILDREN)).text, /Tìm con của tôi/);
        assert.deepEqual(await listWards(look, by.person!), []);

        simulators.faults['civil-status'].down = true;
        const silent = await me.post(CHILDREN, {});
        assert.equal(silent.status, 422);
        assert.match(silent.text, /hiện không trả lời/);
        simulators.faults['civil-status'].down = false;

        assert.equal((await me.post(CHILDREN, {})).to, '/tai-khoan/thay-mat');
        assert.deepEqual(
          (await listWards(look, by.person!)).map(({ name, number }) => [name, number]),
          [['Nguyễn Minh Ví Dụ', '099219000211']],
        );
        await me.post(CHILDREN, {});
        assert.equal((await listRelatives(look, by.person!)).length, 1, 'entered once');

        const weak = visitorOf(world, room, now, { ...by, assurance: 1 });
        assert.equal((await weak.post(CHILDREN, {})).status, 403);
      }),
    ),
  );
});
