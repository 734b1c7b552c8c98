/** The receipt (biên lai thu phí, lệ phí) as data of the template `fee-receipt`. Pure. */
import { vietnamClock, vietnamDay } from '../../ground/text/dates.ts';
import { RECEIPT_PATTERN } from './settings.ts';
import type { Charge, Credit, Receipt, Source } from './schema.ts';

const methods: Readonly<Record<Source, string>> = {
  platform: 'Trực tuyến qua nền tảng thanh toán quốc gia',
  bank: 'Chuyển khoản (VietQR)',
  cash: 'Tiền mặt tại bộ phận một cửa',
};

type Parts = {
  readonly charge: Charge;
  readonly credit: Credit;
  readonly receipt: Receipt;
  /** Personal number or tax code of who pays; null where it is not known. */
  readonly payer: string | null;
  readonly collector: { readonly name: string; readonly address: string | null; readonly taxCode: string };
};

/** Names of kinds of money as receipts have them: phí, lệ phí, or both. */
function kindOf({ lines }: Pick<Charge, 'lines'>): 'phí' | 'lệ phí' | 'phí, lệ phí' {
  const kinds = new Set(lines.filter(({ amount }) => amount !== 0).map(({ kind }) => kind));
  if (kinds.size > 1) return 'phí, lệ phí';
  return kinds.has('charge') ? 'phí' : 'lệ phí';
}

/** The data of a receipt. Lines of nothing (exempted) are not on it. */
export function receiptData({ charge, credit, receipt, collector, payer }: Parts) {
  return {
    collector: { name: collector.name, taxCode: collector.taxCode, address: collector.address ?? '—' },
    pattern: RECEIPT_PATTERN,
    symbol: receipt.symbol,
    number: receipt.number,
    feeKind: kindOf(charge),
    payer: { name: charge.payer_name, ...(payer && { code: payer }) },
    dossier: charge.code,
    reason: charge.title,
    lines: charge.lines
      .filter(({ amount }) => amount !== null && amount > 0)
      .map(({ name, quantity, rate }) => ({ name, quantity, rate: rate ?? 0 })),
    method: methods[credit.source],
    paid: `${vietnamDay(credit.at)}T${vietnamClock(credit.at)}`,
    transaction: credit.source === 'cash' ? charge.ref : (credit.words ?? credit.outside_id).slice(0, 60),
    cashier: credit.cashier_name ?? 'Thu tự động',
  };
}
