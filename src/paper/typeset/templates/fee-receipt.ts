import { moneyInWords } from '../../../ground/text/number-words.ts';
import { group, list, moment, oneOf, optional, whole, words } from '../fields.ts';
import { shipped } from '../template.ts';

const figures = (amount: number): string => amount.toLocaleString('vi-VN');

/**
 * Biên lai thu phí, lệ phí: a financial document, never one of the one-stop forms (Decree 254/2026 on invoices and
 * receipts; amounts and words are computed from quantity and rate, so that they cannot disagree).
 */
export const feeReceipt = shipped({
  key: 'fee-receipt',
  title: { vi: 'Biên lai thu phí, lệ phí', en: 'Fee receipt' },
  law: 'Luật Phí và lệ phí 97/2015/QH13; Nghị định 254/2026/NĐ-CP',
  input: group('Biên lai thu phí, lệ phí', {
    collector: group('Tổ chức thu', {
      name: words('Tên'),
      taxCode: words('Mã số thuế'),
      address: words('Địa chỉ'),
    }),
    pattern: words('Mẫu số'),
    symbol: words('Ký hiệu'),
    number: words('Số', { maxLength: 8 }),
    feeKind: oneOf('Loại', ['phí', 'lệ phí', 'phí, lệ phí']),
    payer: group('Người nộp tiền', {
      name: words('Họ tên'),
      code: optional(words('Số định danh, mã số thuế')),
      address: optional(words('Địa chỉ')),
    }),
    dossier: optional(words('Mã hồ sơ')),
    reason: words('Lý do nộp'),
    lines: list(
      'Các khoản',
      group('Khoản', {
        name: words('Loại phí, lệ phí'),
        quantity: whole('Số lượng'),
        rate: whole('Mức thu (đồng)'),
      }),
      { minItems: 1 },
    ),
    method: words('Hình thức thanh toán'),
    paid: moment('Thời gian nộp'),
    transaction: optional(words('Mã giao dịch')),
    cashier: words('Người thu tiền'),
  }),
  documentTitle: ({ symbol, number }) => `Biên lai ${symbol} số ${number}`,
  derived: ({ lines }) => {
    const total = lines.reduce((sum, { quantity, rate }) => sum + quantity * rate, 0);
    return {
      lines: lines.map(({ quantity, rate }) => ({ rate: figures(rate), amount: figures(quantity * rate) })),
      total: figures(total),
      totalWords: moneyInWords(total).vi,
    };
  },
  sample: {
    collector: {
      name: 'Ủy ban nhân dân xã Bến Đò',
      taxCode: '9900000002',
      address: 'Số 1, đường Bến Sông, xã Bến Đò, tỉnh Sông Lam',
    },
    pattern: '01BLP0-001',
    symbol: 'SL-26E',
    number: '00000128',
    feeKind: 'phí, lệ phí',
    payer: {
      name: 'Nguyễn Văn Thí Dụ',
      code: '001096000002',
      address: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam',
    },
    dossier: 'H99.26-261120-0012',
    reason: 'Đăng ký hộ kinh doanh và cấp bản sao',
    lines: [
      { name: 'Lệ phí đăng ký hộ kinh doanh', quantity: 1, rate: 100_000 },
      { name: 'Phí cấp bản sao trích lục hộ tịch', quantity: 3, rate: 8000 },
    ],
    method: 'Chuyển khoản qua nền tảng thanh toán trực tuyến',
    paid: '2026-11-20T08:42',
    transaction: 'TT-20261120-000128',
    cashier: 'Trần Thị Mẫu',
  },
});
