/** Papers of the national store come into the vault: by the button, and every week where the owner consented (D3). */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { diskStore } from '../../ground/files/index.ts';
import { filesRoom } from '../../ground/files/module.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { Unavailable } from '../../ground/operate/errors.ts';
import { openWire } from '../../ground/wire/index.ts';
import { sampleKeyring } from '../../paper/papers/index.ts';
import { readPrograms, secrecyDoor } from '../../paper/scanning/index.ts';
import { registerPerson } from '../../world/people/index.ts';
import { nationalStore } from './gateway/national-store.ts';
import { startStoreSimulator, type SimulatedPaper } from './gateway/national-store-simulator.ts';
import { listItems } from './items.ts';
import { vaultRoom } from './module.ts';
import { setWeekly } from './regular.ts';
import type { VaultItem } from './schema.ts';
import { fetchNew, keepFetched } from './synchronise.ts';

const now = '2026-11-20T09:00:00+07:00';
const mine = (world: TestWorld, by: By): Promise<VaultItem[]> =>
  world.look({ ...systemAt(now), by }, (look) => listItems(look));

describe('the national store', () => {
  const paper = (more: Partial<SimulatedPaper> = {}): SimulatedPaper => ({
    owner: '001096000002',
    MaKetQua: 'KQ.G01.000009',
    TenGiayTo: 'Giấy phép lái xe',
    SoKyHieu: '790000000001',
    CoQuanChuQuan: 'Sở Xây dựng tỉnh Mẫu',
    file: { name: 'gplx.pdf', bytes: async () => Buffer.from('%PDF-1.4 giấy phép mẫu') },
    ...more,
  });

  it(
    'brings what is not here yet, once, of this person only; each call is in the ledger',
    rolledBack(async (world) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-vault-'));
      const other = { ...paper({ owner: '001099000005', TenGiayTo: 'Bằng tốt nghiệp' }) };
      const secret = {
        ...paper({ owner: '001099000006' }),
        file: { name: 'bao-cao.txt', bytes: async () => Buffer.from('UBND\nTỐI MẬT\nSố: 3\n') },
      };
      const simulator = await startStoreSimulator([paper(), other, secret]);
      try {
        const store = diskStore(folder);
        const secrecy = secrecyDoor(store, readPrograms());
        const person = await world.as(system, now, (act) =>
          registerPerson(act, {
            number: '001096000002',
            name: 'Nguyễn Văn Thí Dụ',
            born: '1996-07-19',
            sex: '1',
            ethnicity: null,
            nationality: 'VN',
            commune: null,
            address: null,
            died: null,
            source: 'mẫu',
          }),
        );
        const by: By = {
          ...nobody,
          kind: 'citizen',
          account: person,
          person,
          assurance: 2,
          name: 'Nguyễn Văn Thí Dụ',
        };
        const national = nationalStore(
          openWire({ edge: world, key: Buffer.from('khoa') }),
          simulator.address,
        );
        const caller = { ...systemAt(now), by };
        const fetchAll = () => world.look(caller, (look) => fetchNew(look, { store, secrecy, national }));
        const fetched = await fetchAll();
        await world.as(by, now, async (act) => keepFetched(act, fetched));
        const [item, ...more] = await mine(world, by);
        assert.deepEqual(
          [item?.title, item?.symbol, item?.source, item?.result_code, more.length],
          ['Giấy phép lái xe', '790000000001', 'national-store', 'KQ.G01.000009', 0],
        );
        assert.equal((await store.read(item?.hash ?? '')).toString(), '%PDF-1.4 giấy phép mẫu');
        assert.deepEqual(await fetchAll(), [], 'nothing new the second time');
        secret.owner = '001096000002';
        const marked = await fetchAll();
        assert.deepEqual(await world.as(by, now, async (act) => keepFetched(act, marked)), []);
        await settle(world, filesRoom({ store, clamd: null }).listeners, new Date(now));
        assert.equal(await store.sizeOf(marked[0]!.stored.hash), null, 'a state secret is not kept');
        assert.equal((await mine(world, by)).length, 1);
        const press = { store, keyring: sampleKeyring(path.join(folder, 'keys')) };
        const weekly = vaultRoom({ press, secrecy, national });
        const turn = async (days: number) => {
          const night = new Date(new Date(now).getTime() + days * 86_400_000);
          await world.act(systemAt(night.toISOString()), weekly.timed.at(-1)!.act);
          return settle(world, weekly.listeners, new Date(night.getTime() + 60_000));
        };
        const week = async () => {
          const heard: string[] = [];
          for (let day = 0; day < 7; day++) heard.push(...(await turn(day)));
          return heard;
        };
        assert.deepEqual(await week(), [], 'nobody is asked about without consent');
        await world.as(by, now, (act) => setWeekly(act, true));
        secret.owner = '001099000006';
        other.owner = '001096000002';
        assert.deepEqual(await week(), ['vault.sync-due', 'file.kept'], 'once a week');
        assert.equal((await mine(world, by)).length, 2);
        await world.as(by, now, (act) => setWeekly(act, false));
        assert.deepEqual(await week(), [], 'consent was withdrawn');
        simulator.down = true;
        await assert.rejects(fetchAll(), Unavailable);
      } finally {
        await simulator.close();
        await rm(folder, { recursive: true, force: true });
      }
    }),
  );
});
