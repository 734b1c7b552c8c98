/** What an installation has agreed with its treasury, bank and payment platform; and how receipts are numbered. */
import { together, webAddress, type Env } from '../../ground/operate/together.ts';
import type { Book } from '../../work/numbers/index.ts';

/** The account at the national payment platform. */
export type PlatformAccount = {
  readonly url: string;
  /** MaDoiTac. */
  readonly partner: string;
  readonly secret: string;
};

/** The bank account into which transfers go, and the secret under which the bank tells of them. */
export type BankAccount = {
  /** Six digits of the bank (NAPAS). */
  readonly bin: string;
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
  readonly secret: string;
};

/** Ways of an installation; null: not connected, and not offered. */
export type PaymentAccounts = {
  readonly platform: PlatformAccount | null;
  readonly bank: BankAccount | null;
  /** Tax code printed on receipts (mã số thuế của tổ chức thu). */
  readonly taxCode: string;
};

/** Nothing connected: only cash at the counter. */
export const cashOnly: PaymentAccounts = { platform: null, bank: null, taxCode: '—' };

/** Form number of electronic receipts (mẫu số biên lai). */
export const RECEIPT_PATTERN = '01BLP0-001';

/** Symbol of the receipts of an agency in a year (ký hiệu). */
export const receiptSymbol = (year: string): string => `BL-${year.slice(2)}E`;

/** The book of receipts of an agency: at most eight digits, from 1 each year (e-receipts, from 2027-01-01 by law). */
export const receiptBook = (agency: string): Book => ({
  name: `receipts ${agency}`,
  template: '{n:8}',
  period: 'year',
});

/** What the environment says of the payment platform and the bank; null when it says nothing. Throws an Error with one sentence when it is half said. */
export function readPaymentAccounts(env: Env = process.env): PaymentAccounts | null {
  const platform = together(env, ['PAYPLAT_URL', 'PAYPLAT_PARTNER', 'PAYPLAT_SECRET']);
  const bank = together(env, ['BANK_BIN', 'BANK_NAME', 'BANK_ACCOUNT', 'BANK_HOLDER', 'BANK_SECRET']);
  if (!platform && !bank) return null;
  if (bank && !/^\d{6}$/.test(bank.BANK_BIN))
    throw new Error('BANK_BIN must be the six digits of the bank (NAPAS).');
  const taxCode = env['FEE_TAX_CODE']?.trim();
  if (!taxCode)
    throw new Error(
      'With PAYPLAT_URL or BANK_BIN the tax code that stands on receipts is needed: FEE_TAX_CODE.',
    );
  return {
    platform: platform && {
      url: webAddress('PAYPLAT_URL', platform.PAYPLAT_URL),
      partner: platform.PAYPLAT_PARTNER,
      secret: platform.PAYPLAT_SECRET,
    },
    bank: bank && {
      bin: bank.BANK_BIN,
      bank: bank.BANK_NAME,
      number: bank.BANK_ACCOUNT,
      holder: bank.BANK_HOLDER,
      secret: bank.BANK_SECRET,
    },
    taxCode,
  };
}
