import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localOf } from '../../fixtures.ts';
import type { Fee } from '../../schema.ts';
import { localFrom } from './edit.tsx';
import {
  readBarriers,
  readEligibility,
  readFees,
  writeBarriers,
  writeEligibility,
  writeFees,
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
  } as const;
  it('changes what it asks, keeps what it does not, and drops topics that do not exist', () => {
    const local = localFrom(localOf({ resultData: { a: 'b' }, field: 'ho-tich' }), typed);
    assert.deepEqual(
      [local.term, local.resultData, local.field, local.topics],
      [{ amount: 2, unit: 'working-day', when: null }, { a: 'b' }, 'ho-tich', ['ho-tich']],
    );
    assert.deepEqual(local.summary, { vi: 'Tóm tắt', en: 'Tóm tắt' });
  });
});
