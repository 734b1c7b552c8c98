/** Reading batches: an officer sees only those that they made themselves. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { isUuid } from '../queries.ts';
import { batchWords } from './words.ts';
import type { Batch, BatchItem, BatchTables } from './schema.ts';

const tables = (look: Look) => own<BatchTables>(look.tx);

/** A batch, whoever made it; for the worker. Null when there is none. */
export const findBatch = async (look: Look, id: string): Promise<Batch | null> =>
  (await tables(look)
    .selectFrom('desk.batches')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** A batch of the officer who looks. Throws NotFound. */
export async function getBatch(look: Look, id: string): Promise<Batch> {
  const batch = isUuid(id) ? await findBatch(look, id) : null;
  if (batch && batch.account === look.by.account) return batch;
  throw new NotFound(batchWords.none);
}

/** The same, held by an act: whoever presses twice at once waits here for the first, and then finds it started. Throws NotFound. */
export async function lockBatch(act: Act, id: string): Promise<Batch> {
  if (isUuid(id))
    await own<BatchTables>(act.tx)
      .selectFrom('desk.batches')
      .select('id')
      .where('tenant', '=', act.tenant)
      .where('id', '=', id)
      .forUpdate()
      .execute();
  return getBatch(act, id);
}

/** Items of a batch in their order: at most 500. */
export const listBatchItems = (look: Look, batch: string): Promise<BatchItem[]> =>
  tables(look)
    .selectFrom('desk.batch_items')
    .select(['batch', 'work', 'n', 'code', 'title', 'state', 'problem', 'at'])
    .where('tenant', '=', look.tenant)
    .where('batch', '=', batch)
    .orderBy('n')
    .execute();

/** The last batches that the officer who looks has started. */
export const listBatches = (look: Look): Promise<Pick<Batch, 'id' | 'act' | 'started_at'>[]> =>
  tables(look)
    .selectFrom('desk.batches')
    .select(['id', 'act', 'started_at'])
    .where('tenant', '=', look.tenant)
    .where('account', '=', look.by.account)
    .where('started_at', 'is not', null)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute();
