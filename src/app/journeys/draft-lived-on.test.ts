/** A draft that lies for days: the procedure changes, it is open in two windows, it is sent twice, its supplement is sent by another (C1). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerExtract } from '../../../sample/procedures/register-extract.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { nobody, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { newId } from '../../ground/record/index.ts';
import { publish, type LocalContent } from '../../services/catalogue/index.ts';
import { testApplication, type Visitor } from '../testing.ts';

const CODE = '9.000001';
const title = { vi: 'Đơn', en: 'Request' };
const why = { id: 'why', type: 'text', label: { vi: 'Lý do', en: 'Reason' } } as const;
const usedFor = { id: 'usedFor', type: 'text', label: { vi: 'Dùng vào việc gì', en: 'Used for' } } as const;
type Form = NonNullable<LocalContent['form']>;
const formOf = (...fields: Form['sections'][number]['pages'][number]['fields']): Form => ({
  id: 'don',
  version: 1,
  title,
  sections: [{ id: 'a', title, pages: [{ id: 'ly-do', title, fields }] }],
});
const national = { ...registerExtract.national, code: CODE, name: 'Thủ tục thí dụ' };
const local: LocalContent = {
  ...registerExtract.local,
  form: formOf(why),
  placeFrom: null,
  decidedBy: { kind: 'department', slug: sampleId('agency', 'so-tu-phap') },
};
const PAGE = 'ly-do';
/** Monday 23 November 2026, 09:00 in Vietnam. */
const monday = new Date('2026-11-23T02:00:00Z');
const TODAY = '2026-11-23';
const father: By = {
  ...nobody,
  kind: 'citizen',
  account: sampleId('person', 'nguyen-van-vi-du'),
  person: sampleId('person', 'nguyen-van-vi-du'),
  name: 'Nguyễn Văn Ví Dụ',
  assurance: 2,
};

const put = (world: TestWorld, changed: Partial<LocalContent>, from: string): Promise<number> =>
  world.as(nobody, monday, (act) => publish(act, national, { ...local, ...changed }, from, 'written'));

/** The procedure as it was last week, and a finished draft of the father. */
async function finished(world: TestWorld): Promise<string> {
  const version = await put(world, {}, '2026-11-01');
  const draft = newId(monday);
  await send(
    world.tx,
    `insert into applications.drafts (tenant, id, account, person, procedure, version, answers, provenance, edition, created_at, updated_at)
     values ($1, $2, $3, $3, $4, $5, '{"why": "Thử"}', '{}', 1, $6, $6)`,
    [world.tenant, draft, father.account, CODE, version, monday],
  );
  return draft;
}

const checkOf = (draft: string): string => `/ban-khai/${draft}/kiem-tra`;

/** Presses the button of a check page as it was shown. */
function sendAsShown(visitor: Visitor, draft: string, html: string, more: Record<string, string> = {}) {
  const hidden = [...html.matchAll(/<input type="hidden" name="(edition|version)" value="(\d+)"/g)];
  assert.equal(hidden.length, 2, 'the page says which answers and which version it shows');
  return visitor.post(checkOf(draft), {
    ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
    ...more,
  });
}

describe('a draft whose procedure changes', () => {
  it(
    'says what is new, asks it, and is submitted by the version in force',
    { timeout: 60_000 },
    inSample(async (world) => {
      const application = await testApplication(world, monday);
      const visitor = application.signInAs(father);
      const draft = await finished(world);
      const before = await visitor.get(checkOf(draft));
      assert.doesNotMatch(before.text, /phiên bản mới/);
      const version = await put(
        world,
        { form: formOf(why, usedFor), term: { amount: 1, unit: 'hour', when: null } },
        TODAY,
      );
      // What was read before the change is not what would be submitted now.
      const early = await sendAsShown(visitor, draft, before.html, { returnWay: 'online' });
      assert.equal(early.to, checkOf(draft));
      const told = await visitor.get(checkOf(draft));
      assert.match(told.text, /phiên bản mới từ ngày 23\/11\/2026/);
      assert.match(told.text, /Câu hỏi mới: Dùng vào việc gì/);
      assert.match(told.text, /Thời hạn giải quyết: 1 giờ/);
      const english = await application.signInAs(father).get(`${checkOf(draft)}?lang=en`);
      assert.match(english.text, /New question: Used for/);
      // It is the draft that one goes on with, not one of two.
      const begin = await visitor.get(`/nop/${CODE}`);
      assert.match(begin.text, /Bạn đang khai dở thủ tục này/);
      assert.match(told.html, new RegExp(`href="/ban-khai/${draft}/${PAGE}"`), 'the new question is open');
      const asked = await visitor.get(`/ban-khai/${draft}/${PAGE}`);
      assert.match(asked.text, /Câu hỏi mới: Dùng vào việc gì/);
      const answers = { why: 'Thử', usedFor: 'Nhập học' };
      assert.equal((await visitor.post(`/ban-khai/${draft}/${PAGE}`, answers)).to, checkOf(draft));
      const ready = await visitor.get(checkOf(draft));
      assert.match(ready.text, /Nhập học/);
      const sent = await sendAsShown(visitor, draft, ready.html, { returnWay: 'online' });
      assert.match(sent.to ?? '', /^\/ho-so\//, sent.text);
      assert.deepEqual(
        await send(world.tx, `select procedure_version from dossiers.dossiers where procedure = $1`, [CODE]),
        [{ procedure_version: version }],
      );
    }),
  );

  it(
    'says nothing where only the office does it otherwise, and nothing can be sent when it is no longer received',
    { timeout: 60_000 },
    inSample(async (world) => {
      const visitor = (await testApplication(world, monday)).signInAs(father);
      const draft = await finished(world);
      await put(world, { topics: [] }, TODAY);
      assert.doesNotMatch((await visitor.get(checkOf(draft))).text, /phiên bản mới/);
      await send(world.tx, `update catalogue.versions set valid_to = $2 where tenant = $1 and code = $3`, [
        world.tenant,
        TODAY,
        CODE,
      ]);
      const over = await visitor.get(checkOf(draft));
      assert.match(over.text, /không còn được tiếp nhận/);
      assert.doesNotMatch(over.text, /Bạn muốn nhận kết quả/);
      assert.equal((await visitor.post(checkOf(draft), { returnWay: 'online' })).status, 409);
    }),
  );
});

describe('a draft in two windows', () => {
  it(
    'submits nothing that the window has not shown, keeps the way of the result, and takes nothing after it was submitted',
    { timeout: 60_000 },
    inSample(async (world) => {
      const visitor = (await testApplication(world, monday)).signInAs(father);
      const draft = await finished(world);
      const shown = await visitor.get(checkOf(draft));
      const page = `/ban-khai/${draft}/${PAGE}`;
      assert.equal((await visitor.post(page, { why: 'Lý do khác' })).status, 303);
      const stale = await sendAsShown(visitor, draft, shown.html, { returnWay: 'online' });
      assert.equal(stale.to, checkOf(draft), 'the other window has saved meanwhile');
      assert.match(stale.say ?? '', /sửa ở cửa sổ hoặc thiết bị khác/);
      const now = await visitor.get(checkOf(draft));
      const sent = await sendAsShown(visitor, draft, now.html, { returnWay: 'post' });
      assert.match(sent.to ?? '', /^\/ho-so\//, sent.text);
      const again = await sendAsShown(visitor, draft, now.html, { returnWay: 'online' });
      assert.equal(again.to, sent.to);
      assert.equal(again.say, sent.say, 'pressed twice, one is told the same');
      const late = await visitor.post(page, { why: 'Sửa sau khi nộp' });
      assert.equal(late.to, sent.to);
      assert.match(late.say ?? '', /không vào hồ sơ/);
      for (const path of [page, checkOf(draft)]) {
        const closed = await visitor.get(path);
        assert.equal(closed.status, 200);
        assert.match(closed.text, /Bản khai đã được nộp/);
      }
    }),
  );
});

describe('an answer to a request for supplement', () => {
  it(
    'is sent once however often it is pressed; a withdrawn dossier waits for nobody and its draft says so',
    { timeout: 60_000 },
    inSample(async (world) => {
      const application = await testApplication(world, monday);
      const visitor = application.signInAs(father);
      const draft = await finished(world);
      const first = await sendAsShown(visitor, draft, (await visitor.get(checkOf(draft))).html, {
        returnWay: 'online',
      });
      const at = first.to ?? '';
      const [{ one_stop: oneStop } = { one_stop: '' }] = await send<{ one_stop: string }>(
        world.tx,
        `select one_stop from dossiers.dossiers where procedure = $1`,
        [CODE],
      );
      const counter = application.signInAs({
        kind: 'officer',
        account: sampleId('officer', 'mot-cua.song-mau'),
        name: 'Võ Văn Mẫu',
        agency: oneStop,
        powers: [{ role: 'counter', agency: oneStop, unit: null }],
      });
      const ask = (basis: string) =>
        counter.post(`${at}/yeu-cau-bo-sung`, { defects: 'Ghi rõ lý do', basis });
      assert.equal((await ask('')).status, 303);
      const begun = (await visitor.post(`${at}/bo-sung`)).to ?? '';
      const shown = await visitor.get(begun);
      const answer = begun.split('/')[2] ?? '';
      for (let n = 0; n < 3; n++) {
        const sent = await sendAsShown(visitor, answer, shown.html);
        assert.deepEqual([sent.status, sent.to, sent.say], [303, at, 'Đã nhận phần bổ sung.']);
      }
      // The next request begins from what stands in the dossier, and says by which law it comes.
      assert.equal((await ask('Luật Hộ tịch, Điều 15')).status, 303);
      assert.match((await visitor.get(at)).text, /Ghi rõ lý do\s+Căn cứ: Luật Hộ tịch, Điều 15/);
      const next = (await visitor.post(`${at}/bo-sung`)).to ?? '';
      assert.notEqual(next, begun);
      assert.match((await visitor.get('/cua-toi')).text, /Bổ sung tiếp: Thủ tục thí dụ/);
      assert.equal((await visitor.post(`${at}/rut`, { reason: '' })).status, 303);
      const withdrawn = await visitor.get(at);
      assert.doesNotMatch(withdrawn.text, /Chờ bạn|Ghi rõ lý do/);
      assert.match(withdrawn.html, new RegExp(`href="/nop/${CODE}"`));
      assert.match((await visitor.get(next)).text, /không còn chờ phần bổ sung này/);
      assert.doesNotMatch((await visitor.get('/cua-toi')).text, /Bổ sung tiếp/);
      const late = await counter.post(`${at}/tiep-nhan`);
      assert.equal(late.status, 409);
      assert.match(late.text, /Đã rút/);
      assert.match(late.html, new RegExp(`<a[^>]*href="${at}"`), 'a problem leads back to the dossier');
    }),
  );
});

describe('in English', () => {
  it(
    'a procedure is called by its English name from the first page to the dossier, and on my page',
    { timeout: 60_000 },
    inSample(async (world) => {
      const application = await testApplication(world, monday);
      const nameEn = 'A procedure for the example';
      await put(world, { nameEn }, '2026-11-01');
      const visitor = application.signInAs(father);
      const heading = (html: string): string => /<h1[^>]*>([^<]*)/.exec(html)?.[1] ?? '';
      assert.equal(heading((await visitor.get(`/nop/${CODE}?lang=en`)).html), nameEn);
      const draft = ((await visitor.post(`/nop/${CODE}`)).to ?? '').split('/')[2] ?? '';
      assert.match((await visitor.get('/cua-toi')).text, new RegExp(`Go on: ${nameEn}`));
      await visitor.post(`/ban-khai/${draft}/${PAGE}`, { why: 'Thử' });
      const check = await visitor.get(checkOf(draft));
      assert.match(check.text, new RegExp(nameEn));
      const sent = await sendAsShown(visitor, draft, check.html, { returnWay: 'online' });
      assert.equal(heading((await visitor.get(sent.to ?? '')).html), nameEn);
      assert.match((await visitor.get('/cua-toi')).text, new RegExp(`0001 ${nameEn}`));
      const other = application.signInAs(father);
      assert.equal(heading((await other.get(sent.to ?? '')).html), national.name);
      // While one acts for another one's own is not seen; the page says so and leads back.
      const principal = { person: sampleId('person', 'tran-thi-lam-mau'), organisation: null };
      const actingFor = { ...principal, name: 'Trần Thị Làm Mẫu' } as unknown as By['actingFor'];
      const acting = await application.signInAs({ ...father, actingFor }).get(sent.to ?? '');
      assert.equal(acting.status, 403);
      assert.match(acting.text, /Bạn đang làm việc thay Trần Thị Làm Mẫu/);
      assert.match(acting.html, /href="\/tai-khoan\/thay-mat\?next=%2Fho-so%2F/);
    }),
  );
});
