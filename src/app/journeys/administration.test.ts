/** Administration page by page: agencies, mandates, places, law, people; and My data. In-process, rolled back. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seedProvince } from '../../../sample/province/seed.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { system } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listLooks, verifyChains } from '../../ground/record/index.ts';
import { findAgencyByIdentifier, listHeld, listSeats } from '../../world/agencies/index.ts';
import { powersOf } from '../../world/mandates/index.ts';
import { addContact, getPerson } from '../../world/people/index.ts';
import { testApplication, type TestApplication, type Visitor } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const top = sampleId('agency', 'ubnd-tinh');
const officer = (slug: string): string => sampleId('officer', slug);
const citizen = sampleId('person', 'nguyen-van-vi-du');

const administrator = (app: TestApplication) =>
  app.signInAs({
    kind: 'officer',
    name: 'Đặng Thị Diễn Tập',
    person: officer('quan-tri.tinh'),
    agency: top,
    powers: [{ role: 'it-admin', agency: top, unit: null }],
  });

const steward = (app: TestApplication) =>
  app.signInAs({
    kind: 'officer',
    name: 'Đỗ Thị Tập Dượt',
    account: '0197c1c8-0280-7000-8000-000000000001',
    person: officer('du-lieu.tinh'),
    agency: top,
    powers: [{ role: 'data-steward', agency: top, unit: null }],
  });

/** A request to erase contacts is carried out by the answer; one for what the law keeps can only be refused. */
async function erasesContacts(world: TestWorld, me: Visitor, keeper: Visitor): Promise<void> {
  await world.as(system, now, async (act) =>
    addContact(act, {
      owner: citizen,
      ownerKind: 'person',
      kind: 'phone',
      value: '0912000137',
      preferred: false,
      verifiedAt: null,
    }),
  );
  assert.match((await me.get('/du-lieu-cua-toi')).text, /0912000137/);
  const ask = async (about: string): Promise<string> => {
    await me.post('/du-lieu-cua-toi/yeu-cau', { kind: 'erasure', about, wish: 'Xin xóa' });
    const inbox = await keeper.get('/viec');
    return /\/yeu-cau-du-lieu\/[0-9a-f-]{36}/.exec(inbox.html)?.[0] ?? assert.fail('not on the desk');
  };
  const kept = await ask('Gia đình');
  const yes = { decision: 'granted', answer: 'Đã xóa.' };
  const refused = await keeper.post(kept, yes);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Luật Hộ tịch/);
  assert.equal((await keeper.post(kept, { ...yes, decision: 'refused' })).to, '/viec');

  const contacts = await ask('Cách liên hệ');
  assert.match((await keeper.get(contacts)).text, /xóa ngay/);
  assert.equal((await keeper.post(contacts, yes)).to, '/viec');
  assert.doesNotMatch((await me.get('/du-lieu-cua-toi')).text, /0912000137/);
  const found = await send<{ n: number }>(
    world.tx,
    `select count(*)::int as n from record.payloads where after::text like '%0912000137%'`,
  );
  assert.equal(found[0]?.n, 0, 'the record holds it no more');
  assert.deepEqual((await world.look(systemAt(now), verifyChains)).faults, []);
}

describe('journey: administration', () => {
  it(
    'establishes an agency with a post, fills it, renames, moves and abolishes it',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await testApplication(world, now);
      const admin = administrator(app);
      const fields = {
        name: 'Sở Thí Nghiệm',
        nameEn: 'Department of Trials',
        short: 'STN',
        identifier: '000.00.88.H99',
        kind: 'department',
        level: 'province',
        regime: 'head',
        parent: 'H99',
        established: '01/10/2026',
        basis: 'Nghị quyết mẫu 01/NQ-HĐND',
      };
      const bad = await admin.post('/quan-tri/co-quan/thanh-lap', {
        ...fields,
        identifier: 'không phải mã',
        name: '',
      });
      assert.equal(bad.status, 422);
      assert.match(bad.text, /Hãy nhập tên/);
      assert.match(bad.html, /value="Nghị quyết mẫu 01\/NQ-HĐND"/, 'what was typed stays');
      const made = await admin.post('/quan-tri/co-quan/thanh-lap', fields);
      const path = made.to ?? '';
      assert.match((await admin.get(path)).text, /H99\.88 · 000\.00\.88\.H99/);
      assert.equal(
        (await admin.post('/quan-tri/co-quan/thanh-lap', fields)).status,
        409,
        'the code is taken',
      );

      const post = {
        title: 'Chuyên viên thí nghiệm',
        titleEn: 'Trial officer',
        rank: 'staff',
        roles: ['case-officer', 'clerk'],
        from: '02/10/2026',
      };
      assert.equal((await admin.post(`${path}/chuc-vu`, { ...post, roles: ['vua'] })).status, 422);
      assert.equal((await admin.post(`${path}/chuc-vu`, post)).to, path);
      const postId = /value="([0-9a-f-]{36})"[^>]*>\s*<label[^>]*>\s*Chuyên viên thí nghiệm/.exec(
        (await admin.get(`${path}/bo-nhiem?q=bui`)).html,
      )?.[1];
      assert.ok(postId);
      const person = officer('quan-tri-2.tinh');
      const appointing = {
        person,
        post: postId,
        kind: 'seconded',
        from: '05/10/2026',
        basis: 'Quyết định mẫu',
      };
      assert.equal((await admin.post(`${path}/bo-nhiem?q=bui`, appointing)).to, path);
      assert.match((await admin.get(path)).text, /Bùi Văn Giả Lập .*Biệt phái/);
      const held = await world.look(systemAt(now), (look) => listHeld(look, person));
      assert.equal(held.length, 2, 'two posts at once');

      const ended = { last: '31/10/2026', reason: 'Hết biệt phái' };
      const end = `${path}/thoi-giu?cv=${postId}&nguoi=${person}`;
      assert.equal((await admin.post(end, ended)).to, path);
      assert.equal((await admin.get(end)).status, 404);

      const renamed = {
        name: 'Sở Thực Nghiệm',
        nameEn: 'Department of Experiments',
        short: 'STN',
        on: '10/11/2026',
        basis: 'Nghị quyết mẫu 02',
      };
      assert.equal((await admin.post(`${path}/doi-ten`, renamed)).to, path);
      const circle = await admin.post(`/quan-tri/co-quan/${top}/chuyen`, {
        parent: 'H99.88',
        on: '10/11/2026',
        basis: 'x',
      });
      assert.equal(circle.status, 422, 'below itself');
      const last = {
        last: '20/11/2026',
        basis: 'Nghị quyết mẫu 03',
        heir1: 'H99.03',
        field1: 'to-chuc',
        heir2: 'H99.04',
      };
      const wrong = await admin.post(`${path}/giai-the`, { ...last, heir2: 'H99.77' });
      assert.equal(wrong.status, 422);
      assert.match(wrong.text, /Không có cơ quan nào mang mã H99\.77/);
      assert.equal((await admin.post(`${path}/giai-the`, last)).to, path);
      const after = (await admin.get(path)).text;
      assert.match(after, /đã kết thúc hoạt động sau ngày 20\/11\/2026/);
      assert.match(after, /Sở Nội vụ/);
      assert.equal((await admin.post(`${path}/doi-ten`, renamed)).status, 409);
      assert.deepEqual((await world.look(systemAt(now), (look) => verifyChains(look))).faults, []);
    }),
  );

  it(
    'gives a role and takes it back; an officer names who fills in',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await testApplication(world, now);
      const admin = administrator(app);
      const person = officer('quan-tri-2.tinh');
      const role = { person, roles: ['inspector'], from: '01/11/2026', basis: 'Quyết định mẫu' };
      assert.equal(
        (await admin.post('/quan-tri/uy-quyen/vai-tro?cq=H99&q=bui', role)).to,
        '/quan-tri/uy-quyen?cq=H99',
      );
      const powers = () => world.look(systemAt(now), (look) => powersOf(look, person));
      assert.ok((await powers()).some((power) => power.role === 'inspector' && power.agency === top));
      const page = await admin.get('/quan-tri/uy-quyen?cq=H99');
      const row = page.html.slice(page.html.indexOf('Bùi Văn Giả Lập'));
      const revoke = /\/uy-quyen\/[0-9a-f-]{36}\/thu-hoi/.exec(row)?.[0] ?? '';
      const stranger = app.signInAs({ kind: 'officer', name: 'X', person: officer('chu-tich.tinh') });
      assert.equal((await stranger.get(revoke)).status, 403);
      assert.equal(
        (await admin.post(revoke, { from: '23/11/2026', reason: 'Xong việc' })).to,
        '/quan-tri/uy-quyen',
      );
      assert.ok(!(await powers()).some((power) => power.role === 'inspector'));

      const [seat] = await world.look(systemAt(now), (look) => listHeld(look, officer('quan-tri.tinh')));
      const leave = {
        post: seat!.post.id,
        person,
        from: '23/11/2026',
        to: '30/11/2026',
        basis: 'Đơn nghỉ phép',
      };
      assert.equal(
        (await admin.post('/tai-khoan/lam-thay', { ...leave, to: '' })).status,
        422,
        'leave has an end',
      );
      assert.equal((await admin.post('/tai-khoan/lam-thay', leave)).to, '/tai-khoan/lam-thay');
      assert.match((await admin.get('/tai-khoan/lam-thay')).text, /Bùi Văn Giả Lập/);
      const notMine = await admin.post('/tai-khoan/lam-thay', {
        ...leave,
        post: sampleId('post', 'chu-tich.ubnd-tinh'),
      });
      assert.equal(notMine.status, 422, 'only posts one holds');
    }),
  );

  it(
    'resolves old addresses, keeps law by date',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await testApplication(world, now);
      const admin = administrator(app);
      const reader = app.signInAs({ kind: 'officer', name: 'Lê Ví Dụ' });
      const old = (place: string) =>
        reader.get(`/quan-tri/dia-ban/noi-cu?${new URLSearchParams({ noi: place, ngay: '01/06/2024' })}`);
      assert.match((await old('Phường Đông Mẫu')).text, /SL001.*một phần.*SL004.*một phần/);
      assert.match((await old('Phường Trung Mẫu')).text, /Nay là/);
      assert.match((await old('Xã Không Có')).text, /Không tìm thấy đơn vị hành chính nào/);
      assert.match((await reader.get('/quan-tri/dia-ban/tinh/SL')).text, /Xã An Mẫu/);
      assert.equal((await reader.get('/quan-tri/dia-ban/tinh/ZZ')).status, 404);

      const code = { code: 'other', vi: 'Khác', en: 'Other', from: '01/12/2026', basis: 'Thông tư mẫu' };
      assert.equal((await reader.post('/quan-tri/danh-muc/gender/ma', code)).status, 403);
      assert.equal((await admin.post('/quan-tri/danh-muc/gender/ma', code)).to, '/quan-tri/danh-muc/gender');
      assert.doesNotMatch((await reader.get('/quan-tri/danh-muc/gender')).text, /Thông tư mẫu/);
      assert.match((await reader.get('/quan-tri/danh-muc/gender?ngay=01/12/2026')).text, /Thông tư mẫu/);
      const law = {
        number: '99/2026/NĐ-CP',
        type: 'decree',
        issuer: 'Chính phủ',
        title: 'Nghị định mẫu',
        from: '01/11/2026',
      };
      const type = /<option value="([^"]+)">Nghị định</.exec(
        (await admin.get('/quan-tri/van-ban-phap-luat/them')).html,
      )?.[1];
      assert.equal(
        (await admin.post('/quan-tri/van-ban-phap-luat/them', { ...law, type: type ?? '' })).status,
        303,
      );
      assert.match((await reader.get('/quan-tri/van-ban-phap-luat?q=mau')).text, /99\/2026\/NĐ-CP/);
    }),
  );

  it(
    'shows a person who looked, and settles a request about data',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await testApplication(world, now);
      const me = app.signInAs({ kind: 'citizen', name: 'Nguyễn Văn Ví Dụ', person: citizen, assurance: 2 });
      const keeper = steward(app);
      assert.equal((await me.get('/quan-tri/nguoi')).status, 403);
      const without = await keeper.get('/quan-tri/nguoi?q=vi+du');
      assert.match(without.text, /Hãy ghi lý do tra cứu/);
      const looks = () => world.look(systemAt(now), (look) => listLooks(look, citizen));
      assert.equal((await looks()).length, 0, 'nothing was shown');
      const found = await keeper.get(
        `/quan-tri/nguoi?${new URLSearchParams({ q: 'Nguyễn Văn Ví Dụ', 'ly-do': 'Kiểm tra trùng' })}`,
      );
      assert.match(found.text, /••••••••0137/);
      assert.doesNotMatch(found.text, /099090000137/, 'lists mask the number');
      assert.equal((await looks())[0]?.purpose, 'Kiểm tra trùng');

      const wish = { kind: 'correction', about: 'Thông tin về bạn', wish: 'Số nhà đúng là 14' };
      assert.equal((await me.post('/du-lieu-cua-toi/yeu-cau', { ...wish, about: 'Cái khác' })).status, 422);
      const sent = await me.post('/du-lieu-cua-toi/yeu-cau', wish);
      assert.match(sent.say ?? '', /DL-261123-0001/);
      const inbox = await keeper.get('/viec');
      const decide =
        /\/yeu-cau-du-lieu\/[0-9a-f-]{36}/.exec(inbox.html)?.[0] ?? assert.fail('not on the desk');
      assert.equal((await me.get(decide)).status, 403);
      assert.equal((await administrator(app).get(decide)).status, 403);
      assert.match((await keeper.get(decide)).text, /Số nhà đúng là 14/);
      const { version } = await world.look(systemAt(now), (look) => getPerson(look, citizen));
      const correct = {
        name: 'Nguyễn Văn Ví Dụ',
        number: '099090000137',
        born: '1990-03-14',
        sex: 'male',
        commune: 'SL001',
        address: 'Số 14 đường Thí Dụ',
        basis: 'DL-261123-0001',
        version: String(version),
      };
      const path = `/quan-tri/nguoi/${citizen}/cai-chinh`;
      assert.equal((await keeper.post(path, correct)).status, 303);
      assert.equal((await keeper.post(path, correct)).status, 409, 'the version that was shown is old');
      assert.equal((await keeper.post(decide, { decision: 'granted', answer: '' })).status, 422);
      assert.equal(
        (await keeper.post(decide, { decision: 'granted', answer: 'Đã sửa địa chỉ.' })).to,
        '/viec',
      );
      assert.equal((await keeper.get(decide)).status, 403, 'answered');

      await erasesContacts(world, me, keeper);

      const mine = await me.get('/du-lieu-cua-toi');
      for (const words of [
        'Số 14 đường Thí Dụ',
        'Đã sửa địa chỉ.',
        'Kiểm tra trùng',
        'Đỗ Thị Tập Dượt',
        'Điều',
      ])
        assert.ok(mine.text.includes(words), words);
      const copy = JSON.parse((await me.get('/du-lieu-cua-toi/tai-ve')).html) as {
        held: { data: { value: { vi: string } }[] }[];
        looks: unknown[];
      };
      assert.ok(copy.held.some(({ data }) => data.some(({ value }) => value.vi === '099090000137')));
      assert.equal(copy.looks.length, (await looks()).length);
      const other = app.signInAs({
        kind: 'citizen',
        name: 'Trần Thị Làm Mẫu',
        person: sampleId('person', 'tran-thi-lam-mau'),
        assurance: 2,
      });
      assert.doesNotMatch((await other.get('/du-lieu-cua-toi')).text, /Số nhà đúng là 14/);
      assert.deepEqual((await world.look(systemAt(now), (look) => verifyChains(look))).faults, []);
    }),
  );

  it(
    'lets a citizen authorise another by number and name',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const app = await testApplication(world, now);
      const me = (assurance: 1 | 2) =>
        app.signInAs({ kind: 'citizen', name: 'Nguyễn Văn Ví Dụ', person: citizen, assurance });
      const grant = {
        number: '099192000174',
        name: 'tran thi lam mau',
        acts: ['apply', 'view'],
        resultsTo: 'principal',
        from: '23/11/2026',
        to: '23/12/2026',
      };
      assert.equal((await me(1).post('/tai-khoan/uy-quyen/them', grant)).status, 403);
      const wrong = await me(2).post('/tai-khoan/uy-quyen/them', { ...grant, name: 'Lê Văn Khác' });
      const unknown = await me(2).post('/tai-khoan/uy-quyen/them', { ...grant, number: '099192000000' });
      assert.equal(wrong.status, 422);
      const told = (reply: typeof wrong): string =>
        /Số định danh và họ tên không khớp[^.]*/.exec(reply.text)?.[0] ?? '';
      assert.ok(told(wrong));
      assert.equal(told(wrong), told(unknown), 'a number cannot be tried for its name');
      assert.match((await me(2).get('/tai-khoan/uy-quyen/them')).text, /Hộ tịch/);
      const invented = await me(2).post('/tai-khoan/uy-quyen/them', { ...grant, fields: ['khong-co'] });
      assert.equal(invented.status, 422);
      const limited = { ...grant, fields: ['ho-tich', 'chung-thuc'] };
      assert.equal((await me(2).post('/tai-khoan/uy-quyen/them', limited)).to, '/tai-khoan/uy-quyen');
      const { text, html } = await me(2).get('/tai-khoan/uy-quyen');
      assert.match(text, /Chứng thực/);
      assert.match(text, /Hộ tịch/);
      assert.doesNotMatch(html, /ho-tich/);
      const agent = app.signInAs({
        kind: 'citizen',
        name: 'Trần Thị Làm Mẫu',
        person: sampleId('person', 'tran-thi-lam-mau'),
        assurance: 2,
      });
      assert.match((await agent.get('/tai-khoan/thay-mat')).text, /Nguyễn Văn Ví Dụ/);
      const revoke =
        /\/uy-quyen\/[0-9a-f-]{36}\/thu-hoi/.exec((await me(2).get('/tai-khoan/uy-quyen')).html)?.[0] ?? '';
      assert.equal((await agent.get(revoke)).status, 403);
      assert.equal(
        (await me(2).post(revoke, { from: '23/11/2026', reason: 'Tự làm' })).to,
        '/tai-khoan/uy-quyen',
      );
      assert.doesNotMatch((await agent.get('/tai-khoan/thay-mat')).text, /Nguyễn Văn Ví Dụ/);
    }),
  );

  it(
    'finds the sample as the pages show it',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const agency = await world.look(systemAt(now), (look) => findAgencyByIdentifier(look, '000.00.04.H99'));
      assert.equal(agency?.name.vi, 'Sở Tư pháp');
      assert.ok((await world.look(systemAt(now), (look) => listSeats(look, agency!.id))).length > 0);
    }),
  );
});
