/**
 * `toantrinh start`: everything on one machine. Opens the database, brings it up to date, loads the sample province
 * when it is empty, and runs web, worker and, with the sample, the simulators of the outside.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { edgeOn } from '../../ground/db/edge.ts';
import { readConfig, type Config } from '../../ground/operate/config.ts';
import { connectProgram, openDatabase, prepareDatabase } from '../database.ts';
import { applicationOf, listen } from '../http.ts';
import type { Command, Io } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { findOutside } from '../outside.ts';
import { SAMPLE_PASSWORD } from '../../world/access/index.ts';
import { TENANT, wire } from '../wiring.ts';

const main = new URL('../main.ts', import.meta.url);

export const start: Command = {
  name: 'start',
  help: `toantrinh start

Runs the platform: database, web, worker and, in the sample province, the simulators of the outside.
PORT (3000), HOST (127.0.0.1) and DATA_DIR (.data) say where; DATABASE_URL names another PostgreSQL.`,
  run: async (_, io) => {
    const config = readConfig();
    const database = await openDatabase(config, io.err);
    const children: ChildProcess[] = [];
    try {
      await prepareDatabase(database, io.err);
      const connection = await connectProgram(database);
      if (config.sample) {
        const { seedSample } = await import('../../../sample/seed.ts');
        await seedSample(edgeOn(connection.db), TENANT, io.err);
        children.push(await child(['simulators', '--origin', originOf(config)], io));
      }
      const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
      const serving = await listen(program, await applicationOf(program));
      children.push(await child(['worker'], io));
      io.out(welcome(config, serving.address));
      await untilStopped();
      await serving.close();
      await connection.close();
      return 0;
    } finally {
      await Promise.all(children.map(stop));
      await database.close();
    }
  },
};

/** Starts a child of ours and waits until it is ready. It ends when we end: its channel closes. */
function child(command: readonly string[], io: Io): Promise<ChildProcess> {
  const started = fork(main, command, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    started.once('message', () => resolve(started));
    started.once('exit', (code) => reject(new Error(`The ${command[0]} process ended at start (${code}).`)));
    started.once('error', (error) => reject(error));
    io.err(`Starting ${command[0]}`);
  });
}

const stop = (one: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (one.exitCode !== null || one.signalCode !== null) return resolve();
    one.once('exit', () => resolve());
    one.kill('SIGTERM');
    setTimeout(() => one.kill('SIGKILL'), 10_000).unref();
  });

const originOf = ({ origin, host, port }: Config): string => origin ?? `http://${host}:${port}`;

const welcome = (config: Config, address: string): string => {
  const lines = ['', `Toàn Trình: ${address}`];
  if (config.sample) {
    lines.push(
      '',
      'Sample accounts (invented people; the second factor is shown on the sign-in page):',
      '  citizen      sign in with VNeID, choose a person      e.g. Nguyễn Văn Ví Dụ',
      '  counter      mot-cua.an-mau          case officer  ho-tich.an-mau',
      '  leader       pho-chu-tich-1.an-mau   clerk         van-thu.an-mau',
      `  password     ${SAMPLE_PASSWORD}`,
    );
  }
  return `${lines.join('\n')}\n`;
};
