import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { send } from '../../ground/db/connect.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import type { By } from '../../ground/db/act.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { receive } from '../dossiers/index.ts';
import { caseOfficer, counter, father, submission } from '../dossiers/fixtures.ts';
import { ratePage } from './pages/rate.tsx';
import { commentsPage } from './pages/comments.tsx';
import { ratingsPage } from './pages/ratings.tsx';
import { commentsPath, RATINGS } from './paths.ts';
import { rate } from './ratings.ts';

const agency = '01900000-0000-7000-8000-000000000001';
const oneStop = '01900000-0000-7000-8000-000000000002';
const led = (where: string, unit: string | null = null): By => ({
  ...caseOfficer,
  powers: [{ role: 'leader', agency: where, unit }],
});
const dossier = (n: number): string => `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`;

describe('ratings', () => {
  it(
    'are given once, and lead neither to the person nor to the dossier',
    rolledBack(async (world) => {
      const what = { dossier: dossier(1), agency, oneStop, procedure: '1.001193' };
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
    'are read by procedure and month by who leads the agency or its one-stop unit, never of few, nor of the month under way',
    rolledBack(async (world) => {
      let given = 0;
      const rated = async (procedure: string, day: string, some: readonly number[], words = '') => {
        for (const score of some)
          await world.as(father, `${day}T02:00:00Z`, (act) =>
            rate(act, 'khóa', { dossier: dossier(given++), agency, oneStop, procedure }, score, words),
          );
      };
      await rated('1.001193', '2026-10-05', [5, 5, 4, 4], 'Nhanh');
      const head = led(agency);
      const visit = (by: By) =>
        visitorOf(world, { pages: [ratingsPage, commentsPage] }, '2026-11-20T02:00:00Z', by);
      const read = async (by: By, path: string = RATINGS) => {
        const { response, text } = await visit(by).get(path);
        return response.status === 200 ? text : response.status;
      };
      assert.match(String(await read(head)), /Chưa có tháng nào đủ 5 đánh giá/);
      const comments = commentsPath(agency, '2026-10', '1.001193');
      assert.match(String(await read(head, comments)), /Không có đánh giá nào được hiện/);

      await rated('1.001193', '2026-10-31', [2], 'Chờ lâu');
      // Four of another procedure are in no figure at all; the month under way is not shown, however many there are.
      await rated('1.004873', '2026-10-06', [1, 1, 1, 1], 'Tệ');
      await rated('1.001193', '2026-11-05', [1, 1, 1, 1, 1], 'Tháng này');
      const shown = String(await read(head));
      assert.match(shown, /10\/2026/);
      assert.match(shown, /1\.001193 5 4,0 80 %.*10\/2026 5 4,0 80 %/);
      assert.doesNotMatch(shown, /11\/2026|1\.004873|ít đánh giá/);
      const said = String(await read(head, comments));
      assert.match(said, /Nhanh/);
      assert.match(said, /Chờ lâu/);
      assert.doesNotMatch(said, /Tệ|Tháng này/);
      for (const hidden of [
        commentsPath(agency, '2026-10', '1.004873'),
        commentsPath(agency, '2026-11', '1.001193'),
      ]) {
        const nothing = String(await read(head, hidden));
        assert.match(nothing, /Không có đánh giá nào được hiện/);
        assert.doesNotMatch(nothing, /Tệ|Tháng này/);
      }

      // With two small procedures together there are enough.
      await rated('1.000689', '2026-10-07', [5], 'Tốt');
      assert.match(String(await read(head)), /có ít đánh giá 5 1,8 20 %.*10\/2026 10 2,9 50 %/);
      assert.match(String(await read(head, commentsPath(agency, '2026-10', '1.000689'))), /Tệ.*Tốt|Tốt.*Tệ/s);

      assert.match(String(await read(led(oneStop))), /10\/2026/);
      assert.equal(await read(led(oneStop), comments), 403, 'not of an agency that one does not lead');
      assert.match(String(await read(led('01900000-0000-7000-8000-000000000009'))), /Chưa có tháng nào/);
      for (const by of [counter, caseOfficer, led(agency, 'u')])
        for (const path of [RATINGS, comments]) assert.equal(await read(by, path), 403, by.name);
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
      await world.as(father, now, (act) =>
        rate(act, 'khóa', { dossier: id, agency, oneStop, procedure: 'x' }, 5, ''),
      );
      assert.match(await page(), /đã đánh giá hồ sơ này rồi/);
      assert.doesNotMatch(await page(), /Gửi đánh giá/);
    }),
  );
});
