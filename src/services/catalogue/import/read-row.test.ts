import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { goodRow, lineOf } from '../fixtures.ts';
import { carryOver } from './carry-over.ts';
import type { DoubtKind } from './doubt.ts';
import { judgeFee } from './fees.ts';
import { readLine, readRow, type ReadRow } from './read-row.ts';

const good = (read: ReadRow): Extract<ReadRow, { national: unknown }> =>
  'national' in read ? read : assert.fail(read.rejected.en);
const doubtsOf = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
  good(readRow({ ...goodRow, ...changes })).doubts.map(({ field, kind }) => `${field} ${kind}`);
const method = (changes: Readonly<Record<string, unknown>>) => ({
  methods: [{ ...goodRow.methods[0], ...changes }],
});

describe('a row of the national catalogue', () => {
  it('in its good form raises no doubt', () => {
    const { national, doubts } = good(readRow(goodRow));
    assert.deepEqual(doubts, []);
    assert.deepEqual(national.levels, ['commune']);
    assert.deepEqual(national.methods[0]?.terms, [{ amount: 3, unit: 'working-day', when: null }]);
    assert.equal(national.methods[0]?.fees[0]?.amount, 0);
    assert.equal(national.groups[0]?.components[0]?.name, 'Giấy chứng sinh');
  });

  it('has the code of its domain as the nation writes it, or none', () => {
    const codeIn = (code: string | undefined) =>
      good(readRow({ ...goodRow, ...(code !== undefined && { domain_code: code }) })).national.domainCode;
    assert.deepEqual(['G15-TP07', ' g03-gd10 ', 'G07-LĐ03', 'ho-tich', '', undefined].map(codeIn), [
      'G15-TP07',
      'G03-GD10',
      'G07-LĐ03',
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual(doubtsOf({ domain_code: 'ho-tich' }), ['domainCode bad-code']);
  });

  it('keeps the code of its domain where a later list names none', () => {
    const ours = good(readRow({ ...goodRow, domain_code: 'G15-TP07' })).national;
    const codeAfter = (changes: object) =>
      carryOver(ours, good(readRow({ ...goodRow, ...changes })).national, []).national.domainCode;
    assert.equal(codeAfter({}), 'G15-TP07');
    assert.equal(codeAfter({ domain_code: 'G15-TP08' }), 'G15-TP08');
    assert.equal(codeAfter({ domain: 'Nuôi con nuôi' }), undefined);
  });

  it('gives the same content and hash whatever the order of its keys', () =>
    assert.equal(
      good(readRow(Object.fromEntries(Object.entries(goodRow).reverse()))).hash,
      good(readRow(goodRow)).hash,
    ));

  const doubtful: readonly (readonly [string, Readonly<Record<string, unknown>>, string, DoubtKind])[] = [
    ['no name', { name: undefined }, 'name', 'missing'],
    ['no audience', { audience: [] }, 'audience', 'missing'],
    ['no methods', { methods: undefined }, 'methods', 'missing'],
    ['no unit', method({ time_unit: undefined }), 'methods[0].time_limit', 'no-unit'],
    ['an unknown unit', method({ time_unit: 'fortnight' }), 'methods[0].time_limit', 'unknown-value'],
    ['a limit of words', method({ time_limit: 'theo hẹn' }), 'methods[0].time_limit', 'wrong-type'],
    ['an unknown audience', { audience: ['cư trú tại Việt Nam'] }, 'audience', 'unknown-value'],
    [
      'a fee that the council decides',
      method({ fees: [{ amount: 0, currency: 'VND', note: 'Mức lệ phí do HĐND tỉnh quyết định' }] }),
      'methods[0].fees[0]',
      'fee-left-open',
    ],
    [
      'a fee in dollars',
      method({ fees: [{ amount: 20, currency: 'USD' }] }),
      'methods[0].fees[0]',
      'fee-currency',
    ],
    [
      'a fee that was torn apart',
      method({ ambiguous: true, fees: [{ amount: 120, currency: 'VND' }] }),
      'methods[0].fees[0]',
      'flattened',
    ],
    [
      'a garbage result code',
      { results: [{ name: 'Giấy', code: 'rjwegefu' }] },
      'results[0].code',
      'bad-code',
    ],
    ['a garbage decision', { decision_number: 'Demo/QĐ-BCA' }, 'decision.number', 'bad-code'],
    ['a flattened table', { components_raw: 'Tên giấy tờMẫu đơn' }, 'groups', 'flattened'],
    [
      'a document without name',
      { component_groups: [{ case: '', items: [{ originals: 1, copies: 0 }] }] },
      'groups[0].items[0].name',
      'no-name',
    ],
    [
      'a document without count',
      { component_groups: [{ case: '', items: [{ name: 'Đơn' }] }] },
      'groups[0].items[0]',
      'no-count',
    ],
    [
      'a paragraph for a name',
      { component_groups: [{ case: '', items: [{ name: 'Giấy '.repeat(300), originals: 1, copies: 0 }] }] },
      'groups[0].items[0].name',
      'paragraph',
    ],
    ['the district', { competent_authority: 'Ủy ban nhân dân cấp huyện' }, 'competent', 'abolished'],
    ['a wrong kind of value', { steps: { a: 1 } }, 'steps', 'wrong-type'],
    ['no law', { legal_basis: [] }, 'legalBasis', 'missing'],
  ];
  for (const [name, changes, field, kind] of doubtful) {
    it(`with ${name} is taken in, with doubt`, () =>
      assert.ok(doubtsOf(changes).includes(`${field} ${kind}`), doubtsOf(changes).join(', ')));
  }

  it('turns headings of the flattened table into notes', () => {
    const items = [
      { name: '* Giấy tờ phải nộp:', originals: 0, copies: 0 },
      { name: '.', originals: 0, copies: 0 },
      { name: 'Tờ khai', originals: 1, copies: 0 },
    ];
    const [group] = good(readRow({ ...goodRow, component_groups: [{ case: '', items }] })).national.groups;
    assert.deepEqual(
      group?.components.map(({ name }) => name),
      ['Tờ khai'],
    );
    assert.deepEqual(group?.notes, ['Giấy tờ phải nộp:']);
  });

  it('takes the kind of a paper from its own code, never from its name', () => {
    const item = { name: 'Giấy khai sinh', originals: 1, copies: 0 };
    const kindOf = (code: unknown) =>
      good(readRow({ ...goodRow, component_groups: [{ case: '', items: [{ ...item, code }] }] })).national
        .groups[0]?.components[0]?.paper;
    assert.equal(kindOf('KQ.G15.000031'), 'KQ.G15.000031');
    assert.equal(kindOf('000.00.00.G09-KQ002269'), '000.00.00.G09-KQ002269');
    for (const other of ['1.2', 'TP-0031', '', undefined]) assert.equal(kindOf(other), undefined);
  });

  it('tells papers that are shown from papers that are handed in', () => {
    const items = [{ name: 'Căn cước', originals: 1, copies: 0 }];
    const manner = (heading: string) =>
      good(readRow({ ...goodRow, component_groups: [{ case: heading, items }] })).national.groups[0]
        ?.components[0]?.manner;
    assert.equal(manner('* Giấy tờ phải xuất trình:'), 'shown');
    assert.equal(manner('* Giấy tờ phải nộp:'), 'handed-in');
    assert.equal(manner('Giấy tờ nộp hoặc xuất trình'), 'handed-in');
  });

  it('puts the rows of one way of filing together, each limit with its case', () => {
    const rows = [
      { channel: 'online', time_limit: 5, time_unit: 'working_day', description: 'Cấp mới' },
      { channel: 'online', time_limit: 3, time_unit: 'working_day', description: 'Cấp lại' },
      { channel: 'post', time_limit: 5, time_unit: 'working_day' },
    ];
    const { methods } = good(readRow({ ...goodRow, methods: rows })).national;
    assert.deepEqual(
      methods.map(({ channel, terms }) => [channel, terms.map(({ amount, when }) => [amount, when])]),
      [
        [
          'online',
          [
            [5, 'Cấp mới'],
            [3, 'Cấp lại'],
          ],
        ],
        ['post', [[5, null]]],
      ],
    );
  });

  it('finds the number of a law that is glued to its title', () =>
    assert.equal(
      good(readRow({ ...goodRow, legal_basis: [{ title: 'Nghị định 123/2015/NĐ-CP về hộ tịch' }] })).national
        .legalBasis[0]?.number,
      '123/2015/NĐ-CP',
    ));

  it('takes in lists where texts should be, and texts where lists should be', () => {
    const { national } = good(
      readRow({
        ...goodRow,
        steps: ['Một', 'Hai'],
        audience: 'Công dân Việt Nam',
        implementing_agencies: 'Sở Tư pháp',
      }),
    );
    assert.equal(national.steps, 'Một\nHai');
    assert.deepEqual([national.audience, national.implementing], [['citizen'], ['Sở Tư pháp']]);
  });

  for (const [name, line] of [
    ['text that is no JSON', '{"code": "1.0'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['no code', lineOf({ code: undefined })],
    ['nested without end', `{"code":"1.001193","name":"a","methods":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['a malformed code', lineOf({ code: 'Test_P001' })],
  ] as const) {
    it(`is rejected with a reason when it is ${name}`, () => {
      const read = readLine(line);
      assert.ok('rejected' in read && read.rejected.vi !== '' && read.rejected.en !== '');
    });
  }

  it('never throws, whatever stands in it', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...Object.keys(goodRow), 'components_raw', 'keywords', 'reception_address'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, (changes) => {
        const { national } = good(readRow({ ...goodRow, ...changes, code: goodRow.code }));
        assert.equal(JSON.stringify(national).includes('\\u0000'), false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a fee', () => {
  const judged: readonly (readonly [number | null, string, string, number | null])[] = [
    [0, 'VND', '', 0],
    [0, 'VND', 'Không', 0],
    [0, 'VND', 'Không quy định.', 0],
    [0, 'VND', 'Miễn lệ phí (Thông tư số 47/2019/TT-BTC).', 0],
    [0, 'VND', 'Mức lệ phí do HĐND tỉnh quyết định', null],
    [0, 'VND', '20.000 đ/tờ khai', null],
    [0, 'VND', '(áp dụng mức phí 400.000 đồng/hồ sơ từ 01/7/2025)', null],
    [0, 'VND', 'Miễn lệ phí cho người thuộc hộ nghèo', null],
    [0, 'VND', 'Chưa quy định.', null],
    [50_000, 'VND', '', 50_000],
    [50_000, 'VND', '50.000 đồng/lần', 50_000],
    [10_000_000, 'VND', 'Dưới 50 tỷ: 10 triệu đồng/giấy', 10_000_000],
    [50_000, 'VND', 'Thông tư số 25/2021/TT-BTC', 50_000],
    [120, 'VND', '20.000 vnđ /tờ khai', null],
    [40, 'VND', '', null],
    [800_000, 'VND', 'áp dụng mức phí 400.000 đồng/hồ sơ đến hết ngày 31/12/2026', null],
    [60, 'USD', '', null],
    [null, 'VND', '', null],
  ];
  for (const [amount, currency, note, wanted] of judged) {
    it(`of ${amount} ${currency} noted «${note}» is ${wanted ?? 'unknown'}`, () =>
      assert.equal(judgeFee(amount, currency, note).amount, wanted));
  }
});
