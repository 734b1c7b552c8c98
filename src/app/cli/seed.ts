/** `toantrinh seed`: loads the sample province. Only where samples belong. */
import { edgeOn } from '../../ground/db/edge.ts';
import { readConfig } from '../../ground/operate/config.ts';
import { seedSample } from '../../../sample/seed.ts';
import { openUpToDate } from '../database.ts';
import { noOptions, type Command } from '../io.ts';
import { noteSampleLoaded } from '../sample.ts';
import { TENANT } from '../tenant.ts';

export const seed: Command = {
  name: 'seed',
  help: 'toantrinh seed\n\nLoads the invented sample province. Refused in production (DATABASE_URL without TOANTRINH_SAMPLE=1).',
  run: async (argv, io) => {
    noOptions(argv);
    const config = readConfig();
    if (!config.sample) {
      io.err('This is not a sample installation: set TOANTRINH_SAMPLE=1 to load invented people into it.');
      return 1;
    }
    const { connection, close } = await openUpToDate(config, io.err);
    try {
      await seedSample(edgeOn(connection.db), TENANT, io.err);
      await noteSampleLoaded(connection.db);
      return 0;
    } finally {
      await close();
    }
  },
};
