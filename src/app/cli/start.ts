/**
 * `toantrinh start`: everything on one machine. Opens the database, brings it up to date, loads the sample province
 * when it is empty, and runs web, worker and, with the sample, the simulators of the outside. What only the start needs
 * runs in processes of its own: the one that stays serves pages, and holds no memory for the rest.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { homeOf, readConfig } from '../../ground/operate/config.ts';
import { connectProgram, openDatabase, prepareDatabase } from '../database.ts';
import { noOptions, type Command, type Io } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { lookAtPort } from '../port.ts';
import { isSampleLoaded } from '../sample.ts';
import { settleMemory } from '../settled.ts';
import { welcome } from '../welcome.ts';

const main = new URL('../main.ts', import.meta.url);

export const start: Command = {
  name: 'start',
  help: `toantrinh start

Runs the platform: database, web, worker and, in the sample province, the simulators of the outside.
PORT (3000), HOST (127.0.0.1) and DATA_DIR (.data) say where; DATABASE_URL names another PostgreSQL.`,
  run: async (argv, io) => {
    noOptions(argv);
    const config = readConfig();
    await lookAtPort(config.host, config.port);
    const opening = openDatabase(config, io.err);
    const rooms = Promise.all([import('../wiring.ts'), import('../http.ts'), import('../outside.ts')]);
    rooms.catch(() => {}); // heard of below, when the database is open
    const database = await opening;
    const children: ChildProcess[] = [];
    // They take as long to load as the rooms, and need nothing of them: both load at once.
    const simulators = config.sample ? child(['simulators', '--origin', homeOf(config)], io) : null;
    simulators?.catch(() => {}); // heard of below, when the database is up to date
    try {
      const [{ wire }, { applicationOf, buildAssetsOf, listen }, { findOutside, nowhere }] = await rooms;
      const connection = await connectProgram(database);
      const assets = buildAssetsOf(wire(config, connection, nowhere));
      assets.catch(() => {}); // likewise
      // Whoever loads the sample also brings the database up to date.
      if (config.sample && !(await isSampleLoaded(connection.db))) await ended(run(['seed'], io), 'seed');
      else await prepareDatabase(database, io.err);
      await simulators;
      await assets;
      const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
      const serving = await listen(program, await applicationOf(program));
      children.push(await child(['worker'], io));
      io.out(welcome(config, serving.address));
      settleMemory();
      await untilStopped();
      await serving.close();
      await connection.close();
      return 0;
    } finally {
      await Promise.all([...children, ...(await orNone(simulators))].map(stop));
      await database.close();
    }
  },
};

/** Starts a command of ours. It ends when we end: its channel closes. */
function run(command: readonly string[], io: Io): ChildProcess {
  io.err(`Starting ${command[0]}`);
  return fork(main, command, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** Starts a child of ours and waits until it is ready. */
function child(command: readonly string[], io: Io): Promise<ChildProcess> {
  const started = run(command, io);
  return new Promise((resolve, reject) => {
    started.once('message', () => resolve(started));
    ended(started, command[0] ?? '').then(
      () => reject(new Error(`${command[0]} ended at its start.`)),
      reject,
    );
  });
}

/** Waits until a child has done its work. */
const ended = (one: ChildProcess, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    one.once('error', reject);
    one.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`The process “${name}” ended with ${code ?? signal}.`)),
    );
  });

/** A child that never became ready has ended by itself. */
const orNone = async (one: Promise<ChildProcess> | null): Promise<ChildProcess[]> =>
  one
    ? one.then(
        (ready) => [ready],
        () => [],
      )
    : [];

const stop = (one: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (one.exitCode !== null || one.signalCode !== null) return resolve();
    one.once('exit', () => resolve());
    one.kill('SIGTERM');
    setTimeout(() => one.kill('SIGKILL'), 10_000).unref();
  });
