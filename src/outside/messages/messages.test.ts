import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { nobody, system, type Act, type By } from '../../ground/db/act.ts';
import { rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { openWire, patience } from '../../ground/wire/index.ts';
import { listInbox } from '../../work/desk/index.ts';
import { code, matter, now, site } from './fixtures.ts';
import { mailCarrier, smsCarrier, startSmsSimulator } from './index.ts';
import { listDeliveries } from './deliver.ts';
import { listLetters } from './letters/letters.ts';
import { messagesRoom } from './module.ts';
import { countUnread, listNotices, placeOf, tellOfficer } from './notices.ts';
import { same } from '../../ground/text/language.ts';
import { templates } from './templates.ts';
import { startMailbox } from './testing/mailbox.ts';

const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const happens = (world: TestWorld, item: string, event: string, when = now) =>
  world.as(system, when, async (act: Act) => announce(act, event, item, { code }));

describe('telling people', () => {
  it('the simulated gateway of SMS is told to fail, and takes nothing that is no fault', async () => {
    const sms = await startSmsSimulator({ host: '127.0.0.1' });
    try {
      const put = async (body: object): Promise<number> =>
        (await fetch(sms.control, { method: 'PUT', body: JSON.stringify(body) })).status;
      assert.deepEqual(
        [await put({ unreachable: '0991000137' }), await put({ unreachable: [1] }), await put({ odd: true })],
        [400, 400, 400],
      );
      assert.deepEqual(sms.faults.unreachable, []);
      assert.equal(await put({ unreachable: ['0991000137'], lose: true }), 200);
      assert.deepEqual([sms.faults.unreachable, sms.faults.lose], [['0991000137'], true]);
    } finally {
      await sms.close();
    }
  });

  it(
    'stands in the portal at once, goes by e-mail, and by SMS when it matters',
    rolledBack(async (world) => {
      const { item, citizen, matters } = await matter(world, { due: new Date('2026-11-24T09:00:00Z') });
      const mailbox = await startMailbox();
      const sms = await startSmsSimulator({ host: '127.0.0.1' });
      try {
        const wire = openWire({ edge: world, key: Buffer.alloc(32) });
        const from = { name: 'Tỉnh Sông Lam', address: 'khong-tra-loi@songlam.example' };
        const room = messagesRoom({
          ...matters,
          site,
          outbox: false,
          carriers: {
            email: mailCarrier(wire, { url: mailbox.url, from }),
            sms: smsCarrier(wire, sms.account),
          },
        });
        await happens(world, item, 'dossier.accept');
        await happens(world, item, 'dossier.ask-supplement');
        await settle(world, room.listeners, now);
        const look = { tx: world.tx, tenant: world.tenant, by: citizen, now, requestId: 'r' };
        assert.deepEqual((await listNotices(look)).map(({ event }) => event).sort(), [
          'dossier.accept',
          'dossier.ask-supplement',
        ]);
        const [first] = await listNotices(look, 1);
        const behind = await listNotices(look, 1, placeOf(first!));
        assert.deepEqual(
          behind.map(({ id }) => id),
          [(await listNotices(look))[1]?.id],
        );
        assert.deepEqual(await listNotices(look, 1, placeOf(behind[0]!)), []);
        assert.equal(await countUnread(look), 2);
        assert.equal(await countUnread({ ...look, by: nobody }), 0);
        assert.equal(sms.sent.length, 1);
        assert.match(sms.sent[0]!.text, /^Tinh Song Lam: Ho so cua ban can bo sung \(H99\.18-261120-0001\)/);
        const mails = await Promise.all(mailbox.mails.map((raw) => PostalMime.parse(raw)));
        const accepted = mails.find(({ subject }) => subject?.includes('đã được tiếp nhận'));
        assert.deepEqual(
          [accepted?.to?.[0]?.address, accepted?.from?.address],
          ['vidu@vidu.example', from.address],
        );
        assert.match(accepted!.text!, /Đăng ký khai sinh/);
        assert.match(accepted!.text!, /https:\/\/dichvucong\.example\/ho-so\//);
        assert.deepEqual(
          (await listDeliveries(look)).map(({ channel, state }) => `${channel} ${state}`).sort(),
          ['email sent', 'email sent', 'sms sent'],
        );
        await settle(world, room.listeners, at(2));
        assert.ok(
          (await listDeliveries(look)).some(
            ({ channel, state }) => channel === 'sms' && state === 'delivered',
          ),
        );
      } finally {
        await Promise.all([mailbox.close(), sms.close()]);
      }
    }),
  );

  it(
    'tries again while a carrier is down, gives up for good, and never again an address that does not exist',
    rolledBack(async (world) => {
      const { item, citizen, matters } = await matter(world);
      const mailbox = await startMailbox({ refuse: 'vidu@vidu.example' });
      const sms = await startSmsSimulator({ host: '127.0.0.1' });
      try {
        sms.faults.down = true;
        const carriers = () => {
          // A fresh wire each time: the breaker of this process would otherwise not let the last tries out.
          const wire = openWire({ edge: world, key: Buffer.alloc(32) });
          return {
            email: mailCarrier(wire, { url: mailbox.url, from: { name: '', address: 'a@songlam.example' } }),
            sms: smsCarrier(wire, sms.account),
          };
        };
        const listeners = () =>
          messagesRoom({ ...matters, site, outbox: false, carriers: carriers() }).listeners;
        const look = { tx: world.tx, tenant: world.tenant, by: citizen, now, requestId: 'r' };
        await happens(world, item, 'dossier.decide');
        await settle(world, listeners(), now);
        const states = async () =>
          Object.fromEntries(
            (await listDeliveries(look)).map(({ channel, state, tries }) => [channel, `${state} ${tries}`]),
          );
        assert.deepEqual(await states(), { email: 'failed 1', sms: 'waiting 1' });
        sms.faults.down = false;
        await settle(world, listeners(), at(5));
        assert.deepEqual(await states(), { email: 'failed 1', sms: 'sent 2' });
        assert.equal(sms.sent.length, 1);
        sms.faults.down = true;
        await happens(world, item, 'dossier.discontinue', at(10));
        for (let i = 0; i < 9; i++) await settle(world, listeners(), at(10 + 200 * i));
        assert.ok(
          (await listDeliveries(look)).some(
            ({ channel, state, tries }) => channel === 'sms' && state === 'failed' && tries === 8,
          ),
        );
      } finally {
        await Promise.all([mailbox.close(), sms.close()]);
      }
    }),
  );

  it(
    'is kept in a ledger that who answers for data and installation reads: how each went and why not, addresses masked',
    rolledBack(async (world) => {
      const { item, matters } = await matter(world);
      const sms = await startSmsSimulator({ host: '127.0.0.1' });
      try {
        const wire = openWire({ edge: world, key: Buffer.alloc(32) });
        const room = messagesRoom({
          ...matters,
          site,
          outbox: false,
          carriers: { email: null, sms: smsCarrier(wire, sms.account) },
        });
        await happens(world, item, 'dossier.decide');
        await settle(world, room.listeners, now);
        const [sent] = sms.sent;
        sms.faults.lose = true;
        await settle(world, room.listeners, at(2));
        sms.faults.unreachable.push(sent!.to);
        await happens(world, item, 'dossier.ask-supplement', at(3));
        await settle(world, room.listeners, at(3));
        const officer = (role: string): By => ({
          ...nobody,
          kind: 'officer',
          account: '00000000-0000-7000-8000-0000000000b1',
          powers: [{ role, agency: '00000000-0000-7000-8000-0000000000a1', unit: null }],
        });
        const read = async (by: By, query = '') => {
          const visitor = visitorOf(world, { pages: room.pages }, at(4).toISOString(), by);
          return visitor.get(`/quan-tri/tin-da-gui${query}`);
        };
        for (const role of ['it-admin', 'data-steward']) {
          const { text } = await read(officer(role));
          assert.match(text, /Chờ gửi 2 .*Không gửi được 2/);
          assert.match(text, /Nơi chuyển không giao được/);
          assert.match(text, /Số máy không liên lạc được/);
          assert.match(text, /Chưa cài đặt nơi chuyển/);
          assert.ok(!text.includes(sent!.to) && text.includes(`${sent!.to.slice(0, 3)}…`), 'masked');
        }
        const failed = (await read(officer('it-admin'), '?tinh-trang=failed')).text;
        assert.doesNotMatch(failed, /Chưa cài đặt nơi chuyển/);
        assert.match(failed, /Số máy không liên lạc được/);
        for (const by of [officer('leader'), officer('counter'), { ...nobody, kind: 'citizen' as const }])
          assert.equal((await read(by)).response.status, 403);
      } finally {
        await sms.close();
      }
    }),
  );

  it(
    'is not sent twice by a gateway so slow that it is given up, and holds nothing else back meanwhile',
    rolledBack(async (world) => {
      const { item, citizen, matters } = await matter(world);
      const sms = await startSmsSimulator({ host: '127.0.0.1' });
      const mailbox = await startMailbox();
      try {
        const wire = openWire({ edge: world, key: Buffer.alloc(32) });
        const from = { name: '', address: 'a@songlam.example' };
        const carriers = {
          email: mailCarrier(wire, { url: mailbox.url, from }),
          sms: smsCarrier(wire, sms.account),
        };
        const { listeners } = messagesRoom({ ...matters, site, outbox: false, carriers });
        const look = { tx: world.tx, tenant: world.tenant, by: citizen, now, requestId: 'r' };
        const states = async () =>
          Object.fromEntries(
            (await listDeliveries(look)).map(({ channel, state, tries }) => [channel, `${state} ${tries}`]),
          );
        sms.faults.slow = patience.job.tryMs + 500;
        await happens(world, item, 'dossier.decide');
        await settle(world, listeners, now);
        assert.deepEqual(await states(), { email: 'sent 1', sms: 'waiting 1' });
        await pause(1000);
        assert.equal(sms.sent.length, 1, 'the gateway took it all the same');
        sms.faults.slow = 0;
        await settle(world, listeners, at(5));
        assert.deepEqual(await states(), { email: 'sent 1', sms: 'sent 2' });
        assert.equal(sms.sent.length, 1);
      } finally {
        await Promise.all([mailbox.close(), sms.close()]);
      }
    }),
  );

  it(
    'keeps what is to be sent until there is a carrier; a mail server that hangs up is tried again',
    rolledBack(async (world) => {
      const { item, citizen, matters } = await matter(world);
      const look = { tx: world.tx, tenant: world.tenant, by: citizen, now, requestId: 'r' };
      const none = messagesRoom({ ...matters, site, outbox: false, carriers: { email: null, sms: null } });
      await happens(world, item, 'dossier.receive');
      await settle(world, none.listeners, now);
      assert.deepEqual(
        (await listDeliveries(look)).map(({ state, tries }) => [state, tries]),
        [['waiting', 0]],
      );
      const rude = createServer((socket) => socket.end('421 bận\r\n'));
      await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
      const { port } = rude.address() as { port: number };
      const wire = openWire({ edge: world, key: Buffer.alloc(32) });
      const email = mailCarrier(wire, {
        url: `smtp://127.0.0.1:${port}`,
        from: { name: '', address: 'a@songlam.example' },
      });
      await settle(
        world,
        messagesRoom({ ...matters, site, outbox: false, carriers: { email, sms: null } }).listeners,
        at(61),
      );
      await new Promise((resolve) => rude.close(resolve));
      assert.deepEqual(
        (await listDeliveries(look)).map(({ state, tries }) => [state, tries]),
        [['waiting', 1]],
      );
    }),
  );

  it(
    'tells once that work has begun, and nobody of what is not theirs',
    rolledBack(async (world) => {
      const { item, citizen, matters } = await matter(world);
      const room = messagesRoom({ ...matters, site, outbox: false, carriers: { email: null, sms: null } });
      const look = { tx: world.tx, tenant: world.tenant, by: citizen, now, requestId: 'r' };
      for (const minute of [0, 1]) await happens(world, item, 'dossier.do-step', at(minute));
      await happens(world, '01a1fd1e-8c00-7000-8000-000000000000', 'dossier.accept');
      await happens(world, item, 'dossier.propose');
      await settle(world, room.listeners, at(1));
      assert.equal((await listNotices(look)).length, 1);
    }),
  );
});

describe('what is told with a result', () => {
  const about = { person: 'p', organisation: null, code, title: 'Thông báo quảng cáo' };

  it('says that silence was approval', () => {
    const told = templates['dossier.approve-by-silence'] ?? assert.fail('nobody is told');
    assert.ok(told.matters);
    assert.match(told.body(about).vi, /pháp luật coi đó là chấp thuận/);
  });

  it('says what is still to be paid, and nothing where nothing is', () => {
    const decided = templates['dossier.decide'] ?? assert.fail('nobody is told');
    const owes = { vi: 'Phí cấp bản sao: 24.000 đ', en: 'Copies: 24,000 đ' };
    assert.match(decided.body({ ...about, owes }).vi, /còn phải nộp: Phí cấp bản sao: 24.000 đ/);
    assert.doesNotMatch(decided.body(about).vi, /phải nộp/);
  });
});

describe('pages of messages', () => {
  it(
    'show, open and mark as read; wishes are kept; notices of others are not found',
    rolledBack(async (world) => {
      const { item, citizen, officer, matters } = await matter(world);
      const room = messagesRoom({ ...matters, site, outbox: true, carriers: { email: null, sms: null } });
      await happens(world, item, 'dossier.accept');
      await settle(world, room.listeners, now);
      const me = visitorOf(world, room, now, citizen);
      const list = await me.get('/tin-nhan');
      assert.match(list.html, /Hồ sơ của bạn đã được tiếp nhận/);
      assert.match(list.html, /Mới/);
      const [, path = ''] = /href="(\/tin-nhan\/[0-9a-f-]{36})"/.exec(list.html) ?? [];
      assert.equal(
        (await visitorOf(world, room, now, { ...citizen, person: officer.person }).get(path)).status,
        404,
      );
      assert.match((await me.get(path)).html, /Mở hồ sơ/);
      assert.doesNotMatch((await me.get('/tin-nhan')).html, /Mới/);
      assert.equal((await me.get('/tin-nhan/khong-phai')).status, 404);
      const saved = await me.post('/tin-nhan/cach-nhan', { language: 'en', sms: 'yes' });
      assert.deepEqual([saved.status, saved.to], [303, '/tin-nhan/cach-nhan']);
      await happens(world, item, 'dossier.decide');
      await settle(world, room.listeners, now);
      const outbox = await me.get('/mau/thu-di');
      assert.match(outbox.html, /Song Lam Province: The result of your dossier is here/);
      assert.equal(
        (
          await listDeliveries({ tx: world.tx, tenant: world.tenant, by: system, now, requestId: 'r' })
        ).filter(({ channel }) => channel === 'email').length,
        1,
      );
    }),
  );

  it(
    'a letter waits on the desk until an officer answers, who sees whether it was read',
    rolledBack(async (world) => {
      const { item, citizen, officer, matters } = await matter(world);
      const room = messagesRoom({ ...matters, site, outbox: false, carriers: { email: null, sms: null } });
      const path = `/tin-nhan/ho-so/${code}`;
      const person = visitorOf(world, room, now, citizen);
      const office = visitorOf(world, room, now, officer);
      const desk = async () =>
        (
          await listInbox(
            { tx: world.tx, tenant: world.tenant, by: officer, now, requestId: 'r' },
            { whose: 'pool' },
          )
        ).rows;
      assert.equal((await person.post(path, { body: 'Bao giờ có kết quả ạ?' })).status, 303);
      await person.post(path, { body: 'Tôi cần trước thứ hai.\n<script>' });
      const [work, ...others] = await desk();
      assert.equal(others.length, 0, 'two letters, one thing to do');
      assert.deepEqual(
        [work!.code, work!.kind, work!.due_at?.toISOString()],
        [code, 'answer', '2026-11-23T02:00:00.000Z'],
      );
      const read = await office.get(path);
      assert.match(read.html, /Bao giờ có kết quả ạ\?/);
      assert.ok(!read.html.includes('<script>'));
      assert.match((await person.get(path)).html, /đã đọc lúc/);
      const refused = await office.post(path, { body: 'Chị nộp thêm bản sao giấy chứng sinh.' });
      assert.equal(refused.status, 422);
      assert.match(refused.html, /Chị nộp thêm bản sao giấy chứng sinh/);
      assert.equal((await desk()).length, 1);
      assert.equal((await office.post(path, { body: 'Sáng thứ hai có kết quả.' })).status, 303);
      assert.equal((await desk()).length, 0);
      await settle(world, room.listeners, now);
      const look = { tx: world.tx, tenant: world.tenant, by: citizen, now, requestId: 'r' };
      assert.equal((await listNotices(look))[0]?.path, path);
      assert.deepEqual(
        (await listLetters(look, item))
          .sort((one, other) => (one.from_kind < other.from_kind ? -1 : 1))
          .map(({ from_kind: from, read_at: readAt }) => [from, readAt !== null]),
        [
          ['citizen', true],
          ['citizen', true],
          ['officer', false],
        ],
      );
      await world.as(system, now, (act) =>
        tellOfficer(
          act,
          { person: officer.person!, email: 'canbo@songlam.example' },
          {
            item,
            code,
            event: 'dossier.warn',
            path,
            title: same('Sắp đến hạn trả'),
            body: same('Hãy giải quyết'),
          },
        ),
      );
      const told = (await office.get(path)).html;
      assert.match(told, /Đã báo cho người dân.*Bạn có thư về hồ sơ/s);
      assert.doesNotMatch(told, /Sắp đến hạn trả/, 'what officers were told is not what the person was told');
      assert.equal(
        (await visitorOf(world, room, now, { ...citizen, person: officer.account }).get(path)).status,
        404,
      );
    }),
  );
});
