/** A person gives the address at which they are told, and nothing is sent to one that they have not proved to be theirs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { newId } from '../../ground/record/index.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { listContacts } from '../../world/people/index.ts';
import { listDeliveries } from './deliver.ts';
import { code, matter, now, site } from './fixtures.ts';
import { messagesRoom } from './module.ts';
import { listNotices } from './notices.ts';

const EMAIL = '/tin-nhan/cach-nhan/email';
const PHONE = '/tin-nhan/cach-nhan/phone';
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

async function opened(world: TestWorld) {
  const about = await matter(world);
  const carriers = { email: null, sms: null };
  const room = messagesRoom({ ...about.matters, site, outbox: false, carriers });
  const visit = (minutes = 0, by: By = about.citizen) => visitorOf(world, room, later(minutes), by);
  const look = (minutes = 0) => ({
    tx: world.tx,
    tenant: world.tenant,
    by: about.citizen,
    now: later(minutes),
    requestId: 'r',
  });
  /** The code that was sent last, as it is read at the address. */
  const lastCode = async (): Promise<string> => {
    const [row] = await send<{ title: string }>(
      world.tx,
      `select n.title->>'vi' as title from messages.notices n where event = 'message.prove' order by at desc, id desc limit 1`,
      [],
    );
    return /\d{6}/.exec(row?.title ?? '')?.[0] ?? '';
  };
  const addresses = async () =>
    (await listContacts(look(), about.person)).map(({ kind, value }) => `${kind} ${value}`).toSorted();
  return { ...about, room, visit, look, lastCode, addresses };
}

describe('an address to be told at', () => {
  it(
    'is used once the code that went there was entered, in the place of the one before',
    rolledBack(async (world) => {
      const { visit, look, lastCode, addresses, room, item } = await opened(world);
      const before = await addresses();
      const asked = await visit().post(EMAIL, { value: ' moi@vidu.example ' });
      assert.equal(asked.to, EMAIL, asked.text);
      assert.deepEqual(await addresses(), before, 'asked for is not proved');
      assert.deepEqual(
        (await listDeliveries(look())).map(({ channel, address }) => [channel, address]),
        [['email', 'moi@vidu.example']],
      );
      assert.deepEqual(await listNotices(look()), [], 'the code is read at the address alone');
      assert.match((await visit(1).get(EMAIL)).text, /Đã gửi mã đến moi@vidu\.example/);
      const right = await lastCode();
      const other = right === '000000' ? '000001' : '000000';
      assert.equal((await visit(1).post(EMAIL, { code: other })).to, `${EMAIL}?sai=1`);
      assert.match((await visit(1).get(`${EMAIL}?sai=1`)).text, /Mã chưa đúng/);
      assert.equal(
        (await visit(2).post(EMAIL, { code: `${right.slice(0, 3)} ${right.slice(3)}` })).to,
        '/tin-nhan/cach-nhan',
      );
      assert.deepEqual(await addresses(), ['email moi@vidu.example', 'phone 0991000137']);
      assert.equal((await visit(3).post(EMAIL, { code: right })).status, 409, 'a code is good once');
      assert.equal(
        (await visit(9).post(EMAIL, { value: 'moi@vidu.example' })).status,
        422,
        'told there already',
      );
      await world.as(nobody, later(10), async (act) => announce(act, 'dossier.accept', item, { code }));
      await settle(world, room.listeners, later(10));
      assert.ok(
        (await listDeliveries(look(10))).some(
          ({ event, address }) => event === 'dossier.accept' && address === 'moi@vidu.example',
        ),
      );
      // Back to the first one: it was ended, and is proved anew.
      await visit(20).post(EMAIL, { value: 'vidu@vidu.example' });
      await visit(21).post(EMAIL, { code: await lastCode() });
      assert.deepEqual(await addresses(), before);
    }),
  );

  it(
    'is no address: told so, with what was typed; nor are codes guessed, kept for long, or sent without end',
    rolledBack(async (world) => {
      const { visit, lastCode, addresses, room } = await opened(world);
      const before = await addresses();
      for (const value of ['', 'x', 'a@b', '12']) {
        const refused = await visit().post(EMAIL, { value });
        assert.equal(refused.status, 422, value);
        if (value) assert.match(refused.html, new RegExp(`value="${value}"`));
      }
      assert.equal((await visit().post(PHONE, { value: '0991 000 555' })).status, 303);
      const right = await lastCode();
      assert.equal((await visit(0).post(PHONE, { value: '0991000555' })).status, 409, 'not twice a minute');
      for (let n = 0; n < 5; n++) await visit(1).post(PHONE, { code: right === '000000' ? '1' : '000000' });
      assert.equal((await visit(2).post(PHONE, { code: right })).status, 409, 'five wrong ones are enough');
      await visit(3).post(PHONE, { value: '0991000555' });
      assert.equal(
        (await visit(19).post(PHONE, { code: await lastCode() })).status,
        409,
        'over after a quarter of an hour',
      );
      for (let n = 0; n < 3; n++)
        assert.equal((await visit(20 + 2 * n).post(PHONE, { value: '0991000555' })).status, 303);
      assert.equal((await visit(30).post(PHONE, { value: '0991000555' })).status, 409, 'five a day');
      assert.deepEqual(await addresses(), before);
      assert.ok(room.pages.length > 0);
    }),
  );

  it(
    'is set by oneself alone; the page says where one is told, nowhere, or that it did not arrive',
    rolledBack(async (world) => {
      const { visit, citizen, officer, person } = await opened(world);
      const principal = { person: newId(now), organisation: null, name: 'Người khác', mandate: null };
      const acting = { ...citizen, actingFor: principal as unknown as By['actingFor'] };
      const give = { value: 'moi@vidu.example' };
      for (const by of [acting, officer]) assert.equal((await visit(0, by).post(EMAIL, give)).status, 403);
      assert.match((await visit(0, nobody).post(EMAIL, give)).to ?? '', /^\/dang-nhap/);
      assert.deepEqual(await send(world.tx, 'select owner from messages.proofs', []), []);
      const wishes = '/tin-nhan/cach-nhan';
      // Under a mandate: not even to be read without its leave; with it, masked, and not to be changed.
      const limits = { acts: ['apply'], procedures: null, fields: null };
      const under = (more: object): By => ({
        ...nobody,
        kind: 'citizen',
        account: newId(now),
        person: newId(now),
        actingFor: {
          person,
          organisation: null,
          name: 'X',
          ...limits,
          ...more,
        } as unknown as By['actingFor'],
      });
      const said = { email: 'yes', language: 'vi' };
      assert.equal((await visit(0, under({})).get(wishes)).status, 403);
      const viewed = await visit(0, under({ acts: ['view'] })).get(wishes);
      assert.match(viewed.text, /v…@vidu\.example/);
      assert.doesNotMatch(viewed.text, /vidu@vidu/);
      assert.equal((await visit(0, under({ acts: ['view'] })).post(wishes, said)).status, 403);
      const firm = newId(now);
      const whole = under({ person: null, organisation: firm, acts: null });
      assert.equal(
        (await visit(0, whole).post(wishes, said)).status,
        303,
        'who represents a firm says it for the firm',
      );
      assert.equal((await visit(0, whole).post(EMAIL, { value: 'vanphong@vidu.example' })).status, 303);
      assert.deepEqual(
        await send(
          world.tx,
          'select owner from messages.proofs union all select owner from messages.wishes',
          [],
        ),
        [{ owner: firm }, { owner: firm }],
      );
      const mine = await visit().get(wishes);
      assert.match(mine.text, /Gửi đến vidu@vidu\.example\./);
      assert.match(mine.text, /Đổi số điện thoại/);
      await send(
        world.tx,
        `with n as (insert into messages.notices (tenant, id, recipient, recipient_kind, event, title, body, at)
           values ($1, $2, $3, 'person', 'dossier.accept', '{}', '{}', $4) returning tenant, id, at)
         insert into messages.deliveries (tenant, id, notice, channel, address, language, state, at)
         select tenant, id, id, 'email', 'vidu@vidu.example', 'vi', 'failed', at from n`,
        [world.tenant, newId(now), person, now],
      );
      assert.match((await visit().get(wishes)).text, /vidu@vidu\.example\. Lần gửi gần nhất không đến được/);
      await send(world.tx, `update people.contacts set ended_at = $2 where owner = $1`, [person, now]);
      const none = await visit().get(wishes);
      assert.match(none.text, /Chưa có địa chỉ của bạn/);
      assert.match(none.text, /Thêm số điện thoại/);
    }),
  );
});
