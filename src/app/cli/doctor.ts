/** `toantrinh doctor`: checks every invariant that the rooms register, on the live data. */
import { bySystem } from '../../ground/db/edge.ts';
import { readConfig } from '../../ground/operate/config.ts';
import { examine, type Examined } from '../../ground/record/invariants.ts';
import { openUpToDate } from '../database.ts';
import { optionsOf, type Command } from '../io.ts';
import { findOutside } from '../outside.ts';
import { contributed, TENANT, wire } from '../wiring.ts';

export const doctor: Command = {
  name: 'doctor',
  help: 'toantrinh doctor [--json]\n\nChecks the chains of the record, the seals and every invariant of every room. Exit code 1 when something is wrong.',
  run: async (argv, io) => {
    const { json = false } = optionsOf(argv, { json: { type: 'boolean' } }).values;
    const config = readConfig();
    const { connection, close } = await openUpToDate(config, io.err);
    try {
      const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
      const all: Examined[] = [];
      const healthy = await program.edge.look(bySystem(TENANT), (look) =>
        examine(look, contributed(program.rooms, 'invariants'), (done) => {
          all.push(done);
          if (!json) io.out(lineOf(done));
        }),
      );
      if (json) io.out(JSON.stringify({ healthy, invariants: all }));
      else io.out(healthy ? 'All is well.' : 'Something is wrong.');
      return healthy ? 0 : 1;
    } finally {
      await close();
    }
  },
};

const lineOf = ({ name, holds, findings, ms }: Examined): string =>
  [
    `${findings.length === 0 ? 'ok   ' : 'WRONG'} ${name} (${ms} ms): ${holds}`,
    ...findings.map((one) => `      ${one.item} ${one.what}`),
  ].join('\n');
