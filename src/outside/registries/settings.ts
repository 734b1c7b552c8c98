/** What an installation has agreed with the registries of the state, by environment. */
import { together, webAddress, type Env } from '../../ground/operate/together.ts';
import type { ServiceAccount } from './gateway/json-service.ts';
import type { RegistryAccounts } from './gateway/open.ts';
import type { RegistryId } from './schema.ts';

/** Registries that are asked over a service of one address and one token, and how their variables begin. */
const services = {
  'civil-status': 'CIVIL_STATUS',
  business: 'BUSINESS_REGISTER',
  insurance: 'INSURANCE',
  household: 'RESIDENCE',
  land: 'LAND',
  tax: 'TAX',
} as const satisfies Partial<Record<RegistryId, string>>;

function readService(env: Env, prefix: string): ServiceAccount | null {
  const [url, token] = [`${prefix}_URL`, `${prefix}_TOKEN`] as const;
  const set = together(env, [url, token]);
  return set && { url: webAddress(url, set[url]!), token: set[token]! };
}

function readPopulation(env: Env): RegistryAccounts['population'] | null {
  const set = together(env, [
    'POPULATION_URL',
    'POPULATION_USER',
    'POPULATION_SECRET',
    'POPULATION_CLIENT',
    'POPULATION_KEY',
    'POPULATION_SERVICE',
    'POPULATION_UNIT',
    'POPULATION_ACCOUNT',
  ]);
  return (
    set && {
      url: webAddress('POPULATION_URL', set.POPULATION_URL),
      user: set.POPULATION_USER,
      secret: set.POPULATION_SECRET,
      client: set.POPULATION_CLIENT,
      apiKey: set.POPULATION_KEY,
      service: set.POPULATION_SERVICE,
      unit: set.POPULATION_UNIT,
      account: set.POPULATION_ACCOUNT,
    }
  );
}

/** The registries that are connected; a registry of which nothing is said is not. Throws an Error with one sentence when it is half said. */
export function readRegistryAccounts(env: Env = process.env): RegistryAccounts {
  const population = readPopulation(env);
  const others = Object.entries(services).map(([id, prefix]) => [id, readService(env, prefix)] as const);
  return {
    ...(population && { population }),
    ...Object.fromEntries(others.filter(([, account]) => account !== null)),
  };
}
