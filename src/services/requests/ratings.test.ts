import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { father } from '../dossiers/fixtures.ts';
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
});
