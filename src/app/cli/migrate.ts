/** `toantrinh migrate`: brings the database up to date as its owner. */
import { readConfig } from '../../ground/operate/config.ts';
import { openDatabase, prepareDatabase } from '../database.ts';
import { noOptions, type Command } from '../io.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  help: 'toantrinh migrate\n\nRuns the migrations that have not run yet, as the owner (DATABASE_OWNER_URL, or the embedded server).',
  run: async (argv, io) => {
    noOptions(argv);
    const database = await openDatabase(readConfig(), io.err);
    try {
      if (!database.migrates)
        throw new Error('Give the address of the owner of the database in DATABASE_OWNER_URL.');
      await prepareDatabase(database, io.err);
      io.out('The database is up to date.');
      return 0;
    } finally {
      await database.close();
    }
  },
};
