/** What we need of a payment platform; nothing above knows which one it is. */
import type { Look } from '../../../ground/db/act.ts';
import type { FeeLine } from '../fees.ts';

/** What the platform says became of a try: nobody has paid yet, paid, or it was given up. */
export type PlatformSays =
  | { readonly state: 'open' }
  | { readonly state: 'failed' }
  | { readonly state: 'paid'; readonly amount: number; readonly at: Date; readonly transaction: string };

/** What is to be paid, for the platform's page and its receipt. */
export type ToPay = {
  /** MaThamChieu. */
  readonly ref: string;
  readonly amount: number;
  readonly item: string;
  readonly dossier: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly agency: { readonly identifier: string; readonly name: string };
  readonly payer: { readonly name: string; readonly number: string | null; readonly address: string | null };
  readonly lines: readonly FeeLine[];
  /** Address of the visitor. */
  readonly address: string;
};

/** A payment as the platform's own ledger has it. */
export type PlatformLine = { readonly ref: string; readonly amount: number; readonly at: Date };

/** Each call goes through the wire: it may throw Unavailable. */
export type PaymentPlatform = {
  /** Opens the platform's page for a try; the same MaThamChieu opens the same page. */
  readonly open: (look: Look, toPay: ToPay) => Promise<string>;
  /** Asks what became of a try; `patient` in a job, quick on a page. */
  readonly ask: (look: Look, ref: string, item: string, patient: boolean) => Promise<PlatformSays>;
  /** What the platform has taken in on a day for us (đối soát). */
  readonly listPaid: (look: Look, day: string) => Promise<readonly PlatformLine[]>;
};
