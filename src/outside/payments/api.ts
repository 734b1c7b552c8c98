/** Where the platform and the bank tell of payments, machine to machine. */
import { api } from '../../ground/web/api.ts';
import { input, type Field } from '../../ground/web/input.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { log } from '../../ground/operate/log.ts';
import { askAgain } from './commands/attempt.ts';
import { takeMoney } from './commands/money.ts';
import { bankHash, isHash, momentOf, shortHash } from './gateway/messages.ts';
import { BANK_NOTICE, PLATFORM_NOTICE } from './paths.ts';
import { findAttempt } from './queries.ts';
import { refIn } from './rules.ts';
import type { PaymentAccounts } from './settings.ts';

/**
 * A text exactly as it was sent: the hash is over it, and a space at its end or a mark written on its own (NFD) is part of that. What is
 * kept of it is cleaned afterwards.
 */
const field = (name: string, max = 100): Field<string> => ({
  schema: { type: 'string', maxLength: max },
  read: (raw = '', at) =>
    typeof raw === 'string' && raw.length <= max
      ? { value: raw }
      : { errors: [{ field: at, message: { vi: `${name} chưa đúng.`, en: `${name} is not right.` } }] },
});

/** Characters that no database keeps and no page shows: controls, direction marks, halves of characters. */
const unfit = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What the payer wrote on a transfer, as it is kept and shown. */
const kept = (words: string): string => words.normalize('NFC').replaceAll(unfit, ' ').trim().slice(0, 500);
const code = { type: 'object', properties: { error_code: { type: 'string' } }, required: ['error_code'] };

function wrongHash(what: string): NotAllowed {
  log.warn('notice refused', { what });
  return new NotAllowed({ vi: 'Mã xác thực không đúng.', en: 'The authentication code is wrong.' });
}

/**
 * The platform says that something became of a try. What it was is asked of the platform itself, by a job: a notice that
 * is late, comes twice, or never comes makes no difference, and nobody can pay with a forged one.
 */
const platformNotice = ({ platform }: PaymentAccounts) =>
  api({
    method: 'post',
    path: PLATFORM_NOTICE,
    who: 'anyone',
    says: {
      vi: 'Nền tảng thanh toán báo kết quả một lượt thanh toán',
      en: 'The payment platform tells of a payment',
    },
    input: input({
      LoaiBanTin: field('LoaiBanTin'),
      PhienBan: field('PhienBan'),
      MaDoiTac: field('MaDoiTac'),
      MaThamChieu: field('MaThamChieu'),
      ThoiGianGD: field('ThoiGianGD'),
      MaXacThuc: field('MaXacThuc'),
    }),
    output: code,
    act: async (act, notice) => {
      if (!platform || !isHash(notice.MaXacThuc, shortHash(notice, platform.secret)))
        throw wrongHash('platform');
      const attempt = await findAttempt(act, notice.MaThamChieu);
      if (!attempt) return { error_code: '3' };
      if (attempt.state !== 'paid') askAgain(act, attempt, act.now, true);
      return { error_code: '0' };
    },
  });

/** The bank says that money came in (báo có). Its notice is the money: it is taken in at once. */
const bankNotice = ({ bank }: PaymentAccounts) =>
  api({
    method: 'post',
    path: BANK_NOTICE,
    who: 'anyone',
    says: { vi: 'Ngân hàng báo có tiền chuyển khoản', en: 'The bank tells of a transfer' },
    input: input({
      id: field('id'),
      taiKhoan: field('taiKhoan'),
      soTien: field('soTien', 15),
      // Whatever a payer has written: nobody's money is turned away for its words.
      noiDung: field('noiDung', 4000),
      thoiGian: field('thoiGian'),
      MaXacThuc: field('MaXacThuc'),
    }),
    output: code,
    act: async (act, notice) => {
      if (
        !bank ||
        notice.taiKhoan !== bank.number ||
        !isHash(notice.MaXacThuc, bankHash(notice, bank.secret))
      )
        throw wrongHash('bank');
      const amount = /^\d+$/.test(notice.soTien) ? Number(notice.soTien) : 0;
      const at = momentOf(notice.thoiGian);
      if (kept(notice.id) !== notice.id || !notice.id || !at || !Number.isSafeInteger(amount) || amount <= 0)
        return { error_code: '4' };
      await takeMoney(act, {
        source: 'bank',
        outsideId: notice.id,
        ref: refIn(notice.noiDung),
        amount,
        // It came at the latest when it was told of: dated ahead, it would be in nobody's books until then.
        at: at > act.now ? act.now : at,
        words: kept(notice.noiDung),
      });
      return { error_code: '0' };
    },
  });

export const apis = (accounts: PaymentAccounts) => [platformNotice(accounts), bankNotice(accounts)];
