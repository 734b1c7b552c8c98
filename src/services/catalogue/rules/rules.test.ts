import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editor, localOf, nationalOf } from '../fixtures.ts';
import type { Component, Fee, Procedure, Term } from '../schema.ts';
import { compareVersions } from './compare.ts';
import { eligibility, readAnswers } from './eligibility.ts';
import { costOf } from './fees.ts';
import { serviceLevel } from './level.ts';
import { localProblems } from './local-layer.ts';
import { possibleActs, refusal, type DraftState } from './states.ts';
import { notLonger, termText } from './terms.ts';
import { nobody } from '../../../ground/db/act.ts';
import { fromStepTable } from '../../../work/process/index.ts';

const term = (amount: number, unit: Term['unit']): Term => ({ amount, unit, when: null });
const fee = (changes: Partial<Fee>): Fee => ({
  code: 'P',
  name: 'Phí',
  kind: 'charge',
  amount: 0,
  per: null,
  quantity: null,
  channels: null,
  exemptions: [],
  basis: 'Luật',
  ...changes,
});

describe('a limit of the province', () => {
  const table: readonly (readonly [Term, Term, boolean])[] = [
    [term(3, 'working-day'), term(5, 'working-day'), true],
    [term(5, 'working-day'), term(5, 'working-day'), true],
    [term(6, 'working-day'), term(5, 'working-day'), false],
    [term(4, 'working-hour'), term(1, 'working-day'), true],
    [term(1, 'same-day'), term(3, 'working-day'), true],
    [term(2, 'working-day'), term(1, 'same-day'), false],
    [term(5, 'working-day'), term(7, 'day'), true],
    [term(6, 'working-day'), term(7, 'day'), false],
    [term(5, 'day'), term(5, 'working-day'), true],
    [term(6, 'day'), term(5, 'working-day'), false],
    [term(20, 'day'), term(1, 'month'), true],
    [term(30, 'day'), term(1, 'month'), false],
    [term(1, 'day'), term(1, null), true],
    [term(24, 'hour'), term(1, 'day'), true],
  ];
  for (const [one, other, shorter] of table) {
    it(`of ${termText(one).en} ${shorter ? 'may' : 'may not'} stand for ${termText(other).en}`, () =>
      assert.equal(notLonger(one, other), shorter));
  }
});

describe('the local layer', () => {
  const national = nationalOf();
  const fields = (local: Parameters<typeof localOf>[0]) =>
    localProblems(national, localOf(local)).map(({ field }) => field);
  it('may shorten', () => assert.deepEqual(fields({ term: term(2, 'working-day') }), []));
  it('may not lengthen', () => assert.deepEqual(fields({ term: term(4, 'working-day') }), ['term']));
  it('needs a unit', () => assert.deepEqual(fields({ term: term(2, null) }), ['term']));
  it('cites the resolution for every fee', () =>
    assert.deepEqual(fields({ fees: [fee({ basis: ' ' })] }), ['fees.0']));
  it('gives every fee an amount or a formula', () =>
    assert.deepEqual(
      [fields({ fees: [fee({ amount: null })] }), fields({ fees: [fee({ amount: null, formula: 5 })] })],
      [['fees.0'], []],
    ));
  it('can never add a document', () => {
    const upload = {
      id: 'extra',
      type: 'files',
      component: 'not-listed',
      label: { vi: 'Giấy thêm', en: 'One more' },
      accept: ['pdf'],
    };
    const title = { vi: 'Đơn', en: 'Form' };
    const form = {
      id: 'f',
      version: 1,
      title,
      sections: [{ id: 's', title, pages: [{ id: 'p', title, fields: [upload] }] }],
    };
    const problems = localProblems(national, localOf({ form: form as never }));
    assert.ok(
      problems.some(({ message }) => message.vi.includes('không có trong thành phần hồ sơ')),
      JSON.stringify(problems),
    );
  });

  it('a matter is identified by what the form asks', () => {
    const by = (answers: readonly string[]) => fields({ identifiedBy: [{ matter: 'birth', answers }] });
    assert.deepEqual(by(['mother.personalNumber']), ['identifiedBy']);
    assert.deepEqual(by([]), []);
  });
});

describe('cost', () => {
  it('unknown is not free', () =>
    assert.equal(costOf([fee({ amount: 0 }), fee({ amount: null })]).kind, 'unknown'));
  it('nothing said is not free', () => assert.equal(costOf([]).kind, 'unstated'));
  it('nothing owed is free, also when copies cost', () =>
    assert.deepEqual(
      [costOf([fee({})]), costOf([fee({}), fee({ amount: 8000, per: 'bản', quantity: 'copies' })])],
      [{ kind: 'free' }, { kind: 'free' }],
    ));
  it('adds what is owed', () =>
    assert.deepEqual(costOf([fee({ amount: 5000 }), fee({ amount: 3000 })]), {
      kind: 'amount',
      dong: 8000,
      from: false,
    }));
});

describe('the level of a service', () => {
  const shown: Component = {
    key: 'a',
    name: 'Hộ chiếu',
    manner: 'shown',
    originals: 1,
    copies: 0,
    when: null,
    chain: null,
    form: null,
    standIns: [],
  };
  const form = { id: 'f', version: 1, title: { vi: 'Đơn', en: 'Form' }, sections: [] };
  const of = (changes: Partial<Procedure>) =>
    serviceLevel({ ...nationalOf(), ...localOf({ form }), ...changes } as Procedure);
  const reasons = (changes: Partial<Procedure>) => of(changes).obstacles.map(({ reason }) => reason);
  it('is end-to-end when nothing stands against it', () =>
    assert.deepEqual(of({}), { level: 'end-to-end', obstacles: [] }));
  it('is partial when the law demands a site check, with its reason', () => {
    const barriers = [
      { reason: 'site-check', says: { vi: 'Xem thực địa', en: 'Site visit' }, basis: 'Luật Xây dựng' },
    ] as const;
    assert.deepEqual([of({ barriers }).level, reasons({ barriers })], ['partial', ['site-check']]);
  });
  it('is partial when a step of its process goes to the site', () => {
    const process = fromStepTable({ id: 'p', name: 'Quy trình', agency: null }, [
      { id: 'a', step: 'Xem thực địa', unit: null, position: null, hours: 8, output: null, act: 'inspect' },
    ]);
    assert.deepEqual(reasons({ process }), ['site-check']);
  });
  it('is partial when a paper must be shown and nothing stands in for it', () =>
    assert.deepEqual(reasons({ groups: [{ case: '', components: [shown] }] }), ['presence']));
  it('is end-to-end when a registry stands in for that paper', () => {
    const components = [{ ...shown, standIns: [{ kind: 'registry', what: 'population' }] }] as const;
    assert.equal(of({ groups: [{ case: '', components }] }).level, 'end-to-end');
  });
  it('only informs where there is no form or no way online', () => {
    assert.equal(of({ form: null }).level, 'information');
    assert.equal(
      of({ methods: [{ channel: 'in-person', terms: [], fees: [], description: '' }] }).level,
      'information',
    );
  });
});

describe('the life of a version', () => {
  const by = (n: number) => editor(n);
  const draft: DraftState = { state: 'draft', createdBy: by(1).account, reviewedBy: null, basedOn: 4 };
  const reviewed: DraftState = { ...draft, state: 'reviewed', reviewedBy: by(2).account };
  it('who wrote it edits it, and another reviews it', () => {
    assert.deepEqual(possibleActs(draft, by(1), 4), ['edit']);
    assert.deepEqual(possibleActs(draft, by(2), 4), ['edit', 'review']);
  });
  it('a second person publishes', () => {
    assert.deepEqual(possibleActs(reviewed, by(1), 4), ['return']);
    assert.deepEqual(possibleActs(reviewed, by(2), 4), ['return', 'publish']);
    assert.deepEqual(possibleActs(reviewed, by(3), 4), ['return', 'publish']);
  });
  it('is not published when the nation has moved on meanwhile', () =>
    assert.ok(refusal('publish', reviewed, by(2), 5)));
  it('ends with publication', () =>
    assert.deepEqual(possibleActs({ ...draft, state: 'published' }, by(2), 4), []));
  it('is for editors only', () =>
    assert.deepEqual(possibleActs(reviewed, { ...nobody, kind: 'officer' }, 4), []));
});

describe('comparison', () => {
  it('shows only what differs, and whose it is', () => {
    const before = { ...nationalOf(), ...localOf() };
    const after = {
      ...nationalOf({ steps: 'Người yêu cầu nộp hồ sơ.\nThêm một bước.' }),
      ...localOf({ term: term(1, 'working-day') }),
    };
    assert.deepEqual(
      compareVersions(before, after).map(({ layer, label, before: was, after: is }) => [
        layer,
        label.en,
        was,
        is,
      ]),
      [
        ['national', 'Steps', [], ['Thêm một bước.']],
        ['local', 'Limit here', [], ['1 ngày làm việc']],
      ],
    );
    assert.deepEqual(compareVersions(before, before), []);
  });

  it('names a step of the process whose limit changed, though no step came or went', () => {
    const row = { unit: 'Phòng Mẫu', position: 'Chuyên viên', output: 'Phiếu' } as const;
    const of = (hours: number) => ({
      ...nationalOf(),
      ...localOf(),
      process: fromStepTable({ id: 'p', name: 'p', agency: null }, [
        { ...row, id: 'a', step: 'Thẩm định', hours },
        { ...row, id: 'b', step: 'Ký', hours: 4 },
      ]),
    });
    const [found, ...others] = compareVersions(of(60), of(40));
    assert.deepEqual(others, []);
    assert.deepEqual(
      [found?.label.en, found?.before, found?.after],
      [
        'Process',
        ['Thẩm định · Chuyên viên · Phòng Mẫu · 60 giờ làm việc · Phiếu'],
        ['Thẩm định · Chuyên viên · Phòng Mẫu · 40 giờ làm việc · Phiếu'],
      ],
    );
  });
});

describe('eligibility', () => {
  const questions = [
    {
      id: 'a',
      question: { vi: 'A?', en: 'A?' },
      stops: 'yes',
      because: { vi: 'Vì', en: 'Because' },
      basis: 'Điều 1',
      instead: '2.000528',
    },
    {
      id: 'b',
      question: { vi: 'B?', en: 'B?' },
      stops: 'no',
      because: { vi: 'Vì', en: 'Because' },
      basis: 'Điều 2',
      instead: null,
    },
  ] as const;
  const at = (word: string) => {
    const now = eligibility(questions, readAnswers(word));
    return now.kind === 'may' ? 'may' : `${now.kind} ${now.question.id}`;
  };
  for (const [word, wanted] of [
    ['', 'ask a'],
    ['no', 'ask b'],
    ['yes', 'not a'],
    ['no,no', 'not b'],
    ['no,yes', 'may'],
    ['maybe,<x>', 'ask a'],
  ] as const) {
    it(`«${word}» leads to ${wanted}`, () => assert.equal(at(word), wanted));
  }
});
