/** Officers and the platform's doors, page by page: signing in, accounts, agency sign-in. In-process, rolled back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seedProvince } from '../../../sample/province/seed.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { nobody } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { SESSION_COOKIE } from '../../ground/web/cookies.ts';
import { newLimiter } from '../../ground/web/limits.ts';
import { anOfficer, codeOf, from, password, softDevice } from '../../world/access/fixtures.ts';
import { testApplication, type Reply, type Visitor } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const admin = 'quan-tri.tinh';

/** Signs in at the page of officers. */
const signIn = (visitor: Visitor, login: string, typed: string, code: string): Promise<Reply> =>
  visitor.post('/dang-nhap/can-bo?next=%2Ftai-khoan', { login, password: typed, code });

/** The province, and the account of its administrator. */
async function province(world: TestWorld) {
  await seedProvince(world, systemAt(now));
  const ready = await world.as(nobody, now, (act) => anOfficer(act, admin, sampleId('officer', admin)));
  return { app: await testApplication(world, now), ready };
}

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? assert.fail(`no field ${name}`);

describe('journey: access of officers', () => {
  it(
    'signs in, works in a post, and sees only what the post allows',
    rolledBack(async (world) => {
      const { app, ready } = await province(world);
      const visitor = app.visitor();
      const refused = await signIn(visitor, admin, 'sai', '000000');
      assert.equal(refused.to, '/dang-nhap/can-bo?next=%2Ftai-khoan');
      const unknown = await signIn(app.visitor(), 'khong-co.ai', 'sai', '000000');
      assert.equal(refused.say, unknown.say, 'nothing tells whether the account exists');
      const done = await signIn(visitor, admin, password, codeOf(ready, now));
      assert.equal(done.to, '/tai-khoan');
      assert.match((await visitor.get('/tai-khoan')).text, /Quản trị hệ thống, Sở Khoa học và Công nghệ/);
      assert.match((await visitor.get('/tai-khoan/phien')).text, /Firefox|Không rõ thiết bị|phiên này/);
      assert.match((await visitor.get('/tai-khoan/nhat-ky')).text, /Đăng nhập không thành công/);
      assert.match((await visitor.get('/quan-tri')).text, /Tài khoản cán bộ/);

      const clerk = app.signInAs({ kind: 'officer', name: 'Lê Ví Dụ' });
      assert.doesNotMatch((await clerk.get('/quan-tri')).text, /Tài khoản cán bộ/);
      assert.equal((await clerk.get('/quan-tri/tai-khoan')).status, 403);
      assert.equal(
        (await app.visitor().get('/quan-tri/tai-khoan')).to,
        '/dang-nhap?next=%2Fquan-tri%2Ftai-khoan',
      );
      const foreign = await visitor.post('/tai-khoan/phien', { csrf: 'x', session: 'others' });
      assert.equal(foreign.status, 403, 'a forged form');
    }),
  );

  it(
    'opens an account, the officer sets it up and adds a passkey, it is closed',
    rolledBack(async (world) => {
      const { app, ready } = await province(world);
      const boss = app.visitor();
      await signIn(boss, admin, password, codeOf(ready, now));
      const person = sampleId('officer', 'quan-tri-2.tinh');
      const opened = await boss.post('/quan-tri/tai-khoan/mo?q=Bùi', { person, login: 'bui.mau' });
      assert.equal(opened.status, 303, opened.text);
      const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(opened.say ?? '') ?? [];
      const taken = await boss.post('/quan-tri/tai-khoan/mo?q=Bùi', { person, login: 'bui.mau' });
      assert.equal(taken.status, 422, 'this officer has one now');
      const account = opened.to ?? '';
      assert.match((await boss.get(account)).text, /Chờ kích hoạt/);

      const officer = app.visitor();
      const page = await officer.get('/dang-nhap/kich-hoat');
      const secret = hidden(page.html, 'secret');
      const digits = codeOf({ ...ready, totp: secret }, now);
      const fields = {
        login: 'bui.mau',
        activation: code,
        password: 'bốn con mèo ngủ',
        repeat: 'bốn con mèo ngủ',
        secret,
        digits,
      };
      const differ = await officer.post('/dang-nhap/kich-hoat', { ...fields, repeat: 'khác' });
      assert.equal(differ.status, 422);
      assert.equal(hidden(differ.html, 'secret'), secret, 'the code that was scanned stays');
      const wrong = await officer.post('/dang-nhap/kich-hoat', { ...fields, activation: 'AAAA-AAAA-AAAA' });
      assert.match(wrong.say ?? '', /không khớp/);
      assert.equal((await officer.post('/dang-nhap/kich-hoat', fields)).to, '/dang-nhap/can-bo');
      // The code of the setting up is used; the officer comes back with a passkey in this test, so begin with a session.
      const later = await testApplication(world, '2026-11-23T08:01:00+07:00');
      const again = later.visitor();
      const in1 = await signIn(
        again,
        'bui.mau',
        'bốn con mèo ngủ',
        codeOf({ ...ready, totp: secret }, '2026-11-23T08:01:00+07:00'),
      );
      assert.equal(in1.to, '/tai-khoan');

      const device = softDevice('http://localhost:3000');
      const asked = await again.call('POST', '/api/v1/access/new-passkey-question', {});
      const made = JSON.parse(asked.html) as { challenge: string; options: object };
      const added = await again.post('/tai-khoan/khoa/them', {
        challenge: made.challenge,
        answer: device.make(made.options),
        name: 'máy thử',
      });
      assert.equal(added.to, '/tai-khoan/khoa', added.text);
      const guest = later.visitor();
      const question = JSON.parse(
        (await guest.call('POST', '/api/v1/access/passkey-question', {})).html,
      ) as typeof made;
      const entered = await guest.post('/dang-nhap/khoa-truy-cap', {
        challenge: question.challenge,
        answer: device.use(question.options),
      });
      assert.equal(entered.to, '/viec');
      assert.ok(entered.headers.getSetCookie().some((line) => line.startsWith(SESSION_COOKIE)));

      const bossLater = later.visitor();
      await signIn(bossLater, admin, password, codeOf(ready, '2026-11-23T08:01:00+07:00'));
      assert.equal((await bossLater.post(`${account}/dong`, { reason: '' })).status, 422);
      assert.equal((await bossLater.post(`${account}/dong`, { reason: 'Chuyển công tác' })).to, account);
      assert.equal(
        (await guest.get('/tai-khoan')).to,
        '/dang-nhap?next=%2Ftai-khoan',
        'closed: gone at once',
      );
      assert.match((await bossLater.get(account)).text, /Đã đóng/);
    }),
  );

  it(
    'administers only accounts of the own agency and those below',
    rolledBack(async (world) => {
      const { app, ready } = await province(world);
      const agency = sampleId('agency', 'so-tu-phap');
      const of = app.signInAs({
        kind: 'officer',
        name: 'Lê Ví Dụ',
        person: sampleId('officer', 'quan-tri-2.tinh'),
        powers: [{ role: 'it-admin', agency, unit: null }],
      });
      const list = await of.get('/quan-tri/tai-khoan');
      assert.equal(list.status, 200);
      assert.doesNotMatch(list.text, /quan-tri\.tinh/);
      assert.equal((await of.get(`/quan-tri/tai-khoan/${ready.id}`)).status, 403);
      assert.equal((await of.post(`/quan-tri/tai-khoan/${ready.id}/khoa`, { reason: 'x' })).status, 403);
      assert.equal((await of.get('/quan-tri/nhat-ky-an-toan')).status, 403, 'the log of everybody');
      assert.equal((await of.get('/quan-tri/tai-khoan/khong-phai-ma')).status, 404);
      const above = sampleId('agency', 'ubnd-tinh');
      assert.equal((await of.get(`/quan-tri/co-quan/${above}/doi-ten`)).status, 403);
      assert.equal((await of.get(`/quan-tri/co-quan/${agency}/doi-ten`)).status, 200);
    }),
  );

  it('slows down an address that keeps failing, not one that signs in', () => {
    const limiter = newLimiter();
    for (let n = 0; n < 200; n++) {
      assert.equal(limiter.allow('signIn', from.address, 0), true);
      limiter.giveBack('signIn', from.address);
    }
    const tries = Array.from({ length: 30 }, () => limiter.allow('signIn', from.address, 0));
    assert.equal(tries.filter(Boolean).length, 20);
  });
});
