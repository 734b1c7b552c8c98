/** `toantrinh web`: one web process. Any number may run behind a balancer. */
import { readConfig } from '../../ground/operate/config.ts';
import { openUpToDate } from '../database.ts';
import { noOptions, type Command } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { lookAtPort } from '../port.ts';
import { settleMemory } from '../settled.ts';

export const web: Command = {
  name: 'web',
  help: 'toantrinh web\n\nRuns a web process on HOST:PORT. With DATABASE_URL the database must have been migrated.',
  run: async (argv, io) => {
    noOptions(argv);
    const config = readConfig();
    await lookAtPort(config.host, config.port);
    const { connection, close } = await openUpToDate(config, io.err);
    try {
      const { applicationOf, listen } = await import('../http.ts');
      const { findOutside } = await import('../outside.ts');
      const { wire } = await import('../wiring.ts');
      const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
      const serving = await listen(program, await applicationOf(program));
      io.out(serving.address);
      settleMemory();
      await untilStopped();
      await serving.close();
      return 0;
    } finally {
      await close();
    }
  },
};
