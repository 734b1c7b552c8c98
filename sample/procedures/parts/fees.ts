/** Fees and charges (lệ phí, phí): of the law, and of the invented resolution of the council of Tỉnh Sông Lam. */
import type { Fee } from '../../../src/services/catalogue/index.ts';

/** Nghị quyết of the sample province that sets what national law leaves to it. Invented. */
export const RESOLUTION = 'Nghị quyết 08/2026/NQ-HĐND của Hội đồng nhân dân tỉnh Sông Lam';

type Given = Partial<Omit<Fee, 'code' | 'name' | 'kind' | 'amount'>> & { readonly basis: string };

const charge =
  (kind: Fee['kind']) =>
  (code: string, name: string, amount: number | null, given: Given): Fee => ({
    code,
    name,
    kind,
    amount,
    per: null,
    quantity: null,
    channels: null,
    exemptions: [],
    ...given,
  });

/** Lệ phí. */
export const fee = charge('fee');

/** Phí. */
export const serviceCharge = charge('charge');

/** A fee that the law leaves to the provincial council: unknown until its resolution is entered. */
export const leftToCouncil = (code: string, name: string, basis: string): Fee =>
  fee(code, name, null, { basis, note: 'Hội đồng nhân dân cấp tỉnh quyết định mức thu.' });

/** Who never pays fees of civil status (Luật Hộ tịch, điều 11). */
export const civilStatusExemptions: Fee['exemptions'] = [
  {
    who: 'Người thuộc gia đình có công với cách mạng, người thuộc hộ nghèo, người khuyết tật',
    when: null,
    basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11',
  },
];

/** Copies of an extract, at a price each (phí khai thác, sử dụng thông tin trong cơ sở dữ liệu hộ tịch). */
export const copiesCharge = (quantity: string): Fee =>
  serviceCharge('P-HT-BS', 'Phí cấp bản sao trích lục', 8000, {
    per: 'bản sao',
    quantity,
    basis: 'Thông tư 281/2016/TT-BTC, Điều 4',
  });
