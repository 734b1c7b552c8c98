/**
 * A whole installation inside the process of the tests: a clone of the migrated database with the sample province, the
 * program, its web server on a free port, a worker, and the simulated systems outside.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withSample } from '../sample/testing.ts';
import { applicationOf, listen } from '../src/app/http.ts';
import { startSimulated } from '../src/app/simulated.ts';
import { contributed, TENANT, wire, type Program } from '../src/app/wiring.ts';
import type { Outside } from '../src/app/outside.ts';
import { freePort } from '../src/ground/operate/free-port.ts';
import { connect, type Connection } from '../src/ground/db/connect.ts';
import { cloneDatabase } from '../src/ground/db/testing.ts';
import { startWorker } from '../src/ground/jobs/index.ts';
import { readConfig } from '../src/ground/operate/config.ts';

/** What tests need of the installation. */
export type House = {
  readonly program: Program;
  readonly origin: string;
  readonly app: Awaited<ReturnType<typeof applicationOf>>;
  /** Addresses of the simulated systems outside. */
  readonly outside: Outside;
  /** Another connection of the program to the database of the house; whoever opens it closes it. */
  open(): Connection;
  close(): Promise<void>;
};

/** Requests of tests come from one address: no limit of theirs may stand in the way. */
const NO_LIMITS = 10_000;

// One for the whole process: building it takes seconds.
const key = Symbol.for('toantrinh.house');
type Held = { readonly house: Promise<House>; guests: number; leaving?: NodeJS.Timeout };
const place = globalThis as unknown as Record<symbol, Held | undefined>;
/** Milliseconds that an empty house waits for the next tests. */
const LINGER = 3_000;

/** Enters the house, which is built for the first who comes. Whoever enters leaves again by `close`; the last one closes it. */
export async function openHouse(): Promise<House> {
  const held = (place[key] ??= { house: build(), guests: 0 });
  clearTimeout(held.leaving);
  held.guests += 1;
  const house = await held.house;
  return {
    ...house,
    close: async () => {
      held.guests -= 1;
      if (held.guests > 0) return;
      held.leaving = setTimeout(() => {
        place[key] = undefined;
        void house.close();
      }, LINGER);
    },
  };
}

async function build(): Promise<House> {
  const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-house-'));
  const database = await cloneDatabase(withSample);
  const connection = connect(database.program);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const simulated = await startSimulated('127.0.0.1', origin, path.join(folder, 'keys'));
  const config = readConfig({ DATA_DIR: folder, PORT: String(port) });
  const program = wire(config, connection, simulated.outside);
  const worker = await startWorker({
    connection,
    edge: program.edge,
    tenants: [TENANT],
    listeners: contributed(program.rooms, 'listeners'),
    timed: [],
  });
  const app = await applicationOf(program, { limits: NO_LIMITS });
  const serving = await listen(program, app);
  return {
    program,
    origin,
    app,
    outside: simulated.outside,
    open: () => connect(database.program, 2),
    close: async () => {
      await serving.close();
      await worker.stop();
      await simulated.close();
      await connection.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
