/** Batches (xử lý hàng loạt): one act on up to 500 work items, each with its own result. */
import type { By } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';

/** Most items of a batch. */
export const MOST = 500;

/** The event that makes the worker do one item. */
export const BATCH_ITEM = 'desk.batch-item';

/** The event that makes the worker begin: what is needed once for all, then every item. */
export const BATCH_BEGIN = 'desk.batch-begin';

export type Batch = {
  readonly id: string;
  readonly account: string;
  readonly by_officer: By;
  readonly made_at: Date;
  /** Name of the act; null while it has not been chosen. */
  readonly act: string | null;
  readonly note: string | null;
  readonly colleague: string | null;
  readonly started_at: Date | null;
};

export type BatchItem = {
  readonly batch: string;
  readonly work: string;
  readonly n: number;
  readonly code: string;
  readonly title: string;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Why it could not be done, for the officer. */
  readonly problem: Text | null;
  readonly at: Date | null;
};

export type BatchTables = {
  'desk.batches': Batch & { tenant: number };
  'desk.batch_items': BatchItem & { tenant: number };
};
