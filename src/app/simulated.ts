/** The systems outside as the sample province has them: simulators that speak the real protocols, on free ports. */
import { remoteIdentity, startSigningServiceSimulator } from '../paper/papers/index.ts';
import { readSample } from '../../sample/province/load.ts';
import { nationalProcedures } from '../../sample/procedures/national.ts';
import { nationalPapers } from '../../sample/province/national-papers.ts';
import { startPortalSimulator } from '../outside/exchange/index.ts';
import { startPaymentSimulator } from '../outside/payments/index.ts';
import { sampleAccounts, startRegistrySimulators } from '../outside/registries/index.ts';
import { startProceduresSimulator } from '../services/catalogue/index.ts';
import { startStoreSimulator } from '../services/vault/index.ts';
import { startIdentitySimulator, type SimulatedPerson } from '../world/access/index.ts';
import type { Outside } from './outside.ts';

/** The running simulators. */
export type Simulated = { readonly outside: Outside; close(): Promise<void> };

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

/** This machine has two names in its own browser. */
const namesOf = (origin: string): readonly string[] => [
  ...new Set([
    origin,
    origin.replace('//127.0.0.1', '//localhost'),
    origin.replace('//localhost', '//127.0.0.1'),
  ]),
];

/** Starts all of them for a web process at `origin`; `keys` is the folder of the test authority. */
export async function startSimulated(host: string, origin: string, keys: string): Promise<Simulated> {
  const client = {
    id: 'toantrinh',
    secret: 'sample-secret',
    redirects: namesOf(origin).map((one) => `${one}/dang-nhap/vneid/ve`),
  };
  const identity = await startIdentitySimulator({ host, port: 0, persons: persons(), client });
  const registries = await startRegistrySimulators({ host, province: 'SL', ...readSample() });
  const payments = await startPaymentSimulator({ host, origin });
  const portal = await startPortalSimulator({ host, origin });
  const papers = await startStoreSimulator(nationalPapers(), { host });
  const procedures = await startProceduresSimulator(nationalProcedures(), { host });
  const account = { client: 'toantrinh', secret: 'sample-secret' };
  const signing = await startSigningServiceSimulator({
    host,
    client: { id: account.client, secret: account.secret },
    identityOf: async (name) => {
      const officer = readSample().officers.find(({ slug }) => slug === name);
      return officer ? remoteIdentity(keys, name, officer.name) : null;
    },
  });
  return {
    outside: {
      signing: { ...account, address: signing.address, phone: signing.phone },
      payments: payments.accounts,
      exchange: portal.accounts,
      nationalStore: papers.address,
      procedures: procedures.account,
      registries: sampleAccounts(registries.addresses),
      identity: { issuer: identity.issuer, clientId: client.id, clientSecret: client.secret },
    },
    close: async () => {
      for (const one of [identity, registries, payments, portal, papers, procedures, signing])
        await one.close();
    },
  };
}
