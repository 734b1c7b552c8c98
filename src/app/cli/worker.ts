/** `toantrinh worker`: one worker process. Any number may run. */
import { startWorker } from '../../ground/jobs/index.ts';
import { readConfig } from '../../ground/operate/config.ts';
import { openUpToDate } from '../database.ts';
import { noOptions, type Command } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { findOutside } from '../outside.ts';
import { settleMemory } from '../settled.ts';
import { contributed, TENANT, wire } from '../wiring.ts';

export const worker: Command = {
  name: 'worker',
  help: 'toantrinh worker\n\nRuns a worker process: turns events into jobs and does them. With DATABASE_URL the database must have been migrated.',
  run: async (argv, io) => {
    noOptions(argv);
    const config = readConfig();
    const { connection, close } = await openUpToDate(config, io.err);
    try {
      const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
      const working = await startWorker({
        connection,
        edge: program.edge,
        tenants: [TENANT],
        listeners: contributed(program.rooms, 'listeners'),
        timed: contributed(program.rooms, 'timed'),
      });
      process.send?.({ ready: 'worker' });
      settleMemory();
      await untilStopped();
      await working.stop();
      return 0;
    } finally {
      await close();
    }
  },
};
