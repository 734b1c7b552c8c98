/** Codes of dossiers from elsewhere: one code is one dossier's, whoever sends it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../../sample/province/ids.ts';
import { nobody } from '../../../ground/db/act.ts';
import { send } from '../../../ground/db/connect.ts';
import type { TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { lookAt, minutes } from '../../../outside/exchange/fixtures.ts';
import { receive } from '../commands/receive.ts';
import { father, submission } from '../fixtures.ts';
import { findByCode } from '../load.ts';
import { filed, onSample } from '../testing/filed-at-portal.ts';

const codes = async (world: TestWorld, code: string) => findByCode(lookAt(world), code);

describe('codes of dossiers from elsewhere', () => {
  it(
    'never come to stand under the code of another dossier, and keep no code from the next one that is filed here',
    onSample(async (world, { simulator, room }) => {
      const fileHere = (key: string) =>
        world.as(father, new Date(), (act) =>
          receive(act, {
            ...submission(key),
            applicant: {
              person: sampleId('person', 'nguyen-van-vi-du'),
              organisation: null,
              name: father.name,
            },
            agency: { id: sampleId('agency', 'ubnd-song-mau'), identifier: 'H99.61' },
          }),
        );
      const ours = await fileHere('ours');
      const [series = ''] = /^.*-/.exec(ours.code) ?? [];
      await simulator.file({ ...filed, MaHoSo: ours.code });
      await simulator.file({ ...filed, MaHoSo: `${series}0002` });
      await settle(world, room.listeners, minutes(1));
      assert.equal(await codes(world, ours.code), ours.id);
      const arrivals = await send<{ code: string; state: string; problem: string | null }>(
        world.tx,
        'select code, state, problem from exchange.arrivals order by code',
      );
      assert.deepEqual(
        arrivals.map(({ code, state }) => [code, state]),
        [
          [ours.code, 'refused'],
          [`${series}0002`, 'taken'],
        ],
      );
      assert.match(arrivals[0]!.problem ?? '', /đã là mã của một hồ sơ khác/);
      assert.equal(
        simulator.books.get(ours.code)?.dossier['TrangThaiHoSo'],
        '1',
        'the portal is not told that ours was refused',
      );
      assert.equal((await fileHere('next')).code, `${series}0003`);
    }),
  );

  it(
    'of another sender under the same code are answered as another content, and are not lost in the first',
    onSample(async (world, { simulator, room }) => {
      const { incoming } = simulator.accounts.portal;
      const sent = (fields: Readonly<Record<string, unknown>>, session = '') => {
        const [one] = room.apis;
        const read = one!.input!.read({ session, madonvi: 'H99', service: 'GuiHoSo', data: fields });
        assert.ok('value' in read);
        return world.as(nobody, new Date(), (act) => one!.act!(act, read.value, null as never));
      };
      assert.deepEqual(await sent(filed, incoming['national-portal']), { error_code: '0' });
      assert.deepEqual(await sent(filed, incoming.vneid), { error_code: '0' }, 'the same one, passed on');
      const another = { ...filed, ChuHoSo: 'Trần Văn Mẫu', SoGiayToChuHoSo: '099090000137' };
      assert.equal(((await sent(another, incoming.vneid)) as Record<string, string>)['error_code'], '409');
      await settle(world, room.listeners, minutes(0));
      const rows = await send<{ system: string; differs: boolean }>(
        world.tx,
        'select system, differs_at is not null as differs from exchange.arrivals',
      );
      assert.deepEqual(rows, [{ system: 'national-portal', differs: true }], 'its officers are told');
    }),
  );
});
