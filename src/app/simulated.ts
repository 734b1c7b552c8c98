/** The systems outside as the sample province has them: simulators that speak the real protocols, on free ports. */
import { remoteIdentity, startSigningServiceSimulator } from '../paper/papers/index.ts';
import { readSample } from '../../sample/province/load.ts';
import { nationalProcedures } from '../../sample/procedures/national.ts';
import { nationalPapers } from '../../sample/province/national-papers.ts';
import { startPortalSimulator } from '../outside/exchange/index.ts';
import { startSmsSimulator } from '../outside/messages/index.ts';
import { startPaymentSimulator } from '../outside/payments/index.ts';
import { sampleAccounts, startRegistrySimulators } from '../outside/registries/index.ts';
import { startProceduresSimulator } from '../services/catalogue/index.ts';
import { startStoreSimulator } from '../services/vault/index.ts';
import { startIdentitySimulator, type SimulatedPerson } from '../world/access/index.ts';
import type { Outside } from './outside.ts';

/** The running simulators. */
export type Simulated = {
  readonly outside: Outside;
  /** Where they listen, in the order in which they start. */
  readonly ports: readonly number[];
  close(): Promise<void>;
};

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

const portOf = (address: string): number => Number(new URL(address).port);

/**
 * Starts all of them for a web process at `origin`; `keys` is the folder of the test authority. With the `ports` of an earlier start they are
 * where they were: a program that knows their addresses finds them again.
 */
export async function startSimulated(
  host: string,
  origin: string,
  keys: string,
  ports: readonly number[] = [],
): Promise<Simulated> {
  const [
    identityAt = 0,
    registriesAt = 0,
    paymentsAt = 0,
    portalAt = 0,
    papersAt = 0,
    proceduresAt = 0,
    signingAt = 0,
    smsAt = 0,
  ] = ports;
  const client = {
    id: 'toantrinh',
    secret: 'sample-secret',
    redirects: namesOf(origin).map((one) => `${one}/dang-nhap/vneid/ve`),
  };
  const identity = await startIdentitySimulator({ host, port: identityAt, persons: persons(), client });
  const registries = await startRegistrySimulators({
    host,
    port: registriesAt,
    province: 'SL',
    ...readSample(),
  });
  const payments = await startPaymentSimulator({ host, port: paymentsAt, origin });
  const portal = await startPortalSimulator({ host, port: portalAt, origin });
  const papers = await startStoreSimulator(nationalPapers(), { host, port: papersAt });
  const procedures = await startProceduresSimulator(nationalProcedures(), { host, port: proceduresAt });
  const account = { client: 'toantrinh', secret: 'sample-secret' };
  const signing = await startSigningServiceSimulator({
    host,
    port: signingAt,
    client: { id: account.client, secret: account.secret },
    identityOf: async (name) => {
      const officer = readSample().officers.find(({ slug }) => slug === name);
      return officer ? remoteIdentity(keys, name, officer.name) : null;
    },
  });
  const sms = await startSmsSimulator({ host, port: smsAt });
  return {
    outside: {
      sms: sms.account,
      signing: { ...account, address: signing.address, phone: signing.phone },
      payments: payments.accounts,
      exchange: portal.accounts,
      nationalStore: papers.address,
      procedures: procedures.account,
      registries: sampleAccounts(registries.addresses),
      identity: { issuer: identity.issuer, clientId: client.id, clientSecret: client.secret },
    },
    ports: [
      identity.issuer,
      registries.addresses.control,
      payments.control,
      portal.control,
      papers.address,
      procedures.control,
      signing.address,
      sms.control,
    ].map(portOf),
    close: async () => {
      for (const one of [identity, registries, payments, portal, papers, procedures, signing, sms])
        await one.close();
    },
  };
}
