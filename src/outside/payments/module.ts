/** Payments as the program sees them. */
import type { Wire } from '../../ground/wire/index.ts';
import { apis } from './api.ts';
import { payPlat } from './gateway/payplat.ts';
import { invariants } from './invariants.ts';
import { askListener } from './listeners.ts';
import { cashPage } from './pages/cash.tsx';
import { counterPage } from './pages/counter.tsx';
import { bookAnswers } from './pages/downloads.ts';
import { findWaiting } from './commands/await.ts';
import { leaveAnswer, returnAnswer } from './pages/leave.ts';
import { moneyPage, moneyWork } from './pages/money.tsx';
import { payPage } from './pages/pay.tsx';
import { receiptAnswer } from './pages/receipt.ts';
import { refundPage } from './pages/refund.tsx';
import { reconcileDoor, reconcilePage } from './pages/reconcile.tsx';
import type { PaymentAccounts } from './settings.ts';

type Parts = { readonly wire: Wire; readonly accounts: PaymentAccounts };

export function paymentsRoom({ wire, accounts }: Parts) {
  const platform = accounts.platform
    ? payPlat({ wire, account: accounts.platform, receiver: accounts.bank })
    : null;
  return {
    pages: [
      counterPage,
      payPage({ platform, accounts }),
      cashPage,
      refundPage,
      moneyPage,
      reconcilePage(platform),
    ],
    answers: [
      leaveAnswer(platform),
      returnAnswer(platform),
      receiptAnswer(accounts),
      ...bookAnswers(platform),
    ],
    apis: apis(accounts),
    listeners: [askListener(platform)],
    invariants,
    work: moneyWork,
    timed: [{ name: 'payments.find-waiting', cron: '25 * * * *', act: findWaiting }],
    /** What it adds to the first page of administration. */
    doors: [reconcileDoor],
  };
}
