import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { receive } from '../dossiers/index.ts';
import { father, submission } from '../dossiers/fixtures.ts';
import { ratePage } from './pages/rate.tsx';
import { rate, scoreOf } from './ratings.ts';

const agency = '01900000-0000-7000-8000-000000000001';
const dossier = (n: number): string => `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;

describe('ratings', () => {
  it(
    'are given once, and lead neither to the person nor to the dossier',
    rolledBack(async (world) => {
      const what = { dossier: dossier(1), agency, procedure: '1.001193' };
      const give = () =>
        world.as(father, '2026-11-20T02:00:00Z', (act) => rate(act, 'khóa', what, 5, 'Nhanh'));
      await give();
      await assert.rejects(give(), Conflict);
      const stored = JSON.stringify([
        await send(world.tx, 'select * from requests.ratings'),
        await send(world.tx, 'select * from requests.rated'),
        await send(world.tx, 'select * from record.steps'),
      ]);
      for (const trace of [father.person, father.account, father.name, dossier(1)])
        assert.ok(!stored.includes(String(trace)), String(trace));
    }),
  );

  it(
    'are shown only when there are enough of them',
    rolledBack(async (world) => {
      const read = () => world.look(systemAt('2026-11-20T02:00:00Z'), (look) => scoreOf(look, agency));
      for (let n = 0; n < 5; n++) {
        assert.equal(await read(), null);
        await world.as(father, '2026-11-20T02:00:00Z', (act) =>
          rate(act, 'khóa', { dossier: dossier(n), agency, procedure: 'x' }, 4, ''),
        );
      }
      assert.deepEqual(await read(), { mean: 4, n: 5 });
    }),
  );

  it(
    'are not asked for before the result nor twice: the page says why, instead of a form that would be refused',
    rolledBack(async (world) => {
      const now = '2026-11-20T02:00:00Z';
      const { id, code } = await world.as(father, now, (act) => receive(act, submission('rated')));
      const visitor = visitorOf(world, { pages: [ratePage('khóa')] }, now, father);
      const page = async (): Promise<string> => {
        const { response, text } = await visitor.get(`/ho-so/${code}/danh-gia`);
        assert.equal(response.status, 200);
        return text;
      };
      assert.match(await page(), /chưa có kết quả/);
      assert.doesNotMatch(await page(), /Gửi đánh giá/);
      await send(world.tx, 'update dossiers.dossiers set decided_at = $2 where id = $1', [id, now]);
      assert.match(await page(), /Gửi đánh giá/);
      await world.as(father, now, (act) => rate(act, 'khóa', { dossier: id, agency, procedure: 'x' }, 5, ''));
      assert.match(await page(), /đã đánh giá hồ sơ này rồi/);
      assert.doesNotMatch(await page(), /Gửi đánh giá/);
    }),
  );
});
