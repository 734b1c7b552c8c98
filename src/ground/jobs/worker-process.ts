/**
 * A worker of its own process, for the test that kills one in the middle of an act: what it heard it writes as an event `told`.
 * With HANG it says so on standard output, and waits inside the open transaction until it is killed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../db/connect.ts';
import { edgeOn } from '../db/edge.ts';
import { send } from '../db/connect.ts';
import { announce } from './events.ts';
import { startWorker } from './worker.ts';

const connection = connect(process.argv[2]!, 4);
await startWorker({
  connection,
  edge: edgeOn(connection.db),
  tenants: [1],
  timed: [],
  listeners: [
    {
      on: 'test.happened',
      name: 'test.hears',
      does: { vi: 'Nghe', en: 'Hear' },
      act: async (act, event) => {
        await send(
          act.tx,
          `insert into jobs.events (tenant, id, name, item, payload, at, due_at, sent)
           values (1, gen_random_uuid(), 'written-at-once', $1, $2, now(), now(), true)`,
          [event.item, JSON.stringify(event.payload)],
        );
        if (process.argv[3] === 'hang') {
          process.stdout.write('hangs\n');
          await sleep(2 ** 30);
        }
        announce(act, 'told', event.item, event.payload);
      },
    },
  ],
});
process.stdout.write('works\n');
