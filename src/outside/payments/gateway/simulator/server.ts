/**
 * The payment platform and the bank of the sample province over real HTTP: PayPlat's messages, a page on which one pays, a page
 * that stands for a bank's application (VietQR), and their notices to us. They can fail like the real ones.
 */
import type { ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerFaults,
  answerJson,
  FAULTS_PATH,
  simulate,
  type Asked,
  type Place,
} from '../../../../ground/wire/index.ts';
import { BANK_NOTICE, PLATFORM_NOTICE, RETURN } from '../../paths.ts';
import type { BankAccount, PaymentAccounts, PlatformAccount } from '../../settings.ts';
import { bankHash, shortMessage, stampOf } from '../messages.ts';
import { answer, type Books, type Payment } from './books.ts';
import { noFaults, setFaults, type PaymentFaults } from './faults.ts';
import { bankPage, payPage, sentPage } from './pages.ts';

/** The accounts of the sample province: invented, known to everybody. */
const sampleBank: BankAccount = {
  bin: '970499',
  bank: 'Ngân hàng Mẫu',
  number: '9990001234',
  holder: 'KHO BAC TINH SONG LAM',
  secret: 'sample-bank-secret',
};
const samplePartner = { partner: 'SONGLAM', secret: 'sample-payment-secret' };
const SAMPLE_TAX_CODE = '9900000002';

/** A running simulator. */
export type PaymentSimulator = {
  /** What the installation is configured with. */
  readonly accounts: PaymentAccounts & { readonly platform: PlatformAccount; readonly bank: BankAccount };
  /** Where faults are read (GET) and changed (PUT). */
  readonly control: string;
  readonly faults: PaymentFaults;
  /** A person pays (or gives up) on the platform's page; we are told as the faults say. */
  readonly pay: (ref: string, how?: 'paid' | 'failed') => Promise<void>;
  /** Tells of every payment that was not told of yet. */
  readonly tellLate: () => Promise<void>;
  /** Somebody transfers money; the bank tells us. `id` is the bank's number of the transfer. */
  readonly transfer: (amount: number, words: string, id?: string) => Promise<number>;
  readonly close: () => Promise<void>;
};

type Options = Place & {
  /** Address of our web process, to which people return and notices go. */
  readonly origin: string;
};

/** Starts the platform and the bank. */
export async function startPaymentSimulator({ origin, ...place }: Options): Promise<PaymentSimulator> {
  const books: Books = new Map();
  const untold = new Set<string>();
  const faults = noFaults();

  const post = (path: string, body: unknown): Promise<number> =>
    fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then(
      (response) => response.status,
      () => 0, // We are not there: the platform does not mind.
    );
  const notice = (ref: string): Readonly<Record<string, unknown>> => {
    const message = shortMessage('NOTIFY', ref, samplePartner, new Date());
    return faults.wrongHash ? { ...message, MaXacThuc: '0'.repeat(64) } : message;
  };
  const tell = async (ref: string): Promise<void> => {
    untold.delete(ref);
    await post(PLATFORM_NOTICE, notice(ref));
  };
  const pay: PaymentSimulator['pay'] = async (ref, how = 'paid') => {
    const payment = books.get(ref);
    if (!payment || payment.state === 'paid') return;
    Object.assign(payment, { state: how, at: new Date() });
    if (faults.notice === 'late') untold.add(ref);
    else if (faults.notice !== 'never') await tell(ref);
    if (faults.notice === 'twice') await tell(ref);
  };
  const transfer: PaymentSimulator['transfer'] = async (amount, words, id = randomUUID()) => {
    const fields = {
      id,
      taiKhoan: sampleBank.number,
      soTien: String(amount),
      noiDung: words,
      thoiGian: stampOf(new Date()),
    };
    const MaXacThuc = faults.wrongHash ? '0'.repeat(64) : bankHash(fields, sampleBank.secret);
    const status = await post(BANK_NOTICE, { ...fields, MaXacThuc });
    return faults.notice === 'twice' ? post(BANK_NOTICE, { ...fields, MaXacThuc }) : status;
  };

  const serve = async (asked: Asked): Promise<void> => {
    const { request, response, url, body } = asked;
    if (url.pathname === FAULTS_PATH) return answerFaults(asked, faults, (sent) => setFaults(faults, sent));
    if (faults.down) return void request.socket.destroy();
    if (faults.slowMs > 0) await pause(faults.slowMs);
    if (url.pathname === '/payplat' && request.method === 'POST')
      return answerJson(
        response,
        answer(books, JSON.parse(body) as Record<string, unknown>, samplePartner, faults, base),
      );
    if (url.pathname.startsWith('/nop/')) return platformPage(asked);
    if (url.pathname === '/ngan-hang') return bank(asked);
    response.writeHead(404).end();
  };

  async function platformPage({ request, response, url, body }: Asked): Promise<void> {
    const payment: Payment | undefined = books.get(url.pathname.slice('/nop/'.length));
    if (!payment) return void response.writeHead(404).end();
    if (request.method !== 'POST') return html(response, payPage(payment));
    await pay(payment.ref, new URLSearchParams(body).get('viec') === 'huy' ? 'failed' : 'paid');
    const back = new URLSearchParams(
      Object.entries(notice(payment.ref)).map(([name, value]) => [name, String(value)]),
    );
    response.writeHead(303, { location: `${origin}${RETURN}?${back}` }).end();
  }

  async function bank({ request, response, url, body }: Asked): Promise<void> {
    const given = request.method === 'POST' ? new URLSearchParams(body) : url.searchParams;
    const words = (given.get('noi-dung') ?? '').slice(0, 210);
    const amount = Number(given.get('so-tien') ?? '');
    if (request.method !== 'POST') return html(response, bankPage(words, amount, sampleBank));
    if (!Number.isSafeInteger(amount) || amount <= 0) return void response.writeHead(400).end();
    await transfer(amount, words);
    html(response, sentPage(amount, words));
  }

  const { base, close } = await simulate(place, serve);
  return {
    accounts: {
      platform: { url: `${base}/payplat`, ...samplePartner },
      bank: sampleBank,
      taxCode: SAMPLE_TAX_CODE,
    },
    control: `${base}${FAULTS_PATH}`,
    faults,
    pay,
    transfer,
    tellLate: async () => {
      for (const ref of untold) await tell(ref);
    },
    close,
  };
}

const html = (response: ServerResponse, text: string): void =>
  void response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(text);
