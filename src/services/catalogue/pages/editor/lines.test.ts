import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localOf, nationalOf } from '../../fixtures.ts';
import { withKinds } from '../../rules/paper-kinds.ts';
import type { Fee, NationalContent } from '../../schema.ts';
import { localFrom } from './edit.tsx';
import {
  readBarriers,
  readEligibility,
  readFees,
  readKinds,
  writeBarriers,
  writeEligibility,
  writeFees,
  writeKinds,
} from './lines.ts';

const copies: Fee = {
  code: 'P-BS',
  name: 'Phí bản sao',
  kind: 'charge',
  amount: 8000,
  per: 'bản',
  quantity: 'copies',
  channels: null,
  exemptions: [{ who: 'Hộ nghèo', when: null, basis: 'Luật' }],
  basis: 'Nghị quyết 08/2026/NQ-HĐND',
  note: null,
};

/** The key of the first document of a procedure. */
const keyOf = ({ groups }: NationalContent): string => groups[0]?.components[0]?.key ?? '';

describe('lists as lines', () => {
  it('keep of a fee what lines cannot say', () =>
    assert.deepEqual(readFees(writeFees([copies]), [copies]), { items: [copies], errors: [] }));
  it('read a new fee', () => {
    const { items } = readFees('Lệ phí mới | 50.000 đ | Nghị quyết 1 | Ghi chú', []);
    assert.deepEqual(
      items.map(({ name, amount, kind, basis, note }) => [name, amount, kind, basis, note]),
      [['Lệ phí mới', 50_000, 'fee', 'Nghị quyết 1', 'Ghi chú']],
    );
  });
  const bad: readonly (readonly [string, readonly { readonly field: string }[]])[] = [
    ['fees', readFees('Lệ phí | năm nghìn | Nghị quyết', []).errors],
    ['fees', readFees('Lệ phí | 5000', []).errors],
    ['barriers', readBarriers('khác | Vì | Because | Luật').errors],
    ['papers', readKinds('khong-co | Giấy | KQ.G15.000031', nationalOf().groups).errors],
    ['papers', readKinds(`${keyOf(nationalOf())} | Giấy | giấy khai sinh`, nationalOf().groups).errors],
    ['eligibility', readEligibility('Bạn mấy tuổi? | How old? | có lẽ | Vì | Because | Luật').errors],
  ];
  for (const [field, errors] of bad) {
    it(`say at ${field} which line is wrong`, () =>
      assert.deepEqual(
        errors.map((one) => one.field),
        [field],
      ));
  }
  it('read what they wrote', () => {
    const barriers = [{ reason: 'site-check', says: { vi: 'Xem', en: 'See' }, basis: 'Luật' }] as const;
    const eligibility = [
      {
        id: 'da-khai-sinh-chua-',
        question: { vi: 'Đã khai sinh chưa?', en: 'Registered?' },
        stops: 'yes',
        because: { vi: 'Xin bản sao', en: 'Ask for a copy' },
        basis: 'Điều 16',
        instead: '2.000635',
      },
    ] as const;
    assert.deepEqual(readBarriers(writeBarriers(barriers)), { items: barriers, errors: [] });
    assert.deepEqual(readEligibility(writeEligibility(eligibility)), { items: eligibility, errors: [] });
  });

  it('say of every document which kind of paper it is; only what differs from the nation is kept', () => {
    const { groups } = nationalOf();
    const [first] = groups.flatMap(({ components }) => components);
    assert.ok(first);
    const written = writeKinds(groups);
    assert.deepEqual(readKinds(written, groups), { items: [], errors: [] });
    const said = written.replace(
      `${first.key} | ${first.name} |`,
      `${first.key} | another name | KQ.G15.000031`,
    );
    const { items, errors } = readKinds(said, groups);
    assert.deepEqual(errors, []);
    assert.deepEqual(items, [{ component: first.key, name: first.name, paper: 'KQ.G15.000031' }]);
    const [seen] = withKinds(groups, items).flatMap(({ components }) => components);
    assert.equal(seen?.paper, 'KQ.G15.000031');
    assert.deepEqual(readKinds(writeKinds(withKinds(groups, items)), groups).items, items);
    const renamed = groups.map((group) => ({
      ...group,
      components: group.components.map((one) => ({ ...one, name: `${one.name} khác` })),
    }));
    assert.deepEqual(withKinds(renamed, items), renamed, 'an import gave the key to another document');
  });
});

describe('the form of the local layer', () => {
  const typed = {
    from: '2026-12-01',
    cause: 'Quyết định',
    term: 2,
    unit: 'working-day',
    fees: '',
    decisionNumber: '12/QĐ-UBND',
    decisionDate: '2026-11-01',
    decisionSigner: '',
    decisionAgency: '',
    nameEn: 'Name',
    summaryVi: 'Tóm tắt',
    summaryEn: '',
    receiving: '',
    supporting: '',
    system: 'us',
    transitional: '',
    topics: ['ho-tich', 'khong-co'],
    lifeEvents: [],
    barriers: '',
    eligibility: '',
    papers: '',
  } as const;
  it('changes what it asks, keeps what it does not, and drops topics that do not exist', () => {
    const local = localFrom(localOf({ resultData: { a: 'b' }, field: 'ho-tich' }), typed, nationalOf());
    assert.deepEqual(
      [local.term, local.resultData, local.field, local.topics],
      [{ amount: 2, unit: 'working-day', when: null }, { a: 'b' }, 'ho-tich', ['ho-tich']],
    );
    assert.deepEqual(local.summary, { vi: 'Tóm tắt', en: 'Tóm tắt' });
  });
});
