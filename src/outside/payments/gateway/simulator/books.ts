/** What the simulated platform and bank know: the payments they were asked for, and what they answer. */
import { createHash } from 'node:crypto';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import type { PlatformAccount } from '../../settings.ts';
import { initHash, isHash, shortHash, stampOf, VERSION } from '../messages.ts';
import type { PaymentFaults } from './faults.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One payment at the platform. */
export type Payment = {
  readonly ref: string;
  readonly amount: number;
  readonly about: string;
  readonly payer: string;
  state: 'open' | 'paid' | 'failed';
  at: Date | null;
};

export type Books = Map<string, Payment>;

const refused = (code: string, message: string): Fields => ({ error_code: code, message });

/** Answers one message of a partner. `base` is the address of the platform's pages. */
export function answer(
  books: Books,
  message: Fields,
  { partner, secret }: Pick<PlatformAccount, 'partner' | 'secret'>,
  faults: PaymentFaults,
  base: string,
): Fields {
  const ref = String(message['MaThamChieu'] ?? '');
  const init = message['LoaiBanTin'] === 'INIT';
  const right = init ? initHash(message, secret) : shortHash(message, secret);
  if (message['PhienBan'] !== VERSION || message['MaDoiTac'] !== partner)
    return refused('1', 'Sai phiên bản hoặc đối tác');
  if (!isHash(message['MaXacThuc'], right)) return refused('2', 'Sai mã xác thực');
  if (message['LoaiBanTin'] === 'RECONCILE') return reconcile(books, ref, faults);
  if (init) return open(books, message, ref, base);
  const payment = books.get(ref);
  return payment ? { error_code: '0', message: told(payment, faults) } : refused('3', 'Không có giao dịch');
}

function open(books: Books, message: Fields, ref: string, base: string): Fields {
  const amount = Number(message['SoTien']);
  if (!Number.isSafeInteger(amount) || amount <= 0 || !/^[A-Z0-9]{1,20}$/.test(ref))
    return refused('4', 'Sai số tiền hoặc mã tham chiếu');
  const receipt = (message['ThongTinBienLai'] ?? {}) as Fields;
  if (!books.has(ref))
    books.set(ref, {
      ref,
      amount,
      about: String(receipt['TenTTHC'] ?? message['ThongTinGiaoDich']),
      payer: String(receipt['HoTenNguoiNop'] ?? ''),
      state: 'open',
      at: null,
    });
  return { error_code: '0', message: { UrlThanhToan: `${base}/nop/${ref}` } };
}

const numberOf = (ref: string): string =>
  `NPP${createHash('sha256').update(ref).digest('hex').slice(0, 10).toUpperCase()}`;

/** What the platform says of a payment. */
function told({ ref, amount, state, at }: Payment, faults: PaymentFaults): Fields {
  return {
    MaThamChieu: ref,
    TrangThaiGD: state === 'paid' ? '1' : state === 'failed' ? '2' : '0',
    SoTien: String(faults.wrongAmount ? amount + 1000 : amount),
    MaGiaoDich: numberOf(ref),
    ThoiGianGD: stampOf(at ?? new Date()),
  };
}

function reconcile(books: Books, day: string, faults: PaymentFaults): Fields {
  const paid = [...books.values()].filter(
    ({ state, at }) => state === 'paid' && at && vietnamDay(at).replaceAll('-', '') === day,
  );
  return { error_code: '0', message: { DanhSach: paid.map((one) => told(one, faults)) } };
}
