import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, system } from '../../ground/db/act.ts';
import { rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import {
  differences,
  EVERY_AGENCY,
  standingNow,
  subjectsOf,
  type Numbers,
} from '../../work/figures/index.ts';
import {
  accepted,
  administrator,
  connected,
  dossier,
  happened,
  holder,
  item,
  lookAt,
  minutes,
  run,
  stepAt,
} from './fixtures.ts';
import { invariants } from './invariants.ts';
import { SYNC } from './paths.ts';
import { mirroredFigures } from './mirrored-figures.ts';
import { findMirrored, listEnvelopes, listFollowed, listParcels, listTroubled } from './queries.ts';

const envelopes = async (world: TestWorld) =>
  (await listEnvelopes(lookAt(world), 'national-portal', item)).map(
    ({ service, state }) => `${service} ${state}`,
  );
const healthy = async (world: TestWorld): Promise<void> => {
  for (const one of invariants) assert.deepEqual(await one.check(lookAt(world)), [], one.name);
};
describe('the national portal', () => {
  it(
    'is told of every act, in order, each step once',
    rolledBack((world) => {
      const source = holder(dossier());
      return connected(world, source, async (opened) => {
        await happened(world, 'receive');
        await run(world, opened);
        source.now = accepted;
        await happened(world, 'accept');
        await run(world, opened);
        const entry = opened.simulator.books.get(source.now.code)!;
        assert.deepEqual([entry.dossier['TrangThaiHoSo'], entry.told, entry.steps.length], ['2', 2, 2]);
        assert.ok((await envelopes(world)).every((one) => one.endsWith('acknowledged')));
        await healthy(world);
      });
    }),
  );

  for (const fault of ['down', 'lostAnswer'] as const) {
    it(
      `with fault ${fault}: nothing is lost, nothing overtakes, nothing comes twice`,
      rolledBack((world) => {
        const source = holder(dossier());
        return connected(world, source, async (opened) => {
          const { simulator } = opened;
          simulator.faults[fault] = true;
          await happened(world, 'receive');
          await run(world, opened);
          source.now = accepted;
          await happened(world, 'accept');
          await run(world, opened);
          assert.deepEqual(await envelopes(world), [
            'DongBoHoSoMC sent',
            'CapNhatTienDoHoSoMC waiting',
            'DongBoHoSoMC waiting',
            'CapNhatTienDoHoSoMC waiting',
          ]);
          await healthy(world);
          simulator.faults[fault] = false;
          await settle(world, opened.room.listeners, minutes(5));
          const entry = simulator.books.get(source.now.code)!;
          assert.deepEqual([entry.dossier['TrangThaiHoSo'], entry.steps.length], ['2', 2]);
          assert.ok((await envelopes(world)).every((one) => one.endsWith('acknowledged')));
          await healthy(world);
        });
      }),
    );
  }

  it(
    'that forgets sessions is signed in to again',
    rolledBack((world) => {
      const source = holder(dossier());
      return connected(world, source, async (opened) => {
        await happened(world, 'receive');
        await run(world, opened);
        opened.simulator.faults.wrongSession = true;
        source.now = accepted;
        await happened(world, 'accept');
        await run(world, opened);
        opened.simulator.faults.wrongSession = false;
        await settle(world, opened.room.listeners, minutes(5));
        assert.ok((await envelopes(world)).every((one) => one.endsWith('acknowledged')));
      });
    }),
  );

  it(
    'that refuses blocks nobody; an officer sees all three sides and sends again',
    rolledBack((world) => {
      const source = holder(dossier());
      return connected(world, source, async (opened) => {
        const { simulator, visit } = opened;
        await happened(world, 'receive');
        await run(world, opened);
        simulator.faults.reject = true;
        source.now = accepted;
        await happened(world, 'accept');
        await run(world, opened);
        assert.equal(
          (await listTroubled(lookAt(world), 'national-portal'))[0]?.problem,
          '500: Dữ liệu không hợp lệ',
        );
        assert.equal((await visit({ ...administrator, powers: [] }, SYNC)).status, 403);
        const shown = await (await visit(administrator, SYNC)).text();
        assert.match(shown, /Chưa gửi xong/);
        assert.match(shown, /Trạng thái: 2 · 1 · 1/);
        simulator.faults.reject = false;
        for (const forged of ['khong-co', '00000000-0000-7000-8000-000000000000'])
          assert.equal((await visit(administrator, SYNC, { act: 'replay', item: forged })).status, 404);
        const sent = await visit(administrator, SYNC, { act: 'replay', item });
        assert.equal(sent.status, 303, await sent.text());
        await run(world, opened);
        assert.match(await (await visit(administrator, SYNC)).text(), /Khớp/);
        assert.deepEqual(await listTroubled(lookAt(world), 'national-portal'), []);
        assert.deepEqual(
          simulator.books.get(source.now.code)!.steps.map((one) => one['TrangThai']),
          ['1', '2'],
          'the step that was refused is told again',
        );
        simulator.books.get(source.now.code)!.dossier = {
          ...simulator.books.get(source.now.code)!.dossier,
          TrangThaiHoSo: '9',
        };
        assert.match(await (await visit(administrator, SYNC)).text(), /Cổng ghi khác/);
        simulator.faults.down = true;
        assert.match(await (await visit(administrator, SYNC)).text(), /không trả lời/);
        await healthy(world);
      });
    }),
  );

  it(
    'that refuses a step keeps it in sight while later ones arrive, until somebody sends it again',
    rolledBack((world) => {
      const source = holder(dossier());
      return connected(world, source, async (opened) => {
        const { simulator, visit } = opened;
        const steps = () => simulator.books.get(source.now.code)?.steps.map((one) => one['TrangThai']);
        const state = () => simulator.books.get(source.now.code)?.dossier['TrangThaiHoSo'];
        const troubled = async () =>
          (await listTroubled(lookAt(world), 'national-portal')).map(({ service }) => service);
        await happened(world, 'receive');
        await run(world, opened);
        simulator.faults.reject = true;
        source.now = accepted;
        await happened(world, 'accept');
        await run(world, opened);
        simulator.faults.reject = false;
        source.now = { ...accepted, status: 4, steps: [...accepted.steps, stepAt(3, 4, 'Thẩm định')] };
        await happened(world, 'do-step');
        await run(world, opened);
        assert.deepEqual(steps(), ['1', '4']);
        assert.deepEqual(await troubled(), ['CapNhatTienDoHoSoMC'], 'the portal does not have it');
        await visit(administrator, SYNC, { act: 'replay', item });
        await run(world, opened);
        assert.deepEqual(steps(), ['1', '4', '2']);
        assert.equal(state(), '4');
        assert.deepEqual(await troubled(), []);
        await visit(administrator, SYNC, { act: 'replay', item });
        await run(world, opened);
        assert.deepEqual(steps(), ['1', '4', '2'], 'once is enough');
        assert.equal(state(), '4', 'a step that comes late does not bring an old state back');
        assert.match(await (await visit(administrator, SYNC)).text(), /Khớp/);
        await healthy(world);
      });
    }),
  );
});

describe('dossiers of other systems', () => {
  it(
    'are followed as they are told, and are nobody’s to change',
    rolledBack((world) =>
      connected(world, holder(dossier()), async ({ simulator, visit }) => {
        const told = {
          MaHoSo: 'G09.20-20261101-0092637',
          MaTTHC: '2.000815',
          TenTTHC: 'Cấp phép',
          ChuHoSo: 'Trần Thị Mẫu',
          MaDonViXuLy: 'H99.18',
        };
        assert.equal(
          await simulator.mirror({ ...told, TrangThaiHoSo: '4', NgayHenTra: '20261119170000' }),
          200,
        );
        const [one] = await listFollowed(lookAt(world), ['H99.18']);
        assert.deepEqual([one?.code, one?.status], [told.MaHoSo, 4]);
        assert.deepEqual(await listFollowed(lookAt(world), ['H99.19']), []);
        assert.match(
          await (await visit(administrator, '/ho-so-he-thong-khac')).text(),
          /G09\.20-20261101-0092637[\s\S]*quá hạn/,
        );
        assert.equal(await simulator.mirror({ ...told, TrangThaiHoSo: '10' }), 200);
        assert.deepEqual(await listFollowed(lookAt(world), null), []);
        assert.equal((await findMirrored(lookAt(world), 'ministry', told.MaHoSo))?.status, 10);
        assert.equal(await simulator.mirror({ ...told, TrangThaiHoSo: '12' }), 422);
        assert.equal(await simulator.mirror({ ...told, TrangThaiHoSo: '4' }), 200, 'an earlier one, late');
        assert.equal((await findMirrored(lookAt(world), 'ministry', told.MaHoSo))?.status, 10);
      }),
    ),
  );
});

describe('figures of dossiers of other systems', () => {
  /** Sums of a month (of agencies that are none of ours), and what stands open. */
  const figures = async (world: TestWorld, month: string) => {
    const look = lookAt(world);
    const rows = await subjectsOf(look, 'mirrored', EVERY_AGENCY, `${month}-01`, `${month}-30`);
    return [rows.get('2.000815') ?? {}, await standingNow(look, 'mirrored', null)];
  };
  const without = (numbers: Numbers): Numbers =>
    Object.fromEntries(Object.entries(numbers).filter(([, n]) => n !== 0));

  it(
    'count each fact once, whatever is told again, late or otherwise, and equal a recount',
    rolledBack((world) =>
      connected(world, holder(dossier()), async ({ simulator }) => {
        const measure = mirroredFigures(async () => new Map());
        const told = {
          MaHoSo: 'G09.20-20261101-0092637',
          MaTTHC: '2.000815',
          TenTTHC: 'Cấp phép',
          ChuHoSo: 'Trần Thị Mẫu',
          MaDonViXuLy: 'G09.20',
          NgayNopHoSo: '20261101080000',
          NgayHenTra: '20261119170000',
        };
        const tell = async (more: Record<string, string>): Promise<void> => {
          assert.equal(await simulator.mirror({ ...told, ...more }), 200);
          assert.deepEqual(await differences(lookAt(world), measure), []);
        };
        await tell({ TrangThaiHoSo: '1' });
        await tell({ TrangThaiHoSo: '2', NgayTiepNhan: '20261102080000' });
        await tell({ TrangThaiHoSo: '2', NgayTiepNhan: '20261102080000' });
        // Another day of filing does not move what was counted.
        await tell({ TrangThaiHoSo: '4', NgayNopHoSo: '20261005080000' });
        const [open, standing] = await figures(world, '2026-11');
        assert.deepEqual([open, without(standing ?? {})], [{ submitted: 1, accepted: 1 }, { 'status-4': 1 }]);
        await tell({ TrangThaiHoSo: '10', NgayTra: '20261120080000' });
        await tell({ TrangThaiHoSo: '8' });
        const [ended, none] = await figures(world, '2026-11');
        assert.deepEqual([ended, without(none ?? {})], [{ submitted: 1, accepted: 1, late: 1 }, {}]);
        await tell({ MaHoSo: 'G09.20-20261101-0092638', TrangThaiHoSo: '3' });
        assert.deepEqual(without((await figures(world, '2026-10'))[0] ?? {}), {});
      }),
    ),
  );
});

const posted = {
  status: 9,
  returnWay: 'post',
  results: [{ id: 'r', name: 'Kết quả', code: '' }],
} as const;

describe('public post', () => {
  it(
    'does not carry what silence approved before there is a paper of it',
    rolledBack((world) => {
      const source = holder(dossier({ ...posted, results: [] }));
      return connected(world, source, async (opened) => {
        await happened(world, 'approve-by-silence');
        await world.as(system, new Date(), async (act) => announce(act, 'payment.paid', item));
        await run(world, opened);
        assert.deepEqual(await listParcels(lookAt(world), item), []);
        source.now = dossier(posted);
        await happened(world, 'issue-notice');
        await run(world, opened);
        assert.equal((await listParcels(lookAt(world), item)).length, 1);
      });
    }),
  );

  it(
    'brings a decided result to the door, ordered once',
    rolledBack((world) => {
      const source = holder(dossier(posted));
      return connected(world, source, async (opened) => {
        const { simulator } = opened;
        simulator.faults.lostAnswer = true;
        await happened(world, 'decide');
        await run(world, opened);
        simulator.faults.lostAnswer = false;
        await settle(world, opened.room.listeners, minutes(10));
        assert.equal(simulator.parcels.size, 1);
        const [number, parcel] = [...simulator.parcels][0]!;
        assert.equal(number, 'H99.18-261120-0001-1');
        assert.deepEqual(Object.keys(parcel.order), [
          'CustomerCode',
          'ItemCode',
          'OrderNumber',
          'CODAmount',
          'Sender',
          'Description',
          'Receiver',
          'FlagConfig',
        ]);
        const move = async (where: object): Promise<number> =>
          (await fetch(`${simulator.control}/buu-gui`, { method: 'PUT', body: JSON.stringify(where) }))
            .status;
        assert.deepEqual([await move({ [number]: 5 }), await move({ another: 3 })], [400, 400]);
        assert.equal(parcel.state, 1);
        assert.equal(await move({ [number]: 3 }), 200);
        const heard = await settle(world, opened.room.listeners, minutes(600));
        assert.equal(heard.filter((name) => name === 'parcel.delivered').length, 1);
        const [kept] = await listParcels(lookAt(world, nobody), item);
        assert.deepEqual([kept?.state, kept?.receiver], ['delivered', null]);
      });
    }),
  );

  it(
    'does not carry a result for which something is owed, until it is paid',
    rolledBack((world) => {
      const source = holder(dossier({ ...posted, owing: true }));
      return connected(world, source, async (opened) => {
        await happened(world, 'decide');
        await run(world, opened);
        assert.deepEqual(await listParcels(lookAt(world), item), []);
        source.now = { ...source.now, owing: false };
        await world.as(system, new Date(), async (act) => announce(act, 'payment.paid', item));
        await run(world, opened);
        assert.equal((await listParcels(lookAt(world), item)).length, 1);
      });
    }),
  );

  it(
    'that refuses an order says why',
    rolledBack((world) => {
      const source = holder(dossier(posted));
      return connected(world, source, async (opened) => {
        opened.simulator.faults.reject = true;
        await happened(world, 'decide');
        const heard = await run(world, opened);
        assert.ok(heard.includes('parcel.failed'));
        assert.deepEqual(
          (await listParcels(lookAt(world), item)).map(({ state, problem }) => [state, problem]),
          [['refused', 'Thiếu thông tin người nhận']],
        );
      });
    }),
  );
});
