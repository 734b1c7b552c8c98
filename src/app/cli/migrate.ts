/** `toantrinh migrate`: brings the database up to date as its owner. */
import { readConfig } from '../../ground/operate/config.ts';
import { openDatabase, prepareDatabase } from '../database.ts';
import type { Command } from '../io.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  help: 'toantrinh migrate\n\nRuns the migrations that have not run yet, as the owner (DATABASE_OWNER_URL, or the embedded server).',
  run: async (_, io) => {
    const database = await openDatabase(readConfig(), io.err);
    try {
      await prepareDatabase(database, io.err);
      io.out('The database is up to date.');
      return 0;
    } finally {
      await database.close();
    }
  },
};
