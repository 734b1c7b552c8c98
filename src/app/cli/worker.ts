/** `toantrinh worker`: one worker process. Any number may run. */
import { startWorker } from '../../ground/jobs/index.ts';
import { readConfig } from '../../ground/operate/config.ts';
import { connectProgram, openDatabase } from '../database.ts';
import type { Command } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { findOutside } from '../outside.ts';
import { contributed, TENANT, wire } from '../wiring.ts';

export const worker: Command = {
  name: 'worker',
  help: 'toantrinh worker\n\nRuns a worker process: turns events into jobs and does them. The database must have been migrated.',
  run: async (_, io) => {
    const config = readConfig();
    const database = await openDatabase(config, io.err);
    const connection = await connectProgram(database);
    const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
    const working = await startWorker({
      connection,
      edge: program.edge,
      tenants: [TENANT],
      listeners: contributed(program.rooms, 'listeners'),
      timed: contributed(program.rooms, 'timed'),
    });
    process.send?.({ ready: 'worker' });
    await untilStopped();
    await working.stop();
    await connection.close();
    await database.close();
    return 0;
  },
};
