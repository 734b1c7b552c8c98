/**
 * Addresses of the systems outside. In the sample province they are simulators, started beside the program; their
 * addresses lie in the data folder, so that every process of the installation finds them.
 */
import { readExchangeAccounts, type ExchangeAccounts, type PortalLogin } from '../outside/exchange/index.ts';
import type { SmsAccount } from '../outside/messages/index.ts';
import { readPaymentAccounts, type PaymentAccounts } from '../outside/payments/index.ts';
import { readSigningSettings, type ServiceAccount, type SigningSettings } from '../paper/papers/index.ts';
import { readRegistryAccounts, type RegistryAccounts } from '../outside/registries/index.ts';
import { readAgencyIdentities, type AgencyIdentitySettings } from '../world/access/index.ts';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where each outside system is reached; null: not configured. */
export type Outside = {
  readonly identity: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  /** Registries of the state. */
  readonly registries?: RegistryAccounts;
  /** National payment platform and bank. */
  readonly payments?: PaymentAccounts;
  /** National portal and public post. */
  readonly exchange?: ExchangeAccounts;
  /** Remote signing service; `phone` is the simulated phone of the sample. */
  readonly signing?: ServiceAccount & { readonly phone?: string };
  /** Keys, timestamp authority and trusted roots of this installation. */
  readonly keys?: SigningSettings;
  /** Address of the national store of people's papers. */
  readonly nationalStore?: string;
  /** Gateway of an SMS carrier; one that is configured (`SMS_URL`) comes first. */
  readonly sms?: SmsAccount;
  /** National database of procedures. */
  readonly procedures?: PortalLogin;
  /** Identity systems of agencies, for their officers. */
  readonly officers?: readonly AgencyIdentitySettings[];
};

/** No outside system at all. */
export const nowhere: Outside = { identity: null };

const fileIn = (dataDir: string): string => path.join(dataDir, 'simulators.json');

/** Writes the addresses of the simulators that have just started. */
export async function announceOutside(dataDir: string, outside: Outside): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${fileIn(dataDir)}.new`, JSON.stringify(outside), { mode: 0o600 });
  await rename(`${fileIn(dataDir)}.new`, fileIn(dataDir));
}

/** Addresses by environment (production) or those of the simulators (sample province). */
export async function findOutside(
  dataDir: string,
  sample: boolean,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Outside> {
  const issuer = env['VNEID_ISSUER'];
  const announced = sample
    ? await readFile(fileIn(dataDir), 'utf8').then(
        (text) => JSON.parse(text) as Outside,
        () => nowhere,
      )
    : nowhere;
  const identity = issuer && {
    issuer,
    clientId: env['VNEID_CLIENT_ID'] ?? '',
    clientSecret: env['VNEID_CLIENT_SECRET'] ?? '',
  };
  const signing = env['CSC_URL'] && {
    address: env['CSC_URL'],
    client: env['CSC_CLIENT_ID'] ?? '',
    secret: env['CSC_CLIENT_SECRET'] ?? '',
  };
  const payments = readPaymentAccounts(env);
  const exchange = readExchangeAccounts(env);
  const nationalStore = env['NATIONAL_STORE_URL'];
  const procedures = env['PROCEDURES_ADAPTER'] && {
    adapter: env['PROCEDURES_ADAPTER'],
    endpoint: env['PROCEDURES_ENDPOINT'] ?? '',
    destination: env['PROCEDURES_DSTCODE'] ?? '',
    unit: env['PROCEDURES_UNIT'] ?? '',
    user: env['PROCEDURES_USER'] ?? '',
    password: env['PROCEDURES_PASSWORD'] ?? '',
  };
  return {
    ...announced,
    ...(identity && { identity }),
    ...(signing && { signing }),
    registries: { ...announced.registries, ...readRegistryAccounts(env) },
    ...(payments && { payments }),
    ...(exchange && { exchange }),
    ...(nationalStore && { nationalStore }),
    ...(procedures && { procedures }),
    officers: readAgencyIdentities(env),
    keys: readSigningSettings(env),
  };
}
