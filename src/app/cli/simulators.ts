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
  help: 'toantrinh simulators [--origin ADDRESS] [--ports PORT,PORT,…]\n\nRuns the simulators of the outside systems for a web process at ADDRESS, on free ports or on those of an earlier start.',
  run: async (argv, io) => {
    const config = readConfig();
    const { values } = optionsOf(argv, { origin: { type: 'string' }, ports: { type: 'string' } });
    const origin = values.origin ?? homeOf(config);
    if (!URL.canParse(origin)) throw new Misused(`“${origin}” is not an address.`);
    const earlier = (values.ports?.split(',') ?? []).map(Number);
    if (!earlier.every((port) => Number.isInteger(port) && port >= 0 && port < 65_536))
      throw new Misused(`“${values.ports}” are no ports.`);
    const keys = path.join(config.dataDir, 'keys');
    const { outside, ports, close } = await startSimulated(config.host, origin, keys, earlier);
    await announceOutside(config.dataDir, outside);
    io.err(`Simulated identity at ${outside.identity?.issuer}`);
    process.send?.({ ready: outside.identity?.issuer, ports: ports.join(',') });
    settleMemory();
    await untilStopped();
    io.err('The simulators were asked to end.');
    await close();
    return 0;
  },
};
