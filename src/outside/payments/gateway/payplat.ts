/** The national payment platform over HTTP (PayPlat; B7, STANDARDS §8.5). */
import type { Look } from '../../../ground/db/act.ts';
import {
  exchange,
  Garbled,
  patience,
  readObject,
  type Call,
  type Destination,
  type Wire,
} from '../../../ground/wire/index.ts';
import type { BankAccount, PlatformAccount } from '../settings.ts';
import { initMessage, momentOf, shortMessage } from './messages.ts';
import type { PaymentPlatform, PlatformLine, PlatformSays } from './port.ts';

const platform: Destination = {
  id: 'payments',
  name: { vi: 'Nền tảng thanh toán quốc gia', en: 'The national payment platform' },
};
const BASIS = 'Luật Phí và lệ phí 97/2015/QH13; Nghị định 42/2022/NĐ-CP, Điều 11';

type Parts = {
  readonly wire: Wire;
  readonly account: PlatformAccount;
  /** Account the money goes to, named on the platform's receipt. */
  readonly receiver: BankAccount | null;
};
type Fields = Readonly<Record<string, unknown>>;

/** Connects the platform. Nothing is sent. */
export function payPlat({ wire, account, receiver }: Parts): PaymentPlatform {
  const tell = <T>(
    look: Look,
    call: Pick<Call, 'service' | 'item' | 'patience'>,
    message: Fields,
    read: (answer: Fields) => T,
  ): Promise<T> =>
    wire.call(
      look,
      { to: platform, purpose: 'Thanh toán phí, lệ phí', basis: BASIS, subject: null, ...call },
      async (signal) => {
        const { status, body } = await exchange(
          account.url,
          { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) },
          signal,
        );
        return { status, value: read(contentOf(readObject(body))) };
      },
    );
  return {
    open: (look, toPay) =>
      tell(
        look,
        {
          service: 'payments.INIT',
          item: toPay.item,
          patience: { ...patience.page, tryMs: 4000, wholeMs: 8000 },
        },
        initMessage(toPay, account, receiver, look.now),
        addressOf,
      ),
    ask: (look, ref, item, patient) =>
      tell(
        look,
        { service: 'payments.QUERY', item, patience: patient ? patience.job : patience.page },
        shortMessage('QUERY', ref, account, look.now),
        (answer) => saysOf(answer, ref),
      ),
    listPaid: (look, day) =>
      tell(
        look,
        { service: 'payments.RECONCILE', item: null, patience: patience.page },
        shortMessage('RECONCILE', day.replaceAll('-', ''), account, look.now),
        linesOf,
      ),
  };
}

/** `{error_code, message}`: anything but `"0"` is no answer to what was asked. */
function contentOf(answer: Fields): Fields {
  const { error_code: error, message } = answer;
  if (String(error) !== '0' || typeof message !== 'object' || message === null)
    throw new Garbled(`error_code ${String(error)}`);
  return message as Fields;
}

function addressOf({ UrlThanhToan: address }: Fields): string {
  const url = typeof address === 'string' ? URL.parse(address) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol)) throw new Garbled('no address');
  return url.href;
}

const amountOf = (value: unknown): number | null => {
  const amount = Number(value);
  return Number.isSafeInteger(amount) && amount > 0 ? amount : null;
};

/** TrangThaiGD: 1 paid, 2 given up, 0 neither yet. An answer about another payment is none. */
function saysOf(answer: Fields, ref: string): PlatformSays {
  if (answer['MaThamChieu'] !== ref) throw new Garbled('about another payment');
  const state = String(answer['TrangThaiGD']);
  if (state === '0') return { state: 'open' };
  if (state === '2') return { state: 'failed' };
  const amount = amountOf(answer['SoTien']);
  const at = momentOf(answer['ThoiGianGD']);
  if (state !== '1' || amount === null || at === null) throw new Garbled('no state, amount or time');
  return { state: 'paid', amount, at, transaction: String(answer['MaGiaoDich'] ?? ref) };
}

function linesOf({ DanhSach: list }: Fields): readonly PlatformLine[] {
  if (!Array.isArray(list)) throw new Garbled('no list');
  return list.map((one: unknown) => {
    const line = (typeof one === 'object' && one !== null ? one : {}) as Fields;
    const amount = amountOf(line['SoTien']);
    const at = momentOf(line['ThoiGianGD']);
    if (typeof line['MaThamChieu'] !== 'string' || amount === null || at === null)
      throw new Garbled('no payment');
    return { ref: line['MaThamChieu'], amount, at };
  });
}
