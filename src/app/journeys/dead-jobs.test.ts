/** A job that failed for good is seen by the administrator, run again from the page, and done. On a database of its own. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bySystem, edgeOn } from '../../ground/db/edge.ts';
import { connect, send } from '../../ground/db/connect.ts';
import { cloneDatabase } from '../../ground/db/testing.ts';
import { dispatchOnce, engineOn, announce, listDeadJobs, rerunDeadJob } from '../../ground/jobs/index.ts';
import { withEngine } from '../../ground/jobs/testing.ts';
import { newId } from '../../ground/record/index.ts';
import { Conflict } from '../../ground/operate/errors.ts';

describe('journey: dead jobs', () => {
  it('lists what failed for good and puts it back, once', async () => {
    const clone = await cloneDatabase(withEngine);
    const connection = connect(clone.program, 4);
    try {
      const boss = engineOn(connection, false);
      await boss.start();
      const edge = edgeOn(connection.db);
      const item = newId(new Date());
      await edge.act(bySystem(1), async (act) => announce(act, 'mau.xay-ra', item));
      const listeners = [
        { on: 'mau.xay-ra', name: 'mau.nghe', does: { vi: 'Nghe', en: 'Hear' }, act: async () => {} },
      ];
      assert.equal(await dispatchOnce(connection.db, boss, listeners), 1);
      await send(
        connection.db,
        `update pgboss.job set state = 'failed', completed_on = now(), output = '{"message":"hỏng"}' where name = 'events'`,
      );

      const [dead, ...others] = await listDeadJobs(connection, 1);
      assert.deepEqual(
        [dead?.subscriber, dead?.event, dead?.item, dead?.problem, others.length],
        ['mau.nghe', 'mau.xay-ra', item, 'hỏng', 0],
      );
      assert.deepEqual(await listDeadJobs(connection, 2), [], 'not of another tenant');
      await assert.rejects(
        edge.act(bySystem(2), (act) => rerunDeadJob(act, dead!.id)),
        Conflict,
      );
      await edge.act(bySystem(1), (act) => rerunDeadJob(act, dead!.id));
      assert.deepEqual(await listDeadJobs(connection, 1), []);
      const [job] = await send<{ state: string }>(
        connection.db,
        `select state from pgboss.job where name = 'events'`,
      );
      assert.equal(job?.state, 'retry');
      await assert.rejects(
        edge.act(bySystem(1), (act) => rerunDeadJob(act, dead!.id)),
        Conflict,
      );
      await boss.stop({ graceful: false, close: false });
    } finally {
      await connection.close();
      await clone.drop();
    }
  });
});
