import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { openItem } from '../../ground/record/index.ts';
import { Conflict, NotFound } from '../../ground/operate/errors.ts';
import { father, stranger } from './fixtures.ts';
import { deposit, depositAccepted, noteEnd, remind, type Accepted } from './deposit.ts';
import { findForComponent, listItems, listLooksAt } from './items.ts';
import { issued, owner, testPress } from '../../paper/papers/fixtures.ts';
import { close as closeTypeset } from '../../paper/typeset/index.ts';
import { update } from '../../ground/db/writes.ts';
import { listNotices } from '../../outside/messages/index.ts';
import { vaultListeners } from './listeners.ts';
import { vaultRoom } from './module.ts';
import { listShares, openShare, revokeShare, share } from './shares.ts';
import { readPrograms, secrecyDoor } from '../../paper/scanning/index.ts';
import type { VaultItem } from './schema.ts';

const now = '2026-11-20T09:00:00+07:00';
const later = '2026-11-25T09:00:00+07:00';

const mine = (world: TestWorld, by: By = father, at = now): Promise<VaultItem[]> =>
  world.look({ ...systemAt(at), by }, (look) => listItems(look));

const accepted = (more: Partial<Accepted> = {}): Accepted => ({
  owner,
  ownerKind: 'person',
  title: 'Giấy chứng sinh',
  resultCode: 'KQ.X.000001',
  issuer: 'Bệnh viện Mẫu',
  origin: 'H99.18-261120-0001',
  file: { hash: 'a'.repeat(64), size: 10, type: 'application/pdf', name: 'giay-chung-sinh.pdf' },
  ...more,
});

/** One document in the father's vault. */
async function withDocument(world: TestWorld): Promise<VaultItem> {
  await world.as(system, now, async (act) => depositAccepted(act, accepted()));
  const [item] = await mine(world);
  return item ?? assert.fail('nothing in the vault');
}

describe('the vault', () => {
  const press = testPress(now);
  after(async () => {
    await (await press).close();
    await closeTypeset();
  });

  it(
    'takes an issued paper once, for its owner only, and learns of its end',
    rolledBack(async (world) => {
      const { listeners, invariants } = vaultRoom({
        press: await press,
        secrecy: secrecyDoor((await press).store, readPrograms()),
      });
      const paper = await issued(world, await press, now);
      await settle(world, listeners, new Date(now));
      await settle(world, listeners, new Date(now));
      const [item, ...more] = await mine(world);
      assert.deepEqual(
        [item?.paper, item?.hash, item?.source, more.length],
        [paper.id, paper.hash, 'dossier', 0],
      );
      assert.deepEqual(await mine(world, stranger), []);
      await world.as(system, later, (act) => noteEnd(act, paper.id, false));
      assert.equal((await mine(world))[0]?.state, 'revoked');
      const found = await world.look(systemAt(later), (look) =>
        Promise.all(invariants.map(({ check }) => check(look))),
      );
      assert.deepEqual(
        found[1]?.map(({ item: code }) => code),
        [paper.code],
        'revoked here, in force there',
      );
    }),
  );

  it(
    'takes a paper whose fee is owed first only when it is paid',
    rolledBack(async (world) => {
      const item = '01900000-0000-7000-8000-000000000777';
      const owed = { now: true };
      const room = vaultRoom({
        press: await press,
        secrecy: secrecyDoor((await press).store, readPrograms()),
        isHeld: async (_, id) => id === item && owed.now,
      });
      await world.as(system, now, async (act) => void openItem(act, 'dossier', item));
      const paper = await issued(world, await press, now, { item });
      await settle(world, room.listeners, new Date(now));
      assert.deepEqual(await mine(world), []);
      const missing = () => world.look(systemAt(later), (look) => room.invariants[0]!.check(look));
      assert.deepEqual(await missing(), [], 'kept back is not lost');
      owed.now = false;
      assert.deepEqual(
        (await missing()).map(({ item: code }) => code),
        [paper.code],
      );
      await world.as(system, later, async (act) => announce(act, 'payment.paid', item));
      await settle(world, room.listeners, new Date(later));
      assert.deepEqual(
        (await mine(world)).map((one) => one.paper),
        [paper.id],
      );
      assert.deepEqual(await missing(), []);
    }),
  );

  it(
    'takes an accepted document once for each dossier',
    rolledBack(async (world) => {
      await withDocument(world);
      await world.as(system, later, async (act) => depositAccepted(act, accepted()));
      assert.equal((await mine(world)).length, 1);
      await world.as(system, later, async (act) =>
        depositAccepted(act, accepted({ origin: 'H99.18-261125-0007' })),
      );
      assert.equal((await mine(world)).length, 2);
    }),
  );

  it(
    'offers for a component the newest paper of the kind that is in force',
    rolledBack(async (world) => {
      const paper = await issued(world, await press, now, { validUntil: '2026-11-22' });
      await world.as(system, now, (act) => deposit(act, paper.id));
      const find = (at: string, code = 'KQ.G15.000031') =>
        world.look(systemAt(at), (look) => findForComponent(look, owner, code));
      assert.equal((await find(now))?.paper, paper.id);
      assert.equal(await find(now, 'KQ.KHAC'), null);
      assert.equal(await find(later), null, 'it has expired');
      await world.as(system, now, (act) => noteEnd(act, paper.id, true));
      assert.equal(await find(now), null, 'it was replaced');
    }),
  );

  it(
    'reminds once of each last day of validity',
    rolledBack(async (world) => {
      const paper = await issued(world, await press, now, { validUntil: '2026-12-15' });
      await issued(world, await press, now, { validUntil: '2028-01-01' });
      await world.as(system, now, (act) => deposit(act, paper.id));
      const told: string[] = [];
      const hear = {
        on: 'vault.expiring',
        name: 'test.hear',
        does: { vi: 'Nghe', en: 'Hear' },
        act: async (_: unknown, event: { payload: Readonly<Record<string, unknown>> }) =>
          void told.push(String(event.payload['until'])),
      };
      for (const day of [now, later]) {
        await world.as(system, day, remind);
        await settle(world, [hear], new Date(day));
      }
      assert.deepEqual(told, ['2026-12-15']);
    }),
  );
});

describe('sharing', () => {
  const open = (world: TestWorld, token: string, at = now, by: By = nobody) =>
    world.as(by, at, (act) => openShare(act, token));

  it(
    'shows one paper to whoever has the link, and tells the owner of each look',
    rolledBack(async (world) => {
      const item = await withDocument(world);
      const wish = { reader: 'Trường Mẫu', purpose: 'Nhập học', days: 3 };
      const token = await world.as(father, now, (act) => share(act, item.id, wish));
      assert.equal((await open(world, token)).item.id, item.id);
      await open(world, token, now, stranger);
      const looks = await world.look(systemAt(later), (look) => listLooksAt(look, item));
      assert.deepEqual(
        looks.map(({ name, purpose }) => [name, purpose]).toSorted(),
        [
          ['Trường Mẫu', 'Qua đường dẫn chia sẻ: Nhập học'],
          ['Trần Thị Mẫu', 'Qua đường dẫn chia sẻ: Nhập học'],
        ].toSorted(),
      );
      const [kept] = await world.look(systemAt(now), (look) => listShares(look, item.id));
      assert.equal(JSON.stringify(kept).includes(token), false, 'the token itself is not kept');
    }),
  );

  it(
    'ends with its time, when the owner closes it, and for every other token',
    rolledBack(async (world) => {
      const item = await withDocument(world);
      const wish = { reader: 'A', purpose: 'b', days: 3 };
      const token = await world.as(father, now, (act) => share(act, item.id, wish));
      await assert.rejects(open(world, token, later), NotFound);
      await assert.rejects(open(world, `${token}x`), NotFound);
      const [kept] = await world.look(systemAt(now), (look) => listShares(look, item.id));
      await assert.rejects(
        world.as(stranger, now, (act) => revokeShare(act, item.id, kept?.id ?? '')),
        NotFound,
      );
      await world.as(father, now, (act) => revokeShare(act, item.id, kept?.id ?? ''));
      await assert.rejects(open(world, token), NotFound);
    }),
  );

  it(
    'is for the owner, of papers in force',
    rolledBack(async (world) => {
      const item = await withDocument(world);
      const wish = { reader: 'A', purpose: 'b', days: 3 };
      await assert.rejects(
        world.as(stranger, now, (act) => share(act, item.id, wish)),
        NotFound,
      );
      const paper = await issued(world, await testPressOf(), now, { validUntil: '2026-11-22' });
      await world.as(system, now, (act) => deposit(act, paper.id));
      const expired = (await mine(world)).find((one) => one.paper === paper.id);
      await assert.rejects(
        world.as(father, later, (act) => share(act, expired?.id ?? '', wish)),
        Conflict,
      );
    }),
  );
  const opened: { close(): Promise<void> }[] = [];
  const testPressOf = async () => {
    const one = await testPress(now);
    opened.push(one);
    return one;
  };
  after(async () => {
    for (const one of opened) await one.close();
    await closeTypeset();
  });
});

describe('a paper that soon ends', () => {
  it(
    'is told to its owner once, with its last day; nobody is told of one that was revoked meanwhile',
    rolledBack(async (world) => {
      const event = (item: string) => ({
        id: item,
        name: 'vault.expiring',
        item,
        payload: {},
        at: new Date(now),
      });
      const heard = vaultListeners(async () => false).find(({ on }) => on === 'vault.expiring');
      const put = async (symbol: string, state: VaultItem['state']): Promise<string> => {
        await world.as(system, now, async (act) =>
          depositAccepted(act, accepted({ origin: symbol, title: symbol })),
        );
        const item = (await mine(world)).find(({ title }) => title === symbol);
        await world.as(system, now, async (act) =>
          update(
            act.writes,
            'vault.items',
            { tenant: act.tenant, id: item?.id },
            { valid_until: '2026-12-01', state },
          ),
        );
        return item?.id ?? '';
      };
      for (const id of [await put('Giấy phép mẫu', 'in-force'), await put('Giấy cũ', 'revoked')])
        await world.as(system, now, (act) => heard!.act(act, event(id), undefined));
      const notices = await world.look({ ...systemAt(now), by: father }, (look) => listNotices(look));
      assert.deepEqual(
        notices.map(({ title, body }) => [
          title.vi,
          /Giấy phép mẫu có giá trị đến hết ngày 01\/12\/2026/.test(body.vi),
        ]),
        [['Giấy tờ của bạn sắp hết hạn', true]],
      );
    }),
  );
});
