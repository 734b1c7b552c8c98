/** A state secret at the door of an application: refused in words before there is a code, and its bytes are gone (Law 29/2018/QH14). */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { seedSample } from '../../../sample/seed.ts';
import { nobody } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { edgeInside, rolledBack, type TestWorld } from '../../ground/db/testing.ts';
import { filesAreThere } from '../../ground/files/invariants.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { close as closeTypeset, templates, typeset } from '../../paper/typeset/index.ts';
import { scanOf } from '../demo/upload.ts';
import { testApplication } from '../testing.ts';
import { drafted, father, monday } from './fixtures.ts';

const CODE = '1.001193';
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const skip = !(has('tesseract') && has('pdftotext')) && 'tesseract or pdftotext is not installed';

/** A photo of a written page, with these words as a stamp. */
function photo(stamp: string): Promise<Buffer> {
  const line = (_: unknown, i: number): string =>
    `<text x="90" y="${420 + i * 60}" font-size="34" font-family="Liberation Serif,serif">Báo cáo tình hình trong tỉnh sáu tháng đầu năm, mục ${i}</text>`;
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400"><rect width="1000" height="1400" fill="#f4f2ec"/><text x="120" y="240" font-size="52" fill="#b00" font-weight="bold" font-family="Liberation Serif,serif">${stamp}</text>${Array.from({ length: 15 }, line).join('')}</svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
}

const opened = (
  work: (world: TestWorld, draft: string, app: Awaited<ReturnType<typeof testApplication>>) => Promise<void>,
) =>
  rolledBack(async (world) => {
    await seedSample(edgeInside(world.tx), world.tenant, () => {});
    const id = await drafted(world, { procedure: CODE, answers: scenarioOf(CODE).answers });
    await work(world, id, await testApplication(world, monday));
  });

const rows = (world: TestWorld) =>
  send<{ hash: string; name: string; refused: boolean; page: string | null }>(
    world.tx,
    `select f.hash, f.name, exists (select from files.verdicts v where v.hash = f.hash and v.kind = 'refused') as refused,
            (select jsonb_path_query_first(d.answers, '$.**.page')#>>'{}' from applications.drafts d
              where d.account = f.owner and d.dossier is null limit 1) as page
       from files.files f where f.owner = '${father.account}'`,
  );

describe('a state secret sent with an application', { skip, timeout: 300_000 }, () => {
  after(() => closeTypeset());

  it(
    'as a PDF with words is refused at once: which file, why, what to do; nothing of it stays in the store',
    opened(async (world, id, app) => {
      const { pdf } = await typeset(
        templates.letter,
        { ...templates.letter.sample, body: [{ kind: 'paragraph', text: 'TUYỆT MẬT' }] },
        { date: '2026-11-23', author: 'UBND' },
      );
      const visitor = app.signInAs(father);
      for (const name of ['giay.pdf', 'giay-khac.pdf']) {
        const file = new File([new Uint8Array(pdf)], name, { type: 'application/pdf' });
        const sent = await visitor.post(`/ban-khai/${id}/tep-birthnotification`, {
          act: 'continue',
          birthNotification: file,
        });
        assert.equal(sent.status, 422);
        assert.match(
          sent.text,
          new RegExp(`Tệp “${name}”: Trong tệp có dấu mật.*mang bản giấy đến nộp trực tiếp`, 's'),
        );
      }
      const kept = await rows(world);
      assert.deepEqual(
        kept.map(({ name, refused }) => [name, refused]),
        [
          ['giay.pdf', true],
          ['giay-khac.pdf', true],
        ],
      );
      assert.equal(await app.store.sizeOf(kept[0]!.hash), null);
      await settle(world, app.listeners, monday);
      const look = { tx: world.tx, tenant: world.tenant, by: nobody, now: monday, requestId: 'test' };
      assert.deepEqual(await filesAreThere(app.store).check(look), []);
      const [verdict] = await send<{ n: number }>(
        world.tx,
        `select count(*)::int as n from dossiers.dossiers where applicant = $1`,
        [father.person],
      );
      assert.equal(verdict?.n, 0);
    }),
  );

  it(
    'as a photo waits for its job, is then refused on the page of the form, and its page goes with it',
    opened(async (world, id, app) => {
      const visitor = app.signInAs(father);
      const file = new File([new Uint8Array(await photo('TỐI MẬT'))], 'anh.jpg', { type: 'image/jpeg' });
      const sent = await visitor.post(`/ban-khai/${id}/tep-birthnotification`, {
        act: 'continue',
        birthNotification: file,
      });
      assert.equal(sent.status, 303, sent.text);
      const early = await visitor.post(`/ban-khai/${id}/kiem-tra`, { returnWay: 'online' });
      assert.equal(early.status, 422);
      assert.match(early.text, /Tệp “anh.jpg”: Tệp bạn gửi đang được kiểm tra xem có dấu mật không/);
      const [before] = await rows(world);
      assert.ok(
        before?.page && (await app.store.sizeOf(before.page)) && (await app.store.sizeOf(before.hash)),
      );
      await settle(world, app.listeners, monday);
      assert.equal((await rows(world))[0]?.refused, true);
      assert.deepEqual(
        [await app.store.sizeOf(before.hash), await app.store.sizeOf(before.page)],
        [null, null],
      );
      const late = await visitor.post(`/ban-khai/${id}/kiem-tra`, { returnWay: 'online' });
      assert.equal(late.status, 422);
      const form = await visitor.get(`/ban-khai/${id}/tep-birthnotification`);
      assert.match(form.text, /anh\.jpg.*Trong tệp có dấu mật/s);
    }),
  );

  it(
    'is not what an ordinary photo or scan is: both go on, the photo after its job',
    opened(async (world, id, app) => {
      const visitor = app.signInAs(father);
      const file = new File([new Uint8Array(await photo('GIẤY CHỨNG SINH'))], 'anh.jpg', {
        type: 'image/jpeg',
      });
      await visitor.post(`/ban-khai/${id}/tep-birthnotification`, {
        act: 'continue',
        birthNotification: file,
      });
      await settle(world, app.listeners, monday);
      const sent = await visitor.post(`/ban-khai/${id}/kiem-tra`, { returnWay: 'online' });
      assert.equal(sent.status, 303, sent.text);
      const scan = new File([new Uint8Array(Buffer.from(scanOf('Giay chung sinh').bytes))], 'giay.pdf');
      const checked = await app.visitor().post('/xac-minh', { tep: scan, 'ma-tep': '' });
      assert.equal(checked.status, 200, checked.text);
    }),
  );
});
