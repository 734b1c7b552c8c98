/** `toantrinh seed`: loads the sample province and puts its dossiers to work. Only where samples belong. */
import { parseArgs } from 'node:util';
import { edgeOn } from '../../ground/db/edge.ts';
import { readConfig } from '../../ground/operate/config.ts';
import { seedDossiers } from '../../../sample/dossiers/seed.ts';
import { seedSample } from '../../../sample/seed.ts';
import { openUpToDate } from '../database.ts';
import type { Command } from '../io.ts';
import { noteSampleLoaded } from '../sample.ts';
import { TENANT } from '../tenant.ts';

export const seed: Command = {
  name: 'seed',
  help: `toantrinh seed [--province]

Loads the invented sample province and some dossiers of the last days that are at work in it; --province leaves the
dossiers out. Repeating it changes nothing. Refused in production (DATABASE_URL without TOANTRINH_SAMPLE=1).`,
  run: async (argv, io) => {
    const { values } = parseArgs({ args: [...argv], options: { province: { type: 'boolean' } } });
    const config = readConfig();
    if (!config.sample) {
      io.err('This is not a sample installation: set TOANTRINH_SAMPLE=1 to load invented people into it.');
      return 1;
    }
    const { connection, close } = await openUpToDate(config, io.err);
    try {
      const edge = edgeOn(connection.db);
      await seedSample(edge, TENANT, io.err);
      await noteSampleLoaded(connection.db);
      if (values.province) return 0;
      const begun = await seedDossiers(edge, TENANT, new Date());
      await noteSampleLoaded(connection.db, 'sample dossiers');
      if (begun.length > 0) io.err(`Sample dossiers at work: ${begun.length}`);
      return 0;
    } finally {
      await close();
    }
  },
};
