/** An installation without a worker: workers are processes of their own that a test starts, and may kill. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withSample } from '../sample/testing.ts';
import { applicationOf, listen } from '../src/app/http.ts';
import { nowhere } from '../src/app/outside.ts';
import { wire, type Program } from '../src/app/wiring.ts';
import { connect, send, type Connection } from '../src/ground/db/connect.ts';
import { cloneDatabase } from '../src/ground/db/testing.ts';
import { readConfig } from '../src/ground/operate/config.ts';
import { freePort } from '../src/ground/operate/free-port.ts';

const bin = path.join(import.meta.dirname, '../bin/toantrinh');

/** What tests need of it. */
export type BareHouse = {
  readonly program: Program;
  readonly connection: Connection;
  readonly origin: string;
  /** How many rows there are: `table where …`. */
  count(text: string, values: readonly unknown[]): Promise<number>;
  startWorker(): ChildProcess;
  close(): Promise<void>;
};

/** Opens the web server on a free port and a clone of the sample; `close` kills the workers and removes all. */
export async function openBareHouse(): Promise<BareHouse> {
  const database = await cloneDatabase(withSample);
  const connection = connect(database.program);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'toantrinh-bare-'));
  const program = wire(
    readConfig({ DATA_DIR: dataDir, PORT: String(await freePort()) }),
    connection,
    nowhere,
  );
  const serving = await listen(program, await applicationOf(program));
  const workers: ChildProcess[] = [];
  return {
    program,
    connection,
    origin: serving.address,
    count: async (text, values) => {
      const [row] = await send<{ n: number }>(
        connection.db,
        `select count(*)::int as n from ${text}`,
        values,
      );
      return row!.n;
    },
    startWorker: () => {
      const env = {
        ...process.env,
        DATABASE_URL: database.program,
        DATA_DIR: dataDir,
        TOANTRINH_SAMPLE: '1',
      };
      const worker = spawn(process.execPath, [bin, 'worker'], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      workers.push(worker);
      return worker;
    },
    close: async () => {
      for (const worker of workers) worker.kill('SIGKILL');
      await serving.close();
      await connection.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
