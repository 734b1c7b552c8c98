/** `toantrinh simulators`: the systems outside, as the sample province has them. Their addresses go into the data folder. */
import { readConfig } from '../../ground/operate/config.ts';
import { startIdentitySimulator, type SimulatedPerson } from '../../world/access/index.ts';
import { startPortalSimulator } from '../../outside/exchange/index.ts';
import { startPaymentSimulator } from '../../outside/payments/index.ts';
import { sampleAccounts, startRegistrySimulators } from '../../outside/registries/index.ts';
import { readSample } from '../../../sample/province/load.ts';
import type { Command } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { announceOutside } from '../outside.ts';

const persons = (): SimulatedPerson[] => {
  const { people, organisations } = readSample();
  return people.flatMap(({ slug, number, name, born, assurance }) =>
    number && assurance
      ? [
          {
            number,
            name,
            born: born ?? '',
            level: assurance,
            organisations: organisations
              .filter((one) => one.representative === slug)
              .map((one) => ({ code: one.number, name: one.name })),
          },
        ]
      : [],
  );
};

export const simulators: Command = {
  name: 'simulators',
  help: 'toantrinh simulators [--origin ADDRESS]\n\nRuns the simulators of the outside systems for a web process at ADDRESS.',
  run: async (argv, io) => {
    const config = readConfig();
    const origin = argv[argv.indexOf('--origin') + 1] ?? `http://${config.host}:${config.port}`;
    const client = { id: 'toantrinh', secret: 'sample-secret', redirects: [`${origin}/dang-nhap/vneid/ve`] };
    const identity = await startIdentitySimulator({ host: config.host, port: 0, persons: persons(), client });
    const registries = await startRegistrySimulators({ host: config.host, province: 'SL', ...readSample() });
    const payments = await startPaymentSimulator({ host: config.host, origin });
    const portal = await startPortalSimulator({ host: config.host, origin });
    await announceOutside(config.dataDir, {
      payments: payments.accounts,
      exchange: portal.accounts,
      registries: sampleAccounts(registries.addresses),
      identity: { issuer: identity.issuer, clientId: client.id, clientSecret: client.secret },
    });
    io.err(`Simulated identity at ${identity.issuer}`);
    process.send?.({ ready: identity.issuer });
    await untilStopped();
    await identity.close();
    await registries.close();
    await payments.close();
    await portal.close();
    return 0;
  },
};
