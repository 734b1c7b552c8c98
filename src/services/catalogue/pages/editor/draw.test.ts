import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { nobody } from '../../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../../ground/db/testing.ts';
import { visitorOf, type Visitor } from '../../../../ground/web/testing.tsx';
import { toBoard, toStepTable, type Definition } from '../../../../work/process/index.ts';
import { editor, lineOf } from '../../fixtures.ts';
import { importProcedures } from '../../import/import.ts';
import { processFileAnswer, processEditorPage } from './process.tsx';
import { editedProcess } from '../../process/store.ts';
import { drawProcessPage } from './draw.tsx';
import { editorProcedurePage } from './procedure.tsx';
import { findDraft } from '../../drafts.ts';
import { localProblems } from '../../rules/local-layer.ts';
import { callingService } from '../../../../work/process/fixtures.ts';

const CODE = '1.001193';
const PAGE = `/quan-tri/thu-tuc/${CODE}/quy-trinh/ve`;
const now = '2026-11-22T03:00:00Z';
const services = [{ act: 'xem-lai', does: { vi: 'Xem lại', en: 'Look again' }, brings: ['lai'] }];
const room = {
  pages: [drawProcessPage, processEditorPage, editorProcedurePage].map((one) => one(services)),
  answers: [processFileAnswer],
};
const fixtures = path.resolve(import.meta.dirname, '../../../../work/process/fixtures');

const withCatalogue = (work: (world: TestWorld, visitor: Visitor) => Promise<void>) =>
  rolledBack(async (world) => {
    await importProcedures(world, systemAt(now), [lineOf({ audience: [] })]);
    await work(world, visitorOf(world, room, now, editor(1)));
  });

const stored = (world: TestWorld): Promise<Definition> =>
  world.look(systemAt(now), async (look) => (await editedProcess(look, CODE)).definition);

/** The mark of the version that a page begins from, as its form carries it. */
const begunIn = ({ html }: { readonly html: string }): string =>
  /name="begun" value="([^"]+)"/.exec(html)?.[1] ?? assert.fail('no mark');

const draw = (xml: string, cause = 'Quyết định 20/QĐ-UBND') => ({ way: 'draw', xml, cause });

type Sent = Readonly<Record<string, string>> | FormData;

/** Opens the page and sends its form. */
async function send(visitor: Visitor, fields: Sent, path = PAGE) {
  const begun = begunIn(await visitor.get(path));
  if (!(fields instanceof FormData)) return visitor.post(path, { begun, ...fields });
  fields.set('begun', begun);
  return visitor.post(path, fields);
}

/** A form with a file, as a browser sends it. */
function upload(bytes: Uint8Array<ArrayBuffer> | string): FormData {
  const form = new FormData();
  form.append('way', 'file');
  form.append('cause', 'Quyết định 20/QĐ-UBND');
  form.append('file', new Blob([bytes]), 'quy-trinh.bpmn');
  return form;
}

describe('the drawing board of a procedure', () => {
  it(
    'an unsound drawing may lie in the draft: its page says what must be mended, and whose turn is next',
    withCatalogue(async (world, visitor) => {
      const xml = await toBoard(await stored(world));
      const arrow =
        /<bpmn:sequenceFlow id="([^"]+)"[^>]*targetRef="[^"]*"[^>]*\/>/.exec(xml) ?? assert.fail(xml);
      const cut = xml
        .replace(arrow[0], '')
        .replaceAll(
          new RegExp(`<bpmn:(?:incoming|outgoing)>${arrow[1]}</bpmn:(?:incoming|outgoing)>`, 'g'),
          '',
        )
        .replace(
          new RegExp(`<bpmndi:BPMNEdge [^>]*bpmnElement="${arrow[1]}"[\\s\\S]*?</bpmndi:BPMNEdge>`),
          '',
        );
      assert.equal((await send(visitor, draw(cut))).status, 303);
      const page = await visitor.get(`/quan-tri/thu-tuc/${CODE}`);
      assert.match(page.text, /Phải sửa trước khi công bố/);
      assert.match(page.text, /Việc tiếp theo: Xác nhận đã rà soát. Người soạn không tự rà soát/);
    }),
  );

  it(
    'stores what was drawn in the draft, and the step table shows it',
    withCatalogue(async (world, visitor) => {
      const before = await stored(world);
      const drawn = (await toBoard(before)).replaceAll('Thẩm định hồ sơ', 'Thẩm định kỹ');
      const reply = await send(visitor, draw(drawn));
      assert.deepEqual([reply.status, reply.to], [303, PAGE]);
      const table = toStepTable(await stored(world));
      assert.ok('rows' in table && table.rows.some(({ step }) => step === 'Thẩm định kỹ'));
      assert.match((await visitor.get(PAGE.replace('/ve', ''))).html, /value="Thẩm định kỹ"/);
      assert.match((await visitor.get(PAGE)).html, /Thẩm định kỹ/);
    }),
  );

  it(
    'sent back unchanged stores the same process',
    withCatalogue(async (world, visitor) => {
      const { source: _none, ...before } = await stored(world);
      assert.equal((await send(visitor, draw(await toBoard(await stored(world))))).status, 303);
      const { source, ...after } = await stored(world);
      assert.deepEqual(after, before);
      assert.notEqual(source, null);
    }),
  );

  it(
    'says what cannot be run beside the element, stores nothing, and draws again what was sent',
    withCatalogue(async (world, visitor) => {
      const before = await stored(world);
      const drawn = (await toBoard(before))
        .replaceAll('bpmn:userTask id="tham-dinh"', 'bpmn:manualTask id="tham-dinh"')
        .replace(/(<bpmn:manualTask[^]*?<\/bpmn:)userTask>/, '$1manualTask>');
      const reply = await send(visitor, draw(drawn));
      assert.equal(reply.status, 422);
      assert.match(reply.html, /href="#finding-tham-dinh"/);
      assert.match(reply.html, /id="finding-tham-dinh" data-board-finding="tham-dinh"/);
      assert.match(reply.text, /Thẩm định hồ sơ: Việc làm tay \(manual task\) nằm ngoài phạm vi/);
      assert.match(reply.html, /&lt;bpmn:manualTask id="tham-dinh"|&lt;bpmn:manualTask id=&quot;tham-dinh/);
      assert.deepEqual(await stored(world), before);
    }),
  );

  it(
    'keeps the drawing when only the basis of the change is missing',
    withCatalogue(async (world, visitor) => {
      const drawn = (await toBoard(await stored(world))).replaceAll('Thẩm định hồ sơ', 'Thẩm định kỹ');
      const reply = await send(visitor, draw(drawn, ''));
      assert.equal(reply.status, 422);
      assert.match(reply.html, /Thẩm định kỹ/);
    }),
  );

  it(
    'stores an unfinished drawing as a draft and lists what is missing',
    withCatalogue(async (world, visitor) => {
      const drawn = (await toBoard(await stored(world))).replace(/toantrinh:limit="[^"]*"/, '');
      assert.equal((await send(visitor, draw(drawn))).status, 303);
      const page = await visitor.get(PAGE);
      assert.match(page.html, /data-board-finding="kiem-tra"/);
      assert.match(page.text, /Kiểm tra, chuyển hồ sơ: Bước chưa có thời hạn/);
    }),
  );

  it(
    'takes in a file of another tool and keeps what that wrote',
    withCatalogue(async (world, visitor) => {
      const bytes = await readFile(path.join(fixtures, 'zeebe.bpmn'));
      assert.equal((await send(visitor, upload(new Uint8Array(bytes)))).status, 303);
      assert.match((await visitor.get(PAGE)).text, /Nội dung riêng của Camunda 8 \(Zeebe\) được giữ nguyên/);
      const redrawn = (await toBoard(await stored(world))).replaceAll(/name="[^"]*"/g, 'name="Mới"');
      assert.equal((await send(visitor, draw(redrawn))).status, 303);
      const { source } = await stored(world);
      const own = /<zeebe:\w+[^>]*>/g;
      assert.equal(source?.match(own)?.length, bytes.toString().match(own)?.length);
    }),
  );

  it(
    'tells of a service that the platform has not got, on every page where one decides, and lets it be published',
    withCatalogue(async (world, visitor) => {
      const said =
        /Gọi máy: Nền tảng không có dịch vụ “gui-di” nên cán bộ thụ lý sẽ làm bước này\. Các dịch vụ của nền tảng: xem-lai \(Xem lại; cho điều kiện: lai\)/;
      const [table, review] = [PAGE.replace('/ve', ''), `/quan-tri/thu-tuc/${CODE}`];
      const pages = [PAGE, table, review];
      assert.equal((await send(visitor, upload(callingService('xem-lai')))).status, 303);
      for (const one of pages) assert.doesNotMatch((await visitor.get(one)).text, /không có dịch vụ/, one);
      assert.match((await visitor.get(PAGE)).html, /xem-lai \(Xem lại/, 'the panel offers it');
      assert.equal((await send(visitor, upload(callingService('gui-di')))).status, 303);
      for (const one of pages) assert.match((await visitor.get(one)).text, said, one);
      assert.match((await visitor.get(PAGE)).html, /data-board-finding="may" data-board-severity="warning"/);
      const draft = await world.look(systemAt(now), (look) => findDraft(look, CODE));
      const wanting = localProblems(draft!.national, draft!.local);
      assert.deepEqual(
        wanting.filter(({ field }) => field === 'process'),
        [],
        'no obstacle',
      );
    }),
  );

  it(
    'refuses in a sentence what is no drawing',
    withCatalogue(async (world, visitor) => {
      const before = await stored(world);
      const sent: readonly Sent[] = [
        draw('no xml'),
        draw('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        draw(''),
        upload(''),
        upload('%PDF-1.7'),
        { way: 'file', cause: 'x' },
        { way: 'other', cause: 'x' },
      ];
      for (const form of sent) {
        const reply = await send(visitor, form);
        assert.equal(reply.status, 422, reply.text.slice(0, 200));
        assert.match(reply.html, /govuk-error-summary/);
        assert.doesNotMatch(reply.text, /undefined|Error:|\[object/);
      }
      assert.deepEqual(await stored(world), before);
    }),
  );

  describe('when two editors draw at once', () => {
    const [first, second] = ['Thẩm định kỹ', 'Thẩm định nhanh'];
    const named = async (world: TestWorld, name: string) =>
      (await toBoard(await stored(world))).replaceAll('Thẩm định hồ sơ', name);
    const stepsOf = async (world: TestWorld) => (await stored(world)).nodes.map(({ name }) => name);

    it(
      'refuses the later one, who keeps the drawing, sees what differs, and saves over on purpose',
      withCatalogue(async (world, visitor) => {
        const [mine, theirs] = [await named(world, first), await named(world, second)];
        const begun = begunIn(await visitor.get(PAGE));
        assert.equal((await send(visitor, draw(theirs))).status, 303);

        const refused = await visitor.post(PAGE, { begun, ...draw(mine) });
        assert.equal(refused.status, 422);
        assert.ok((await stepsOf(world)).includes(second), 'what was saved first stays');
        assert.match(refused.text, /người khác đã lưu bản mới/);
        assert.match(refused.html, new RegExp(`<textarea name="xml"[^>]*>[^]*${first}`));
        assert.match(refused.text, new RegExp(`${first}: hai bản khác nhau`));
        assert.match(refused.html, /data-board-finding="tham-dinh" data-board-severity="warning"/);
        const [, kept = ''] = /href="data:application\/xml;base64,([^"]+)" download/.exec(refused.html) ?? [];
        assert.match(Buffer.from(kept, 'base64').toString(), new RegExp(first));
        assert.equal(begunIn(refused), begun, 'sent again as it is, it is refused again');

        const [, over = ''] = /name="over"[^>]*value="([^"]+)"/.exec(refused.html) ?? [];
        assert.equal((await visitor.post(PAGE, { begun, over, ...draw(mine) })).status, 303);
        assert.ok((await stepsOf(world)).includes(first));
        assert.equal((await visitor.post(PAGE, { begun, over, ...draw(theirs) })).status, 422);
        assert.ok((await stepsOf(world)).includes(first), 'saving over holds for what was seen only');
      }),
    );

    it(
      'the step table is refused as well, and keeps its rows',
      withCatalogue(async (world, visitor) => {
        const table = PAGE.replace('/ve', '');
        const begun = begunIn(await visitor.get(table));
        await send(visitor, draw(await named(world, second)));
        const row = { step: first, unit: 'Phòng', position: 'Chuyên viên', limit: '4 giờ', output: 'Phiếu' };
        const rows = { id: '', act: '', next: '', ...row, cause: 'x' };
        const refused = await visitor.post(table, { begun, ...rows });
        assert.equal(refused.status, 422);
        assert.match(refused.text, /người khác đã lưu bản mới/);
        assert.match(refused.html, new RegExp(`value="${first}"`));
        assert.ok((await stepsOf(world)).includes(second));
      }),
    );

    it(
      'a form without the mark of a version is refused',
      withCatalogue(async (world, visitor) => {
        const before = await stored(world);
        assert.equal((await visitor.post(PAGE, draw(await named(world, first)))).status, 422);
        assert.deepEqual(await stored(world), before);
      }),
    );
  });

  it(
    'is for editors only',
    withCatalogue(async (world) => {
      const before = await stored(world);
      const drawn = (await toBoard(before)).replaceAll('Thẩm định hồ sơ', 'Thẩm định kỹ');
      const clerk = { ...editor(2), powers: [{ role: 'clerk', agency: '', unit: null }] };
      for (const by of [nobody, clerk]) {
        const visitor = visitorOf(world, room, now, by);
        for (const reply of [await visitor.get(PAGE), await visitor.post(PAGE, draw(drawn))])
          assert.ok(reply.status === 403 || reply.to === '/dang-nhap', String(reply.status));
      }
      assert.deepEqual(await stored(world), before);
    }),
  );
});
