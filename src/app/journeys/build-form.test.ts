/** A service designer builds a form, a colleague reviews it, another publishes it, and people are asked the new question. Without JavaScript. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { publish } from '../../services/catalogue/index.ts';
import { testApplication, type TestApplication, type Visitor } from '../testing.ts';

const now = '2026-11-23T08:00:00+07:00';
const CODE = '1.001193';
const EDITOR = `/quan-tri/thu-tuc/${CODE}`;
const BUILDER = `${EDITOR}/bieu-mau`;

async function opened(world: TestWorld): Promise<TestApplication> {
  const { national, local, from } = birthRegistration;
  await world.act(systemAt(now), (act) => publish(act, national, local, from, 'written'));
  return testApplication(world, now);
}

const agency = '00000000-0000-7000-8000-0000000000a1';
const editor = (app: TestApplication, n: number) =>
  app.signInAs({
    kind: 'officer',
    account: `00000000-0000-7000-8000-00000000000${n}`,
    name: `Biên tập viên ${n}`,
    agency,
    powers: [{ role: 'editor', agency, unit: null }],
  });

/** Opens a page of the builder and sends its form, which carries the mark of what it began from. */
async function send(designer: Visitor, at: string, fields: Readonly<Record<string, string>>) {
  const begun = begunIn((await designer.get(at)).html);
  return designer.post(at, { begun, ...fields });
}
const begunIn = (html: string): string => /name="begun" value="([^"]+)"/.exec(html)?.[1] ?? '';

const question = {
  id: 'twin',
  type: 'choice',
  label: 'Bé sinh đôi?',
  labelEn: 'Is the child a twin?',
  options: 'yes | Sinh đôi | Twin\nno | Sinh một | Single',
  'when0.field': 'surrogacy',
  'when0.comparison': 'is',
  'when0.value': 'không',
};

describe('journey: building a form', () => {
  it(
    'goes from a new question with a condition to the pages that people see',
    rolledBack(async (world) => {
      const app = await opened(world);
      const designer = editor(app, 1);
      const outline = await designer.get(BUILDER);
      assert.equal(outline.status, 200);
      const page =
        /cau-hoi\?trang=([a-z0-9-]+)"[^>]*>[^<]*<span[^>]*> Bé/u.exec(outline.html)?.[1] ?? 'child';
      const at = `${BUILDER}/cau-hoi?trang=${page}`;
      assert.equal((await designer.get(at)).status, 200, page);
      const wrong = await send(designer, at, { ...question, 'when0.value': 'có lẽ' });
      assert.equal(wrong.status, 422);
      assert.ok(wrong.html.includes('có lẽ') && wrong.text.includes('Bé sinh đôi?') === false);
      const added = await send(designer, at, question);
      assert.equal(added.to, BUILDER, added.text);
      const after = await designer.get(BUILDER);
      assert.match(after.text, /Bé sinh đôi\?.{0,40}Hỏi khi: .{3,80} là “?Không/u);
      assert.equal((await designer.post(BUILDER, { act: 'up field twin' })).status, 303);

      const tried = {
        _next: '1',
        _answers: JSON.stringify({ birthProof: 'notification', surrogacy: false }),
      };
      const preview = await designer.post(`${BUILDER}/xem?trang=${page}`, tried);
      assert.ok(preview.text.includes('Bé sinh đôi?'), preview.text);
      const checked = await designer.post(`${BUILDER}/xem?trang=${page}`, { childName: '' });
      assert.equal(checked.status, 200);
      assert.ok(checked.html.includes('govuk-error-summary'));

      assert.equal(
        (await designer.post(EDITOR, { act: 'review' })).status,
        409,
        'who wrote it does not review it',
      );
      assert.equal((await editor(app, 2).post(EDITOR, { act: 'review' })).status, 303);
      assert.equal((await designer.post(EDITOR, { act: 'publish' })).status, 409);
      assert.equal((await editor(app, 3).post(EDITOR, { act: 'publish' })).status, 303);
      const form = await app.visitor().get(`/api/v1/procedures/${CODE}/form`);
      assert.ok(form.html.includes('Bé sinh đôi?'));
      assert.equal((JSON.parse(form.html) as { definition: { version: number } }).definition.version, 2);
    }),
  );

  it(
    'makes a section with a page for each child, and a rule over two answers',
    rolledBack(async (world) => {
      const app = await opened(world);
      const designer = editor(app, 1);
      const post = async (at: string, fields: Readonly<Record<string, string>>) => {
        const reply = await send(designer, at, fields);
        assert.equal(reply.to, BUILDER, reply.text);
      };
      await post(BUILDER, { act: 'add-section', sectionTitle: 'Anh chị em', sectionTitleEn: 'Siblings' });
      const section = /muc\?ma=(section-\d+)"/u.exec((await designer.get(BUILDER)).html)?.[1] ?? '';
      const page = /trang\?ma=(page-\d+)"/u.exec((await designer.get(BUILDER)).html)?.[1] ?? '';
      const shown = await designer.get(`${BUILDER}/trang?ma=${page}`);
      assert.equal(shown.status, 200);
      const repeated = {
        title: 'Anh chị em',
        titleEn: 'Siblings',
        repeatId: 'siblings',
        repeatTitle: 'Người anh, chị',
      };
      assert.equal(
        (await send(designer, `${BUILDER}/trang?ma=${page}`, { ...repeated, repeatMax: 'nhiều' })).status,
        422,
      );
      await post(`${BUILDER}/trang?ma=${page}`, { ...repeated, repeatMax: '5' });
      await post(`${BUILDER}/muc?ma=${section}`, {
        title: 'Anh chị em của bé',
        formula: 'birthProof != "abandoned" và fatherNamed = true',
      });
      await post(`${BUILDER}/quy-tac`, {
        id: 'no-proof',
        field: 'surrogacy',
        message: 'Trẻ bị bỏ rơi thì không có việc mang thai hộ.',
        join: 'and',
        'when0.field': 'birthProof',
        'when0.comparison': 'is',
        'when0.value': 'abandoned',
        'when1.field': 'surrogacy',
        'when1.comparison': 'is',
        'when1.value': 'có',
      });
      const { text } = await designer.get(BUILDER);
      assert.match(text, /Anh chị em của bé Hỏi khi: .{5,120} và .{5,80}/u);
      assert.match(text, /Lặp lại cho từng mục[^:]*: Người anh, chị\./u);
      assert.match(text, /không có việc mang thai hộ\. Báo lỗi khi: .{5,160} và /u);
      const before = await designer.get(`${BUILDER}/dinh-nghia.json`);
      const late = { id: 'late', field: 'surrogacy', message: 'Sai', formula: 'later = 1' };
      assert.equal((await send(designer, `${BUILDER}/quy-tac`, late)).status, 422, 'it speaks of nothing');
      assert.equal(
        (await designer.post(BUILDER, { act: 'up section nguoi-di-khai' })).status,
        303,
        'no room above',
      );
      assert.equal((await designer.get(`${BUILDER}/dinh-nghia.json`)).html, before.html);
      await post(BUILDER, { act: 'remove rule no-proof' });
      await post(BUILDER, { act: `remove section ${section}` });
      assert.ok(!(await designer.get(BUILDER)).text.includes('Anh chị em'));
    }),
  );

  it(
    'lets nobody undo, unknowing, what a colleague has saved meanwhile',
    rolledBack(async (world) => {
      const app = await opened(world);
      const [one, other] = [editor(app, 1), editor(app, 2)];
      const at = `${BUILDER}/cau-hoi?ma=childName`;
      const begun = begunIn((await one.get(at)).html);
      const [mine, theirs] = ['Tên đầy đủ của bé', 'Tên khai sinh của bé'].map((label) => ({
        id: 'childName',
        type: 'personName',
        label,
      }));
      assert.equal((await send(other, at, theirs!)).status, 303);
      const refused = await one.post(at, { begun, ...mine! });
      assert.equal(refused.status, 422);
      assert.match(refused.text, /người khác đã lưu bản mới/);
      assert.ok(refused.html.includes('value="Tên đầy đủ của bé"'), 'what was typed is kept');
      assert.ok((await one.get(BUILDER)).text.includes('Tên khai sinh của bé'));
      const over = /name="over"[^>]*value="([^"]+)"/.exec(refused.html)?.[1] ?? '';
      assert.equal((await one.post(at, { begun, over, ...mine! })).status, 303);
      assert.ok((await one.get(BUILDER)).text.includes('Tên đầy đủ của bé'));

      const stored = (await one.get(`${BUILDER}/dinh-nghia.json`)).html;
      const before = begunIn((await one.get(BUILDER)).html);
      assert.equal((await send(other, at, theirs!)).status, 303);
      assert.equal((await one.post(BUILDER, { begun: before, act: 'import', json: stored })).status, 422);
      assert.equal((await one.post(BUILDER, { begun: before, act: 'up field childName' })).status, 303);

      const local = `${EDITOR}/sua`;
      const page = begunIn((await one.get(local)).html);
      assert.equal((await one.post(local, { begun: `${page.slice(1)}x`, cause: 'x' })).status, 422);
    }),
  );

  it(
    'refuses papers that the law does not list, conditions on later questions, and what is no definition',
    rolledBack(async (world) => {
      const app = await opened(world);
      const designer = editor(app, 1);
      const stored = (await designer.get(`${BUILDER}/dinh-nghia.json`)).html;
      const bring = (json: string) => send(designer, BUILDER, { act: 'import', json });
      assert.equal((await bring(stored)).status, 303, 'what was exported comes in again');
      for (const json of ['', '{', '[]', 'null', '{"id":"f"}', stored.replace('"sections"', '"section"')])
        assert.equal((await bring(json)).status, 422, json.slice(0, 20));
      const form = JSON.parse(stored) as typeof birthRegistration.local.form & {
        sections: { pages: { fields: unknown[] }[] }[];
      };
      const said = { vi: 'Hộ khẩu', en: 'Household book' };
      form.sections[0]!.pages[0]!.fields.push({
        id: 'book',
        type: 'files',
        label: said,
        component: 'so-ho-khau',
      });
      const unlawful = await bring(JSON.stringify(form));
      assert.equal(unlawful.status, 422);
      assert.ok(unlawful.html.includes('so-ho-khau') || unlawful.text.includes('Hộ khẩu'));
      assert.equal((await app.visitor().get(BUILDER)).to?.startsWith('/dang-nhap'), true);
      assert.equal((await app.signInAs({ kind: 'citizen' }).get(BUILDER)).status, 403);
    }),
  );
});
