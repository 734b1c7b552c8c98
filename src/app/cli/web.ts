/** `toantrinh web`: one web process. Any number may run behind a balancer. */
import { readConfig } from '../../ground/operate/config.ts';
import { connectProgram, openDatabase } from '../database.ts';
import { applicationOf, listen } from '../http.ts';
import type { Command } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { findOutside } from '../outside.ts';
import { wire } from '../wiring.ts';

export const web: Command = {
  name: 'web',
  help: 'toantrinh web\n\nRuns a web process on HOST:PORT. The database must have been migrated.',
  run: async (_, io) => {
    const config = readConfig();
    const database = await openDatabase(config, io.err);
    const connection = await connectProgram(database);
    const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
    const serving = await listen(program, await applicationOf(program));
    io.out(serving.address);
    process.send?.({ ready: serving.address });
    await untilStopped();
    await serving.close();
    await connection.close();
    await database.close();
    return 0;
  },
};
