import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { lineOf, phrases } from '../fixtures.ts';
import { importProcedures } from '../import/import.ts';
import { listProcedures } from '../lists.ts';
import { search } from './find.ts';

const now = systemAt('2026-11-21T03:00:00Z');

const few = [
  lineOf(),
  lineOf({
    code: '2.000528',
    name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài',
    audience: ['Người nước ngoài'],
  }),
  lineOf({ code: '1.000894', name: 'Thủ tục đăng ký kết hôn' }),
  lineOf({
    code: '1.012786',
    name: 'Cấp lại Giấy chứng nhận do bị mất',
    domain: 'Đất đai',
    levels: ['Cấp tỉnh'],
    results: [],
  }),
  lineOf({
    code: '1.012783',
    name: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
    domain: 'Đất đai',
    levels: ['Cấp tỉnh'],
    results: [],
  }),
];

const codesFor = async (world: TestWorld, query: string, filter = {}) =>
  (await world.look(now, (look) => search(look, query, filter))).items.map(({ code }) => code);

describe('search', () => {
  it(
    'forgives missing marks, tone position, case and typing errors, and knows what people say',
    rolledBack(async (world) => {
      await importProcedures(world, now, [few.join('\n')]);
      const first = async (query: string) => (await codesFor(world, query))[0];
      for (const query of [
        'Khai sinh',
        'khai sinh',
        'KHAI SINH',
        'khai sing',
        'kahi sinh',
        'khaisinh',
        'giấy khai sinh',
        'giay khai sanh',
        'làm giấy khai sinh cho con tôi ở đâu?',
        '1.001193',
      ]) {
        assert.equal(await first(query), '1.001193', query);
      }
      assert.equal(await first('khai sinh có bố là người nước ngoài'), '2.000528');
      assert.equal(await first('đăng kí kết hôn'), '1.000894');
      assert.equal(await first('ket hon'), '1.000894');
      assert.equal(await first('mất sổ đỏ'), '1.012786');
      assert.equal(await first('sổ hồng của mẹ tôi bị mất'), '1.012786');
      assert.equal(await first('sổ đỏ bị rách'), '1.012783');
    }),
  );

  it(
    'narrows to a filter, and finds nothing where nothing is',
    rolledBack(async (world) => {
      await importProcedures(world, now, [few.join('\n')]);
      assert.deepEqual(await codesFor(world, 'khai sinh', { audience: 'foreigner' }), ['2.000528']);
      assert.deepEqual(await codesFor(world, 'khai sinh', { level: 'province' }), []);
      for (const nothing of [
        '',
        '   ',
        'zzzz qqqq',
        '!!!',
        "'); drop",
        '\\',
        'a'.repeat(5000),
        '%',
        ':*',
        '\u0000',
      ])
        assert.deepEqual(await codesFor(world, nothing), [], nothing.slice(0, 20));
    }),
  );

  it(
    'lists by name, page after page, without gap or repetition',
    rolledBack(async (world) => {
      await importProcedures(world, now, [few.join('\n')]);
      const codes: string[] = [];
      for (let after: Awaited<ReturnType<typeof listProcedures>>['next'] = null, i = 0; i < 10; i++) {
        const page = await world.look(now, (look) => listProcedures(look, {}, after, 2));
        codes.push(...page.items.map(({ code }) => code));
        after = page.next;
        if (!after) break;
      }
      assert.deepEqual(codes, ['1.012783', '1.012786', '1.000894', '1.001193', '2.000528']);
    }),
  );

  it('has a hundred phrases of citizens, forty of them in the wording of their questions', () => {
    assert.equal(phrases.length, 100);
    assert.ok(phrases.filter(({ from }) => from === 'questions-answers').length >= 40);
  });
});
