import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { advance, start } from './advance.ts';
import { file, definition, flow, gateway, plainEvent, step } from './fixtures.ts';
import { publishable } from './publish.ts';
import { read } from './read.ts';
import { consulting, standardProcess, standardTable, type StandardCase } from './standard.ts';
import { END, fromStepTable, toStepTable, type StepRow } from './step-table.ts';
import { exportDefinition } from './write.ts';

const base = { id: 'p', name: 'Thí dụ', agency: null };
const row = (id: string, next?: StepRow['next']): StepRow => ({
  id,
  step: `Bước ${id}`,
  unit: 'Phòng Thí dụ',
  position: 'Chuyên viên',
  hours: 4,
  output: 'Giấy',
  ...(next ? { next } : {}),
});

const rowsOf = (subject: Parameters<typeof toStepTable>[0]): readonly StepRow[] => {
  const table = toStepTable(subject);
  return 'rows' in table ? table.rows : assert.fail(JSON.stringify(table));
};

const branching: readonly StepRow[] = [
  row('a', [
    { to: 'c', when: 'nhanh = true', label: 'Nhanh' },
    { to: 'b', when: null, label: 'Thường' },
  ]),
  row('b'),
  row('c', [
    { to: 'a', when: 'lai = true', label: 'Làm lại' },
    { to: END, when: null, label: 'Xong' },
  ]),
];

describe('step table', () => {
  it('becomes a definition and comes back the same', () => {
    for (const rows of [[row('a')], [row('a'), row('b'), row('c')], branching]) {
      const made = fromStepTable(base, rows);
      assert.deepEqual(publishable(made), []);
      assert.deepEqual(rowsOf(made), rows);
    }
  });

  it('keeps limits that hours cannot say, acts and forms', () => {
    const rows: readonly StepRow[] = [
      { ...row('a'), hours: null, limit: { amount: 1, unit: 'month' }, act: 'check', form: 'don' },
    ];
    assert.deepEqual(rowsOf(fromStepTable(base, rows)), rows);
  });

  it('comes back for every table of forward and backward branches', () => {
    const tables = fc.integer({ min: 1, max: 6 }).chain((count) =>
      fc
        .array(fc.option(fc.nat({ max: count - 1 }), { nil: null }), { minLength: count, maxLength: count })
        .map((targets) =>
          targets.map((to, at): StepRow => {
            const following = at + 1 < count ? `r${at + 1}` : END;
            if (to === null || `r${to}` === following) return row(`r${at}`);
            return row(`r${at}`, [
              { to: `r${to}`, when: `n = ${at}`, label: 'Có' },
              { to: following, when: null, label: 'Không' },
            ]);
          }),
        ),
    );
    fc.assert(
      fc.property(tables, (rows) => {
        const made = fromStepTable(base, rows);
        assert.deepEqual(publishable(made), []);
        const back = rowsOf(made);
        assert.deepEqual(new Set(back.map(({ id }) => id)), new Set(rows.map(({ id }) => id)));
        assert.deepEqual(rowsOf(fromStepTable(base, back)), back);
      }),
      { numRuns: 100 },
    );
  });

  it('edits a diagram of another tool without losing its ids and drawing', async () => {
    const [definition] = (await read(file('signavio.bpmn'))).definitions;
    const simple = {
      ...definition!,
      nodes: definition!.nodes.map((node) =>
        'event' in node ? { ...node, event: { type: 'none' } as const } : node,
      ),
    };
    const rows = rowsOf(simple).map((each) =>
      each.id === 'sid-u2' ? { ...each, step: 'Ký ban hành', hours: 2 } : each,
    );
    const edited = fromStepTable(simple, rows);
    const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
    assert.ok(ids(edited.nodes).includes('sid-g'));
    assert.ok(ids(edited.flows).includes('sid-f3'));
    assert.match(await exportDefinition(edited), /signavio:signavioMetaData/);
  });

  it('says what no table can hold', () => {
    const parts = [plainEvent('s', 'start'), gateway('g', 'parallel'), step('a'), plainEvent('e', 'end')];
    const table = toStepTable(definition(parts, [flow('s', 'g'), flow('g', 'a'), flow('a', 'e')]));
    assert.deepEqual('refused' in table && table.refused.map(({ element }) => element), ['g']);
  });

  it('joins conditions of gateways that follow each other', () => {
    const parts = [
      plainEvent('s', 'start'),
      step('a'),
      gateway('g', 'exclusive'),
      gateway('h', 'exclusive'),
      step('b'),
      step('c'),
      plainEvent('e', 'end'),
    ];
    const flows = [
      flow('s', 'a'),
      flow('a', 'g'),
      flow('g', 'h', 'x = 1'),
      flow('g', 'e'),
      flow('h', 'b', 'y = 1'),
      flow('h', 'c'),
      flow('b', 'e'),
      flow('c', 'e'),
    ];
    const [first] = rowsOf(definition(parts, flows));
    assert.deepEqual(
      first?.next?.map(({ to, when }) => [to, when]),
      [
        ['b', '(x = 1) and (y = 1)'],
        ['c', 'x = 1'],
        [END, null],
      ],
    );
  });
});

const birth: StandardCase = {
  id: 'khai-sinh',
  name: 'Đăng ký khai sinh',
  agency: 'Ủy ban nhân dân xã Mẫu',
  oneStop: 'Trung tâm Phục vụ hành chính công xã Mẫu',
  unit: 'Phòng Văn hóa - Xã hội',
  signer: 'Chủ tịch',
  hours: 8,
};

describe('the usual one-stop process', () => {
  it('may be published whatever the time limit, and its steps take exactly that time', () => {
    for (const hours of [8, 24, 40, 120, 160, 240]) {
      const made = standardProcess({ ...birth, hours });
      assert.deepEqual(publishable(made), []);
      const total = standardTable({ ...birth, hours }).reduce((sum, each) => sum + (each.hours ?? 0), 0);
      assert.equal(total, hours);
    }
  });

  it('walks from check to return, and back to the draft when the leader does not approve', () => {
    const made = standardProcess(birth);
    let progress = start(made);
    const walked: string[] = [];
    for (const approve of [false, false, false, false, false, true, true, true, true, true]) {
      const [token] = progress.instance.tokens;
      if (!token) break;
      walked.push(token.node);
      progress = advance(made, progress.instance, {
        kind: 'done',
        token: token.id,
        data: { duyet: approve },
      });
    }
    assert.deepEqual(walked, [
      'kiem-tra',
      'phan-cong',
      'tham-dinh',
      'du-thao',
      'ky',
      'du-thao',
      'ky',
      'dong-dau',
      'tra',
    ]);
    assert.deepEqual(progress.effects.at(-1), { do: 'finished' });
  });

  it('asks other agencies in parallel with one step', () => {
    const asked = [
      { id: 'y-kien', name: 'Cho ý kiến', unit: 'Sở Thí dụ', position: 'Chuyên viên', hours: 16 },
    ];
    const made = consulting(standardProcess({ ...birth, hours: 160 }), 'tham-dinh', asked);
    assert.deepEqual(publishable(made), []);
    assert.ok('refused' in toStepTable(made));
  });
});
