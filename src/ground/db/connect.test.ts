import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, send } from './connect.ts';
import { cloneDatabase } from './testing.ts';

describe('a connection', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  before(async () => {
    database = await cloneDatabase();
  });
  after(() => database.drop());

  it('that the server ends between two statements fails its act, not the process, and is replaced', async () => {
    const [program, owner] = [connect(database.program, 1), connect(database.owner, 1)];
    try {
      await assert.rejects(
        program.db.transaction().execute(async (tx) => {
          const [mine] = await send<{ pid: number }>(tx, 'select pg_backend_pid() as pid');
          await send(owner.db, 'select pg_terminate_backend($1)', [mine!.pid]);
          await sleep(200);
          await send(tx, 'select 1 as one');
        }),
        /connection/i,
      );
      assert.deepEqual(await send(program.db, 'select 1 as one'), [{ one: 1 }]);
    } finally {
      await program.close();
      await owner.close();
    }
  });
});
