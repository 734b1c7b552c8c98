/**
 * Doing the items of a batch: one job, one transaction and one result each, in the name of the officer who asked. The jobs are
 * durable, so an interrupted batch goes on by itself; an item that cannot be done is noted with its reason and stops nobody.
 */
import { own, type Act, type By, type Look } from '../../../ground/db/act.ts';
import { attempt, reasonOf } from '../../../ground/db/attempt.ts';
import { update } from '../../../ground/db/writes.ts';
import { announce, listener, type Listener } from '../../../ground/jobs/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { listAccountsById } from '../../../world/access/index.ts';
import { powersOf } from '../../../world/mandates/index.ts';
import { guardInterest, matterOf } from '../interest.ts';
import { getWork, listWork } from '../queries.ts';
import type { BatchAct, BatchWords, Work } from '../schema.ts';
import { findBatch, listBatchItems } from './queries.ts';
import { BATCH_BEGIN, BATCH_ITEM, type Batch, type BatchTables } from './schema.ts';
import { batchWords } from './words.ts';

/** What is known before the transaction of an item: everything to do it, or why it cannot be done. */
type Ready =
  | { readonly kind: 'over' }
  | { readonly kind: 'failed'; readonly problem: Text }
  | {
      readonly kind: 'ready';
      readonly by: By;
      readonly chosen: BatchAct;
      readonly work: Work;
      readonly words: BatchWords;
      readonly prepared: unknown;
    };

const isWaiting = async (look: Look, batch: string, work: string): Promise<boolean> =>
  (
    await own<BatchTables>(look.tx)
      .selectFrom('desk.batch_items')
      .select('state')
      .where('tenant', '=', look.tenant)
      .where('batch', '=', batch)
      .where('work', '=', work)
      .executeTakeFirst()
  )?.state === 'waiting';

/** The officer as they are now: the powers of today, not those of when the batch was made. */
const officerOf = async (look: Look, { by_officer: by }: Batch): Promise<By> => ({
  ...by,
  powers: by.person ? await powersOf(look, by.person) : [],
});

/** Whether the account has been closed or suspended since: nothing more is done in its name. */
const isShut = async (look: Look, { account }: Batch): Promise<boolean> =>
  (await listAccountsById(look, [account])).some(
    ({ closed_at: closed, suspended_for: suspended }) => closed !== null || suspended !== null,
  );

async function makeReady(look: Look, batch: Batch, id: string, acts: readonly BatchAct[]): Promise<Ready> {
  if (await isShut(look, batch)) return { kind: 'failed', problem: batchWords.shut };
  const by = await officerOf(look, batch);
  const asOfficer = { ...look, by };
  const chosen = acts.find(({ name }) => name === batch.act);
  if (!chosen) return { kind: 'failed', problem: batchWords.fault };
  const work = await getWork(look, id);
  if (!chosen.fits(work)) return { kind: 'failed', problem: batchWords.doesNotFit };
  await guardInterest(asOfficer, matterOf(work));
  const words: BatchWords = { note: batch.note, colleague: batch.colleague };
  return { kind: 'ready', by, chosen, work, words, prepared: await chosen.prepare?.(asOfficer, work, words) };
}

/** Does the act within the job's transaction; what it wrote is undone when it fails. Returns the reason then. */
const tryTo = (
  act: Act,
  { by, chosen, work, words, prepared }: Ready & { kind: 'ready' },
): Promise<Text | null> =>
  attempt({ ...act, by }, work.item, (inner) => chosen.act(inner, work, words, prepared));

/** Items of a batch that are not done yet. */
const waitingIn = async (look: Look, batch: string): Promise<readonly string[]> =>
  (await listBatchItems(look, batch)).flatMap(({ work, state }) => (state === 'waiting' ? work : []));

/** What is needed once for all items; why none can be done, or null. */
async function beginAll(look: Look, batch: Batch, acts: readonly BatchAct[]): Promise<Text | null> {
  const chosen = acts.find(({ name }) => name === batch.act);
  if (!chosen?.beforeAll) return null;
  if (await isShut(look, batch)) return batchWords.shut;
  const works = (await listWork(look, await waitingIn(look, batch.id))).filter(chosen.fits);
  const asOfficer = { ...look, by: await officerOf(look, batch) };
  return chosen
    .beforeAll(asOfficer, works, { note: batch.note, colleague: batch.colleague })
    .then(() => null)
    .catch((problem: unknown) => reasonOf(problem, batch.id));
}

/** Begins a batch: what is needed once, then a job for each item. */
export const beginListener = (acts: readonly BatchAct[]): Listener =>
  listener<Text | null>({
    on: BATCH_BEGIN,
    name: 'desk.begin-batch',
    does: { vi: 'Bắt đầu việc hàng loạt', en: 'Begin a batch' },
    awaited: true,
    gather: async (look, { item }) => {
      const batch = await findBatch(look, item);
      return batch && beginAll(look, batch, acts);
    },
    act: async (act, { item: batch }, problem) => {
      for (const work of await waitingIn(act, batch))
        if (problem === null) announce(act, BATCH_ITEM, work, { batch });
        else
          update(
            act.writes,
            'desk.batch_items',
            { tenant: act.tenant, batch, work },
            { state: 'failed', problem, at: act.now },
          );
    },
  });

/** The worker's part: `acts` are what the rooms contribute. */
export const batchListener = (acts: readonly BatchAct[]): Listener =>
  listener<Ready>({
    on: BATCH_ITEM,
    name: 'desk.do-batch-item',
    does: { vi: 'Xử lý một mục của việc hàng loạt', en: 'Do one item of a batch' },
    awaited: true,
    gather: async (look, { item, payload }) => {
      const batch = await findBatch(look, String(payload['batch']));
      if (!batch || !(await isWaiting(look, batch.id, item))) return { kind: 'over' };
      return makeReady(look, batch, item, acts).catch((problem: unknown) => ({
        kind: 'failed',
        problem: reasonOf(problem, item),
      }));
    },
    act: async (act, { item, payload }, ready) => {
      if (ready.kind === 'over') return;
      const problem = ready.kind === 'failed' ? ready.problem : await tryTo(act, ready);
      update(
        act.writes,
        'desk.batch_items',
        { tenant: act.tenant, batch: String(payload['batch']), work: item },
        { state: problem ? 'failed' : 'done', problem, at: act.now },
      );
    },
  });
