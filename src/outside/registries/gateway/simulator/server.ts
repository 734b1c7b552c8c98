/** The simulated registries behind one HTTP server: each under its own path, each with its own faults. */
import {
  answerFaults,
  FAULTS_PATH,
  setFaults,
  simulate,
  type Asked,
  type Place,
} from '../../../../ground/wire/index.ts';
import type { RegistryId } from '../../schema.ts';
import type { Simulation } from './answers.ts';
import { business } from './business.ts';
import { civilStatus } from './civil-status.ts';
import { beSlow, noFaults, type Faults } from './faults.ts';
import { household } from './household.ts';
import { insurance } from './insurance.ts';
import { land } from './land.ts';
import { population } from './population.ts';
import { openRegisters, type SimulatedProvince } from './province.ts';
import { tax } from './tax.ts';

/** Access token of the sample installation. */
export const SAMPLE_TOKEN = 'sample-token';

export type RegistrySimulators = {
  /** Address of each registry, and of the control of their faults. */
  readonly addresses: Readonly<Record<RegistryId | 'control', string>>;
  readonly faults: Readonly<Record<RegistryId, Faults>>;
  readonly close: () => Promise<void>;
};

/** Starts the registries of an invented province. */
export async function startRegistrySimulators({
  host,
  port,
  ...province
}: SimulatedProvince & Place): Promise<RegistrySimulators> {
  const registers = openRegisters(province);
  // Hospitals' notifications that have become entries of civil status.
  const registered = new Set<string>();
  const simulations: Readonly<Record<RegistryId, Simulation>> = {
    population,
    'civil-status': civilStatus(SAMPLE_TOKEN, registered),
    business: business(SAMPLE_TOKEN),
    insurance: insurance(SAMPLE_TOKEN, registered),
    household: household(SAMPLE_TOKEN),
    land: land(SAMPLE_TOKEN),
    tax: tax(SAMPLE_TOKEN),
  };
  const ids = Object.keys(simulations) as RegistryId[];
  const faults = Object.fromEntries(ids.map((id) => [id, noFaults()])) as Record<RegistryId, Faults>;

  const answer = async (asked: Asked): Promise<void> => {
    const { request, response, url, body } = asked;
    if (url.pathname === FAULTS_PATH) return answerFaults(asked, faults, (sent) => setAll(faults, sent));
    const id = ids.find((one) => url.pathname === `/${one}` || url.pathname.startsWith(`/${one}/`));
    if (!id) return void response.writeHead(404).end();
    const faulty = faults[id];
    if (faulty.down) return void request.socket.destroy();
    await beSlow(faulty);
    const question = {
      address: `${base}/${id}`,
      method: request.method ?? 'GET',
      path: url.pathname.slice(id.length + 2),
      query: url.searchParams,
      headers: request.headers,
      body,
    };
    const reply = simulations[id](question, registers, faulty);
    response.writeHead(reply.status, { 'content-type': `${reply.type}; charset=utf-8` });
    const bytes = Buffer.from(reply.body);
    response.end(faulty.garbled ? bytes.subarray(0, Math.floor(bytes.length * 0.6)) : bytes);
  };

  const { base, close } = await simulate({ host, port }, answer);
  return {
    addresses: {
      ...(Object.fromEntries(ids.map((id) => [id, `${base}/${id}`])) as Record<RegistryId, string>),
      control: `${base}${FAULTS_PATH}`,
    },
    faults,
    close,
  };
}

/** `{"population":{"down":true}}`: faults of several registries, all of them or none. */
function setAll(faults: Readonly<Record<RegistryId, Faults>>, sent: unknown): boolean {
  const wanted = Object.entries((sent ?? {}) as Readonly<Record<string, unknown>>);
  const known = wanted.every(
    ([id, change]) => Object.hasOwn(faults, id) && setFaults({ ...faults[id as RegistryId] }, change),
  );
  if (known) for (const [id, change] of wanted) setFaults(faults[id as RegistryId], change);
  return known;
}
