/** Outbound calls: what must be said of each before it is made, and what is written of it afterwards. */
import type { Look } from '../db/act.ts';
import type { Text } from '../text/language.ts';
import type { Patience } from './rules.ts';

/** A system outside. */
export type Destination = { readonly id: string; readonly name: Text };

/** A call: nothing leaves without purpose and legal basis (Decree 42/2022 art. 11.2c; Law 91/2025/QH15; N1). */
export type Call = {
  readonly to: Destination;
  /** Service of it: `population.037`. */
  readonly service: string;
  /** Why: code of the procedure, or the act. */
  readonly purpose: string;
  /** Article and document. */
  readonly basis: string;
  /** Item of the record it is for, when there is one. */
  readonly item: string | null;
  /** Draft that it is for, while there is no item yet. */
  readonly draft?: string | null;
  /** Number of the person or organisation asked about; only a keyed hash of it is written. */
  readonly subject: string | null;
  readonly patience: Patience;
};

/**
 * - `answered`, `refused` (the system said no), `garbled` (its answer could not be read, or was about somebody else);
 * - `failed`, `timeout`, `not-tried` (left alone after failures);
 * - `kept`: no call was made, what it had said before was used.
 */
export type Outcome = 'answered' | 'refused' | 'garbled' | 'failed' | 'timeout' | 'not-tried' | 'kept';

/** One line of the ledger. */
export type CallLine = {
  readonly at: Date;
  readonly destination: string;
  readonly service: string;
  readonly purpose: string;
  readonly basis: string;
  readonly by_kind: string;
  readonly account: string | null;
  readonly agency: string | null;
  readonly item: string | null;
  readonly draft: string | null;
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly tries: number;
  readonly ms: number;
};

export type WireTables = {
  'wire.calls': CallLine & {
    tenant: number;
    year: number;
    id: string;
    person: string | null;
    post: string | null;
    subject: Buffer | null;
    request_id: string;
  };
  'wire.drafts': { tenant: number; draft: string; item: string };
};

/** What one try brought. */
export type Answer<T> = { readonly status: number | null; readonly refused?: boolean; readonly value: T };

/** The way out. */
export type Wire = {
  /**
   * Makes a call, in the gather or prepare phase or in a job: never inside an act, because the ledger is an act of its
   * own. `send` makes one try and must obey the signal; it may be called again, so what it does must be repeatable (a
   * read, or a write with a key). Throws Unavailable when there is no usable answer. An answer whose line could not be
   * written is not given out.
   */
  readonly call: <T>(look: Look, call: Call, send: (signal: AbortSignal) => Promise<Answer<T>>) => Promise<T>;
  /** Writes down that an earlier answer was used again. */
  readonly note: (look: Look, call: Omit<Call, 'patience'>) => Promise<void>;
  /** The keyed hash under which a number stands in the ledger. */
  readonly subjectOf: (number: string) => Buffer;
};
