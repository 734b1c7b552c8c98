/** What a process waits for, read and noted over the API: by those who may on the page, once, with nothing but what the process asks for. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import { visitorOf, type Reply, type Visitor } from '../../ground/web/testing.tsx';
import { dossierApis } from './api.ts';
import { caseOfficer, counter, father, leader, stranger, stranger2 } from './fixtures.ts';
import { messagePage } from './pages/message.tsx';
import { after, begun, driving, officer, toTimer, toVerification } from './testing/driving.ts';
import { at, build, committee } from './testing/sample-agencies.ts';

const room = { pages: [messagePage], apis: dossierApis };
const police = { name: 'Công an xác nhận', from: 'Công an tỉnh', said: 'Số 12/CA: đúng' };
const stop = { name: 'Người nộp xin dừng xác minh', from: 'Cổng khác', said: 'Xin dừng' };

const bodyOf = ({ html }: Reply) =>
  JSON.parse(html) as {
    readonly waiting: readonly {
      readonly name: string;
      readonly element: string;
      readonly ways: unknown[];
    }[];
    readonly message?: string;
    readonly fields?: readonly { readonly field: string; readonly message: string }[];
  };
const namesIn = (reply: Reply): readonly string[] => bodyOf(reply).waiting.map(({ name }) => name);

/** A dossier, and the API for it at an hour after Monday's beginning, as somebody. */
async function opened(world: TestWorld, id: string) {
  const { whole } = driving(world, id);
  const { code } = (await whole(0)).dossier;
  const path = `/api/v1/dossiers/${code}/messages`;
  const visitor = (by: By, hours: number): Visitor => visitorOf(world, room, after(hours), by);
  return {
    page: `/ho-so/${code}/tin-den`,
    ask: (by: By, hours: number) => visitor(by, hours).get(path),
    note: (by: By, hours: number, body: unknown) => visitor(by, hours).send(path, body),
    visitor,
  };
}

describe('messages that a process waits for, over the API', () => {
  it(
    'are told and taken from whoever settles the dossier, once; the record says who sent what',
    rolledBack(async (world) => {
      const id = await begun(world);
      const { waits, passes, whole, holds } = driving(world, id);
      await toTimer(world, id);
      await passes(2 + 48);
      const { ask, note } = await opened(world, id);
      assert.deepEqual(bodyOf(await ask(officer, 51)).waiting, [
        { name: stop.name, element: 'Xin dừng', ways: [] },
        { name: police.name, element: 'Chờ công an', ways: [] },
      ]);
      const answer = await note(officer, 51, police);
      assert.deepEqual([answer.status, namesIn(answer)], [200, []]);
      assert.ok((await waits(51)).includes('draft: Dự thảo'));
      for (const again of [police, stop]) {
        const twice = await note(officer, 52, again);
        assert.deepEqual([twice.status, bodyOf(twice).message], [409, 'Hồ sơ không chờ tin nào.']);
      }
      const steps = await world.look(systemAt(after(52).toISOString()), (look) =>
        listSteps(look, id, 'inside'),
      );
      const noted = steps.filter(({ act }) => act === 'dossier.note-message');
      const said = noted[0]?.after as Record<string, unknown>;
      assert.deepEqual([noted.length, noted[0]?.name], [1, officer.name]);
      assert.deepEqual(
        [said['message'], said['from'], said['finding']],
        [police.name, police.from, police.said],
      );
      assert.equal((await whole(52)).dossier.state, 'processing');
      await holds(52);
    }),
  );

  it(
    'decide the way on behind them by what they bring; the page asks for it, too, where several may come',
    rolledBack(async (world) => {
      const flow = (id: string, from: string, to: string, more = '') =>
        `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" ${more}</bpmn:sequenceFlow>`;
      const id = await begun(world, (file) =>
        file.replace(
          /<bpmn:sequenceFlow id="x5"[^]*?<\/bpmn:sequenceFlow>/,
          '<bpmn:exclusiveGateway id="kq" name="Có tiền án?" default="k2"/>' +
            flow('x5', 'cho-cong-an', 'kq', '>') +
            flow(
              'k1',
              'kq',
              'niem-yet',
              'name="Có"><bpmn:conditionExpression>tien_an = 2</bpmn:conditionExpression>',
            ) +
            flow('k2', 'kq', 'xe', 'name="Không">'),
        ),
      );
      const { waits, passes, holds } = driving(world, id);
      await toTimer(world, id);
      await passes(2 + 48);
      const { ask, note, visitor, page } = await opened(world, id);
      const ways = [
        { label: 'Không', data: { tien_an: true } },
        { label: 'Có', data: { tien_an: 2 } },
      ];
      assert.deepEqual(
        bodyOf(await ask(officer, 51)).waiting.map((one) => one.ways),
        [[], ways],
      );
      const silent = await note(officer, 51, police);
      assert.deepEqual([silent.status, bodyOf(silent).fields?.[0]?.field], [422, 'data.tien_an']);
      const shown = await visitor(officer, 51).get(page);
      assert.match(shown.text, /Chờ công an \(Công an xác nhận\): Có/);
      const key = /value="([^"]+~cho-cong-an)"/.exec(shown.html)?.[1] ?? '';
      const onPage = { message: key, finding: 'Số 12/CA' };
      const unasked = await visitor(officer, 51).post(page, onPage);
      assert.equal(unasked.status, 422);
      assert.match(unasked.text, /Hãy chọn hướng đi tiếp/);
      assert.equal((await note(officer, 51, { ...police, data: { tien_an: 2 } })).status, 200);
      assert.deepEqual(await waits(51), ['await-time: Niêm yết hai ngày'], 'it goes back by its data');
      await passes(51 + 48);
      const later = (await visitor(officer, 100).get(page)).html;
      const valueIn = (pattern: RegExp) => pattern.exec(later)?.[1] ?? assert.fail(later);
      const done = await visitor(officer, 100).post(page, {
        message: valueIn(/value="([^" ]+~cho-cong-an)"/),
        finding: 'Số 13/CA',
        way: valueIn(/value="([^"]+ k2)"/),
      });
      assert.equal(done.status, 303, done.text.slice(0, 300));
      assert.ok((await waits(100)).includes('draft: Dự thảo'));
      await holds(100);
    }),
  );

  it(
    'are nobody else’s: the API refuses whom the page refuses',
    rolledBack(async (world) => {
      const id = await begun(world);
      await toVerification(world, id);
      const { ask, note, page, visitor } = await opened(world, id);
      const strangers: readonly (readonly [By, number])[] = [
        [nobody, 401],
        [father, 403],
        [stranger, 403],
        [stranger2, 403],
        [at(caseOfficer, build.id), 403],
        [at(leader, committee.id), 403],
        [{ ...officer, person: father.person }, 403],
      ];
      for (const [by, status] of strangers) {
        const name = `${by.kind} ${by.name}`;
        assert.equal((await ask(by, 1)).status, status, name);
        assert.equal((await note(by, 1, stop)).status, status, name);
        const shown = await visitor(by, 1).get(page);
        assert.ok(shown.status === 403 || shown.to !== null, `${name}: ${shown.status}`);
      }
      for (const by of [officer, at(counter, committee.id)]) {
        assert.deepEqual(namesIn(await ask(by, 1)), [stop.name]);
        assert.equal((await visitor(by, 1).get(page)).status, 200);
      }
      assert.equal((await note(officer, 1, stop)).status, 200);
    }),
  );

  it(
    'are not there before the process waits; then the list is empty and nothing can be noted',
    rolledBack(async (world) => {
      const id = await begun(world);
      const { ask, note, page, visitor } = await opened(world, id);
      assert.deepEqual(namesIn(await ask(officer, 0)), []);
      assert.equal((await note(officer, 0, stop)).status, 409);
      assert.equal((await visitor(officer, 0).get(page)).status, 409);
      await toVerification(world, id);
      const other = await note(officer, 1, police);
      assert.deepEqual(
        [other.status, bodyOf(other).message],
        [409, 'Hồ sơ không chờ tin “Công an xác nhận”.'],
        'another message than the one that is awaited',
      );
    }),
  );

  it(
    'bring nothing but what the process asks for',
    rolledBack(async (world) => {
      const id = await begun(world);
      await toVerification(world, id);
      const { note, ask } = await opened(world, id);
      const wrong: readonly (readonly [unknown, string, RegExp])[] = [
        [{ ...stop, name: '' }, 'name', /Hãy nhập/],
        [{ ...stop, name: 7 }, 'name', /phải là chữ/],
        [{ name: stop.name, said: 'x' }, 'from', /Hãy nhập tin đến từ đâu/],
        [{ name: stop.name, from: 'x' }, 'said', /Hãy nhập nội dung tin/],
        [{ ...stop, said: 'x'.repeat(5001) }, 'said', /dài quá/],
        [{ ...stop, from: 'a\u0000b' }, 'from', /ký tự không dùng được/],
        [{ ...stop, data: [] }, 'data', /đối tượng JSON/],
        [{ ...stop, data: 'x' }, 'data', /đối tượng JSON/],
        [
          { ...stop, data: { duyet: true } },
          'data.duyet',
          /không hỏi “duyet”. Các tên được hỏi: can_xac_minh/,
        ],
        [{ ...stop, data: { trung: false } }, 'data.trung', /không hỏi “trung”/],
        [{ ...stop, data: { childName: 'Khác' } }, 'data.childName', /không hỏi/],
        [{ ...stop, data: { la: 1 } }, 'data.la', /không hỏi/],
        [{ ...stop, data: { can_xac_minh: { a: 1 } } }, 'data.can_xac_minh', /phải là chữ/],
        [{ ...stop, data: { can_xac_minh: 'x'.repeat(501) } }, 'data.can_xac_minh', /phải là chữ/],
      ];
      for (const [body, field, says] of wrong) {
        const reply = await note(officer, 1, body);
        assert.equal(reply.status, 422, JSON.stringify(body).slice(0, 200));
        const fault = bodyOf(reply).fields?.find((one) => one.field === field);
        assert.match(fault?.message ?? reply.html, says);
      }
      assert.deepEqual(namesIn(await ask(officer, 1)), [stop.name], 'nothing was noted');
      assert.equal((await note(officer, 1, { ...stop, data: { can_xac_minh: false } })).status, 200);
    }),
  );
});
