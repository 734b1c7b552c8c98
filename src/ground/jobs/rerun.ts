/** Running a job again that failed for good: a person has mended the cause, and its item must go on. */
import type { Act } from '../db/act.ts';
import { send } from '../db/connect.ts';
import { Conflict } from '../operate/errors.ts';
import { engineOnTransaction, EVENTS } from './engine.ts';

/** Puts a dead job back into its place in the queue of its item. Throws Conflict when it is not dead (any more). */
export async function rerunDeadJob(act: Act, id: string): Promise<void> {
  const [job] = await send<{ id: string }>(
    act.tx,
    `select id from pgboss.job
      where name = $1 and id = $2::uuid and state = 'failed' and (data->>'tenant')::int = $3 for update`,
    [EVENTS, id, act.tenant],
  );
  if (!job)
    throw new Conflict({
      vi: 'Việc này không còn ở trạng thái lỗi: có thể người khác vừa cho chạy lại.',
      en: 'This job is not dead any more: somebody may have just run it again.',
    });
  await engineOnTransaction(act.tx).retry(EVENTS, id);
}
