/** The simulated registries behind one HTTP server: each under its own path, each with its own faults. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RegistryId } from '../../schema.ts';
import type { Simulation } from './answers.ts';
import { business } from './business.ts';
import { civilStatus } from './civil-status.ts';
import { beSlow, noFaults, setFaults, type Faults } from './faults.ts';
import { household } from './household.ts';
import { insurance } from './insurance.ts';
import { land } from './land.ts';
import { population } from './population.ts';
import { openRegisters, type SimulatedProvince } from './province.ts';
import { tax } from './tax.ts';

/** Access token of the sample installation. */
export const SAMPLE_TOKEN = 'sample-token';

/** The path under which faults are read (GET) and changed (PUT): `{"population":{"down":true}}`. */
const CONTROL = '/dieu-khien';

export type RegistrySimulators = {
  /** Address of each registry, and of the control of their faults. */
  readonly addresses: Readonly<Record<RegistryId | 'control', string>>;
  readonly faults: Readonly<Record<RegistryId, Faults>>;
  readonly close: () => Promise<void>;
};

type Options = SimulatedProvince & {
  readonly host: string;
  /** 0, or nothing, takes a free one. */
  readonly port?: number;
};

/** Starts the registries of an invented province. */
export async function startRegistrySimulators({
  host,
  port = 0,
  ...province
}: Options): Promise<RegistrySimulators> {
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
  let base = '';

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', base);
    const body = await textOf(request);
    if (url.pathname === CONTROL) return control(request.method ?? 'GET', body, faults, response);
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

  const server = createServer((request, response) => {
    answer(request, response).catch(() => void response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  base = `http://${host}:${(server.address() as { port: number }).port}`;
  return {
    addresses: {
      ...(Object.fromEntries(ids.map((id) => [id, `${base}/${id}`])) as Record<RegistryId, string>),
      control: `${base}${CONTROL}`,
    },
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function control(
  method: string,
  body: string,
  faults: Readonly<Record<RegistryId, Faults>>,
  response: ServerResponse,
): void {
  if (method === 'PUT') {
    const wanted = JSON.parse(body) as Readonly<Record<string, unknown>>;
    const known = Object.keys(wanted).every(
      (id) => Object.hasOwn(faults, id) && setFaults({ ...faults[id as RegistryId] }, wanted[id]),
    );
    if (!known) return void response.writeHead(400).end();
    for (const [id, change] of Object.entries(wanted)) setFaults(faults[id as RegistryId], change);
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(faults));
}
