/** Making and starting a batch. The items are done one by one by the worker (`run.ts`). */
import type { Act } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { newId } from '../../../ground/record/index.ts';
import type { BatchAct, BatchWords, Work } from '../schema.ts';
import { listBatchItems, lockBatch } from './queries.ts';
import { BATCH_BEGIN, MOST } from './schema.ts';
import { batchWords } from './words.ts';

/** Notes which items are meant. Throws Invalid when there are none, or more than 500. Returns the id of the batch. */
export function makeBatch(act: Act, works: readonly Work[]): string {
  if (works.length === 0) throw new Invalid([{ field: 'id', message: batchWords.chooseSome }]);
  if (works.length > MOST) throw new Invalid([{ field: 'id', message: batchWords.tooMany }]);
  const id = newId(act.now);
  insert(act.writes, 'desk.batches', {
    tenant: act.tenant,
    id,
    account: act.by.account,
    by_officer: act.by,
    made_at: act.now,
    act: null,
    note: null,
    colleague: null,
    started_at: null,
  });
  for (const [n, { id: work, code, title }] of works.entries())
    insert(act.writes, 'desk.batch_items', {
      tenant: act.tenant,
      batch: id,
      work,
      n: n + 1,
      code,
      title,
      state: 'waiting',
      problem: null,
      at: null,
    });
  return id;
}

/** Chooses the act and sends every item to the worker. Throws Conflict when it was started already. */
export async function startBatch(act: Act, id: string, chosen: BatchAct, words: BatchWords): Promise<void> {
  const batch = await lockBatch(act, id);
  if (batch.started_at !== null) throw new Conflict(batchWords.started);
  if (chosen.asks === 'colleague' && !words.colleague)
    throw new Invalid([{ field: 'colleague', message: batchWords.chooseColleague }]);
  if (chosen.asks === 'note' && !words.note)
    throw new Invalid([{ field: 'note', message: batchWords.stateReason }]);
  const { note, colleague } = words;
  update(
    act.writes,
    'desk.batches',
    { tenant: act.tenant, id },
    { act: chosen.name, note, colleague, started_at: act.now },
  );
  announce(act, BATCH_BEGIN, id);
}

/** Sends the items that were not done to the worker once more. */
export async function retryBatch(act: Act, id: string): Promise<void> {
  const batch = await lockBatch(act, id);
  if (batch.started_at === null) throw new Conflict(batchWords.notStarted);
  const failed = (await listBatchItems(act, id)).filter(({ state }) => state === 'failed');
  // Pressed twice, the second finds nothing left to try: what waits is not begun once more.
  if (failed.length === 0) return;
  for (const { work } of failed) {
    update(
      act.writes,
      'desk.batch_items',
      { tenant: act.tenant, batch: id, work },
      { state: 'waiting', problem: null, at: null },
    );
  }
  announce(act, BATCH_BEGIN, id);
}
