/** Money that people owe and pay for services (phí, lệ phí, nghĩa vụ tài chính). Amounts are whole đồng. */
import type { FeeLine } from './fees.ts';

/** When it must be paid (HinhThucThu): as the dossier is received, with a supplement, when the result is returned. */
export type DueWhen = 'intake' | 'supplement' | 'return';

/** `void`: nothing is owed any more (withdrawn, refused, exempted). */
export type ChargeState = 'due' | 'paid' | 'refunded' | 'void';

/** What is asked for at once for one item: one payment pays all its lines (khoản phải nộp). */
export type Charge = {
  readonly id: string;
  /** Item of the record: the dossier. */
  readonly item: string;
  /** Its code, as people know it. */
  readonly code: string;
  /** What it is for: the name of the procedure. */
  readonly title: string;
  readonly procedure: string;
  /** Field of work of the procedure, by which an authorisation to pay may be limited; null: not known. */
  readonly field: string | null;
  /** Written on transfers, and the beginning of every MaThamChieu. */
  readonly ref: string;
  readonly due_when: DueWhen;
  readonly lines: readonly FeeLine[];
  /** Null while a line is unknown. */
  readonly amount: number | null;
  readonly state: ChargeState;
  /** Agency that collects. */
  readonly agency: string;
  /** One-stop unit where it can be paid in cash. */
  readonly counter: string;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly filer: string | null;
  readonly payer_name: string;
  readonly created_at: Date;
  readonly paid_at: Date | null;
  readonly ended_why: string | null;
};

/** That it was decided not to take it (miễn thu): when, and by whom; nulls: it was not. Why stands with the charge. */
export type Waiver = {
  readonly waived_at: Date | null;
  readonly waived_by: string | null;
  readonly waived_by_name: string | null;
};

/** How money comes in: national payment platform, bank transfer (VietQR), cash at the counter. */
export type Source = 'platform' | 'bank' | 'cash';

/** What became of money that came in. Only `charge` pays; the others are given back or settled by an officer. */
export type Fate = 'charge' | 'surplus' | 'wrong-amount' | 'unmatched';

/** Money that came in (tiền thu). */
export type Credit = {
  readonly id: string;
  readonly source: Source;
  /** Number under which the source knows it; it comes in once. */
  readonly outside_id: string;
  readonly ref: string | null;
  readonly charge: string | null;
  readonly amount: number;
  readonly at: Date;
  readonly noted_at: Date;
  readonly fate: Fate;
  readonly words: string | null;
  readonly cashier: string | null;
  readonly cashier_name: string | null;
};

/** A try to pay at the platform (lượt thanh toán). `lapsed`: nobody paid in time; money that comes later still counts. */
export type Attempt = {
  readonly ref: string;
  readonly charge: string;
  readonly amount: number;
  readonly state: 'begun' | 'paid' | 'failed' | 'lapsed';
  readonly url: string | null;
  readonly begun_at: Date;
  readonly asked: number;
  readonly ended_at: Date | null;
};

/** A receipt (biên lai thu phí, lệ phí). */
export type Receipt = {
  readonly charge: string;
  readonly credit: string;
  readonly agency: string;
  readonly symbol: string;
  readonly number: string;
  readonly amount: number;
  readonly issued_at: Date;
};

/** Money to be given back (hoàn trả). */
export type Refund = {
  readonly id: string;
  readonly credit: string;
  readonly charge: string | null;
  readonly amount: number;
  readonly why: string;
  readonly state: 'asked' | 'done';
  readonly asked_at: Date;
  readonly done_at: Date | null;
  readonly evidence: string | null;
};

type Row<T> = T & { tenant: number };

export type PaymentTables = {
  'payments.charges': Row<Charge> & Waiver & { key: string };
  'payments.attempts': Row<Attempt>;
  'payments.credits': Row<Credit>;
  'payments.receipts': Row<Receipt>;
  'payments.refunds': Row<Refund> & { asked_by: string | null; done_by: string | null };
};
