import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, type By } from '../../../ground/db/act.ts';
import { rolledBack } from '../../../ground/db/testing.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { newId } from '../../../ground/record/index.ts';
import { agencyOfPlace, importOrganisation } from '../../../world/agencies/index.ts';
import { correctPerson } from '../../../world/people/index.ts';
import { listInbox } from '../../../work/desk/index.ts';
import { readSample, sampleOrganisation } from '../../../../sample/province/load.ts';
import { listNotices } from '../../messages/index.ts';
import { connected, mother, now, signedIn, withPlaces } from '../fixtures.ts';
import { shownValue } from '../pages/wrong.tsx';

describe('“this is wrong”', () => {
  it(
    'goes to the one-stop unit of the commune, and its answer to the person',
    rolledBack((world) =>
      connected(world, async ({ room, simulators, look }) => {
        await withPlaces(world);
        await world.as(
          nobody,
          now,
          async (act) => void (await importOrganisation(act, sampleOrganisation(readSample()))),
        );
        const by = await signedIn(world, mother);
        const page = '/du-lieu-sai/population';
        const me = visitorOf(world, room, now, by);
        const shown = await me.get(page);
        assert.match(shown.html, /Dân tộc: Kinh/);
        assert.match(shown.html, /Ngày sinh: 21\/08\/1992/);
        const wrong = { path: 'ethnicity', right: 'Tày', why: 'Theo giấy khai sinh.' };
        const homeless = await me.post(page, wrong);
        assert.equal(homeless.status, 409, 'nobody to pass it on to');
        await world.as(nobody, now, (act) =>
          correctPerson(act, by.person!, 1, { commune: 'SL001', source: 'thử' }),
        );
        assert.equal((await me.post(page, { ...wrong, path: 'blood' })).status, 422);
        assert.equal((await me.post(page, { ...wrong, right: '' })).status, 422);
        assert.equal((await me.post(page, wrong)).to, '/tin-nhan');

        const office = (await agencyOfPlace(look, 'SL001', 'service-centre'))!;
        const officer: By = {
          ...nobody,
          kind: 'officer',
          account: newId(now),
          person: newId(now),
          agency: office.id,
          powers: [{ role: 'counter', agency: office.id, unit: null }],
          name: 'Lê Thị Mẫu',
        };
        const [work] = (await listInbox({ ...look, by: officer }, { whose: 'pool' })).rows;
        const path = room.work[0]!.path(work!);
        const counter = visitorOf(world, room, now, officer);
        assert.match((await counter.get(path)).html, /Theo giấy khai sinh/);
        assert.equal((await visitorOf(world, room, now, { ...officer, powers: [] }).get(path)).status, 403);
        assert.equal((await counter.post(path, { state: 'mended', answer: '' })).status, 422);
        assert.equal(
          (await counter.post(path, { state: 'mended', answer: 'Công an xã đã sửa dân tộc.' })).status,
          303,
        );
        assert.equal((await listInbox({ ...look, by: officer }, { whose: 'pool' })).rows.length, 0);
        assert.equal((await counter.get(path)).status, 403);
        const [notice] = await listNotices({ ...look, by });
        assert.deepEqual(
          [notice?.title.vi, notice?.body.vi],
          ['Dữ liệu của bạn đã được sửa', 'Công an xã đã sửa dân tộc.'],
        );

        simulators.faults.insurance.down = true;
        assert.match((await me.get('/du-lieu-sai/insurance')).html, /hiện không trả lời/);
        assert.equal((await me.get('/du-lieu-sai/khac')).status, 404);
      }),
    ),
  );

  it('shows days and addresses as people read them, nothing that is no text', () => {
    assert.deepEqual(
      ['1992-08-21', 'Kinh', { place: 'Phường Mẫu', detail: 'Số 1' }, 3, null, [1]].map(shownValue),
      ['21/08/1992', 'Kinh', 'Số 1, Phường Mẫu', null, null, null],
    );
  });
});
