/** Journey: an officer signs in at the identity system of the agency; strangers and other accounts stay outside. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import { anOfficer, press, withIdentitySimulator } from '../../world/access/fixtures.ts';
import { testApplication } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const path = '/dang-nhap/co-quan/so-mau';
const redirect = `http://localhost:3000${path}/ve`;

describe('journey: sign-in at the agency', () => {
  it(
    'lets in whom an administrator has bound to the agency, and nobody else',
    rolledBack(async (world) => {
      const bound = await world.as(system, now, (act) => anOfficer(act, '099090000001'));
      await world.as(system, now, (act) => anOfficer(act, '099090000003'));
      await send(world.tx, `update access.accounts set provider = 'so-mau' where id = $1`, [bound.id]);
      await withIdentitySimulator(redirect, async (issuer) => {
        const app = await testApplication(world, now, {
          identity: null,
          officers: [
            {
              id: 'so-mau',
              name: { vi: 'Sở Mẫu', en: 'Sample Department' },
              issuer,
              clientId: 'toantrinh',
              clientSecret: 'sample-secret',
              loginClaim: 'SoDinhDanh',
              secondFactor: ['urn:vneid:2'],
            },
          ],
        });
        const signIn = async (id: string, another = false) => {
          const visitor = app.visitor();
          const left = await visitor.get(`${path}?next=/viec`);
          const back = await press(left.to ?? '', id, redirect);
          if (another) back.searchParams.set('state', 'another');
          return visitor.get(back.pathname + back.search);
        };
        assert.match((await app.visitor().get('/dang-nhap')).text, /tài khoản của Sở Mẫu/);
        const inside = await signIn('099090000001');
        assert.equal(inside.to, '/viec');
        assert.match(inside.headers.getSetCookie().join(), /phien=/);

        const weak = await signIn('099090000002');
        assert.equal(weak.status, 403);
        assert.match(weak.text, /Sở Mẫu chưa hỏi bạn lớp xác thực thứ hai/);
        assert.equal((await signIn('099090000003')).to, '/dang-nhap?lai=2', 'signs in by password only');
        assert.equal((await signIn('099090000004')).to, '/dang-nhap?lai=2', 'an officer nobody knows');
        assert.equal((await signIn('099090000001', true)).to, '/dang-nhap?lai=1', 'a forged return');
        assert.equal((await app.visitor().get(`${path}/ve?code=x&state=y`)).to, '/dang-nhap?lai=1');

        const log = await send<{ what: string; detail: string | null }>(
          world.tx,
          `select what, detail from access.security_log where tenant = $1 order by id`,
          [world.tenant],
        );
        assert.deepEqual(log.map(({ what }) => what).toSorted(), ['failed', 'failed', 'signed-in']);
      });
    }),
  );
});
