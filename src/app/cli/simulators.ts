/** `toantrinh simulators`: the systems outside, as the sample province has them. Their addresses go into the data folder. */
import path from 'node:path';
import { homeOf, readConfig } from '../../ground/operate/config.ts';
import { Misused, optionsOf, type Command } from '../io.ts';
import { settleMemory } from '../settled.ts';
import { untilStopped } from '../lifetime.ts';
import { announceOutside } from '../outside.ts';
import { startSimulated } from '../simulated.ts';

export const simulators: Command = {
  name: 'simulators',
  help: 'toantrinh simulators [--origin ADDRESS]\n\nRuns the simulators of the outside systems for a web process at ADDRESS.',
  run: async (argv, io) => {
    const config = readConfig();
    const { values } = optionsOf(argv, { origin: { type: 'string' } });
    const origin = values.origin ?? homeOf(config);
    if (!URL.canParse(origin)) throw new Misused(`“${origin}” is not an address.`);
    const { outside, close } = await startSimulated(config.host, origin, path.join(config.dataDir, 'keys'));
    await announceOutside(config.dataDir, outside);
    io.err(`Simulated identity at ${outside.identity?.issuer}`);
    process.send?.({ ready: outside.identity?.issuer });
    settleMemory();
    await untilStopped();
    await close();
    return 0;
  },
};
