/** Telling who pays what became of their money: nobody has to ask, or to look at the page again, to know it. */
import type { Act } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { tell, type Telling } from '../../messages/index.ts';
import { chargePath } from '../paths.ts';
import type { Charge, Fate, Source } from '../schema.ts';

type Tidings = Pick<Telling, 'event' | 'title' | 'body' | 'matters' | 'quiet'>;

const say = (vi: string, en: string): Text => ({ vi, en });
const of = ({ title }: Pick<Charge, 'title'>): string => `“${title}”`;

/** What there is to tell. */
export const tidings = {
  /** Money paid the charge. Who paid at a page or a counter was told there: the notice is for keeping. */
  paid: (charge: Charge, source: Source, receipt: string): Tidings => ({
    event: 'payment.paid',
    title: say('Có biên lai nộp tiền', 'Your receipt is here'),
    body: say(
      `Đã nhận ${formatMoney(charge.amount ?? 0)} cho hồ sơ ${of(charge)}. Biên lai ${receipt} tải được ở trang nộp tiền.`,
      `${formatMoney(charge.amount ?? 0, 'en')} came in for your dossier ${of(charge)}. Receipt ${receipt} can be downloaded on the page of the payment.`,
    ),
    matters: false,
    ...(source !== 'bank' && { quiet: true }),
  }),
  misfit: (charge: Charge, amount: number, fate: Fate): Tidings => ({
    event: 'payment.misfit',
    title: say('Có tiền nộp không tính được cho hồ sơ', 'Money came in that does not count'),
    body:
      fate === 'surplus'
        ? say(
            `${formatMoney(amount)} đến cho hồ sơ ${of(charge)}, nhưng khoản này không còn phải nộp. Tiền sẽ được trả lại; bạn không phải làm gì.`,
            `${formatMoney(amount, 'en')} came in for your dossier ${of(charge)}, but nothing was owed there any more. It will be given back; you need not do anything.`,
          )
        : say(
            `${formatMoney(amount)} đến cho hồ sơ ${of(charge)} không đúng số tiền phải nộp (${formatMoney(charge.amount ?? 0)}), nên khoản này chưa được nộp. Cán bộ sẽ trả lại tiền; hãy nộp đúng số tiền.`,
            `${formatMoney(amount, 'en')} came in for your dossier ${of(charge)}, but ${formatMoney(charge.amount ?? 0, 'en')} is owed, so it is not paid yet. An officer will give it back; please pay the exact amount.`,
          ),
    matters: fate !== 'surplus',
  }),
  refund: (charge: Charge, amount: number, why: string): Tidings => ({
    event: 'payment.refund',
    title: say('Bạn sẽ được trả lại tiền', 'You will get money back'),
    body: say(
      `Đã quyết định trả lại ${formatMoney(amount)} của hồ sơ ${of(charge)}. Lý do: ${why}`,
      `It was decided to give back ${formatMoney(amount, 'en')} of your dossier ${of(charge)}. Reason: ${why}`,
    ),
    matters: false,
  }),
  refunded: (charge: Charge, amount: number, evidence: string): Tidings => ({
    event: 'payment.refunded',
    title: say('Đã trả lại tiền cho bạn', 'Your money was given back'),
    body: say(
      `Đã trả lại ${formatMoney(amount)} của hồ sơ ${of(charge)}. Số chứng từ: ${evidence}.`,
      `${formatMoney(amount, 'en')} of your dossier ${of(charge)} was given back. Voucher: ${evidence}.`,
    ),
    matters: false,
  }),
  kept: (charge: Charge, why: string): Tidings => ({
    event: 'payment.keep',
    title: say('Tiền đã nộp không được trả lại', 'What you paid is not given back'),
    body: say(
      `${formatMoney(charge.amount ?? 0)} đã nộp cho hồ sơ ${of(charge)} không được trả lại. Lý do: ${why}. Nếu không đồng ý, bạn có quyền khiếu nại.`,
      `${formatMoney(charge.amount ?? 0, 'en')} paid for your dossier ${of(charge)} is not given back. Reason: ${why}. If you disagree, you may complain.`,
    ),
    matters: false,
  }),
  waived: (charge: Charge, why: string): Tidings => ({
    event: 'payment.waive',
    title: say('Bạn không phải nộp một khoản', 'You need not pay'),
    body: say(
      `Khoản phải nộp của hồ sơ ${of(charge)} được miễn thu. Lý do: ${why}`,
      `What was owed for your dossier ${of(charge)} is waived. Reason: ${why}`,
    ),
    matters: false,
    quiet: true,
  }),
} as const;

/** Tells the person, or the organisation, whose charge it is; the notice leads to the page of the payment. */
export const tellPayer = async (act: Act, charge: Charge, said: Tidings): Promise<void> =>
  void (await tell(act, {
    ...said,
    person: charge.person,
    organisation: charge.organisation,
    item: charge.item,
    code: charge.code,
    path: chargePath(charge.id),
  }));
