/** A person has the use of their data restricted: what the law requires goes on, everything else waits until they end it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { publish } from '../../services/catalogue/index.ts';
import { depositAccepted } from '../../services/vault/index.ts';
import { acceptsProactively } from '../../world/people/index.ts';
import { testApplication } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const me = sampleId('person', 'nguyen-van-vi-du');
const top = sampleId('agency', 'ubnd-tinh');

describe('journey: data that are restricted', () => {
  it(
    'are not filled into forms nor shared, until the person ends it',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const { national, local, from } = birthRegistration;
      await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
      await world.act(systemAt(now), async (act) =>
        depositAccepted(act, {
          owner: me,
          ownerKind: 'person',
          title: 'Giấy chứng sinh',
          resultCode: 'KQ.X.000001',
          issuer: 'Bệnh viện Mẫu',
          origin: 'H99.18-261120-0001',
          file: { hash: 'a'.repeat(64), size: 10, type: 'application/pdf', name: 'chung-sinh.pdf' },
        }),
      );
      const app = await testApplication(world, now);
      const citizen = app.signInAs({
        kind: 'citizen',
        account: '0197c1c8-0280-7000-8000-0000000000a1',
        person: me,
        name: 'Nguyễn Văn Ví Dụ',
        assurance: 2,
      });
      const steward = app.signInAs({
        kind: 'officer',
        account: '0197c1c8-0280-7000-8000-000000000001',
        person: sampleId('officer', 'du-lieu.tinh'),
        name: 'Đỗ Thị Tập Dượt',
        agency: top,
        powers: [{ role: 'data-steward', agency: top, unit: null }],
      });
      const begin = async () => (await citizen.post('/nop/1.001193', { anew: 'yes' })).say ?? '';
      const [paper = ''] = /\/kho\/[0-9a-f-]{36}/.exec((await citizen.get('/kho')).html) ?? [];
      const share = () =>
        citizen.post(`${paper}/chia-se`, { reader: 'Trường Mẫu', purpose: 'Nhập học', time: '7' });
      const proactive = () => world.look(systemAt(now), (look) => acceptsProactively(look, me, 'khuyen-hoc'));

      assert.match(await begin(), /4 mục đã có sẵn/);
      const shared = await share();
      const [, link = ''] = /(\/kho\/chia-se\/[\w-]+)/.exec(shared.say ?? '') ?? [];
      assert.equal((await app.visitor().get(link)).status, 200);
      assert.equal(await proactive(), true);
      assert.match((await citizen.get('/du-lieu-cua-toi')).text, /Nơi thường trú Phường Sông Mẫu/);

      const wish = { kind: 'restriction', about: 'Thông tin về bạn', wish: 'Đang khiếu nại độ chính xác' };
      await citizen.post('/du-lieu-cua-toi/yeu-cau', wish);
      assert.match(await begin(), /4 mục đã có sẵn/, 'what is only asked for changes nothing yet');
      const [decide = ''] = /\/yeu-cau-du-lieu\/[0-9a-f-]{36}/.exec((await steward.get('/viec')).html) ?? [];
      assert.match((await steward.get(decide)).text, /chỉ còn được lưu giữ/);
      const granted = await steward.post(decide, { decision: 'granted', answer: 'Đã hạn chế.' });
      assert.equal(granted.to, '/viec');

      const mine = await citizen.get('/du-lieu-cua-toi');
      assert.match(mine.text, /đang được hạn chế xử lý.*Thông tin về bạn: theo yêu cầu DL-261123-0001/s);
      assert.match(await begin(), /hạn chế xử lý dữ liệu/);
      const refused = await share();
      assert.equal(refused.status, 409);
      assert.match(refused.text, /đang được hạn chế xử lý/);
      assert.equal((await app.visitor().get(link)).status, 404, 'links of before are closed meanwhile');
      assert.equal(await proactive(), false);
      assert.equal((await citizen.get(paper)).status, 200, 'one sees what is one’s own');

      assert.equal((await citizen.post('/du-lieu-cua-toi/bo-han-che')).to, '/du-lieu-cua-toi');
      assert.doesNotMatch((await citizen.get('/du-lieu-cua-toi')).text, /đang được hạn chế/);
      assert.match(await begin(), /4 mục đã có sẵn/);
      assert.equal((await app.visitor().get(link)).status, 200);
      assert.equal((await share()).status, 303);
    }),
  );
});
