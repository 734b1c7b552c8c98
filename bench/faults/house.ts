/** Web and worker processes on one database, each started again when it ends, as a service manager would. */
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../src/ground/operate/free-port.ts';
import { cpuOfAll } from '../machine.ts';
import { openLine } from '../wire.ts';

export type Role = 'web' | 'worker';

/** One place of the house: a process that lives there, and how often it was started. */
export type Place = {
  readonly role: Role;
  readonly port: number;
  child: ChildProcess | null;
  starts: number;
};

/** What a start took until the process served: milliseconds, and seconds of processor in that process. */
export type Start = { readonly ms: number; readonly cpu: number };

/** A running house. */
export type House = {
  /** Where its web processes listen. */
  readonly ports: readonly number[];
  readonly places: readonly Place[];
  /** The starts of web processes that had ended. */
  readonly restarts: readonly Start[];
  /** Ends the process of a place without warning. */
  kill(place: Place): void;
  close(): Promise<void>;
};

const main = new URL('../../src/app/main.ts', import.meta.url);
const serve = new URL('../serve.ts', import.meta.url);

/** Starts the house on a data folder with so many web processes, and as many workers; `limits` multiplies the limits by address, `settings` are added to the environment. */
export async function openHouse(
  dataDir: string,
  size: number,
  limits: number,
  settings: NodeJS.ProcessEnv = {},
): Promise<House> {
  const ports = await Promise.all(Array.from({ length: size }, freePort));
  let open = true;
  const restarts: Start[] = [];
  const noteRestart = async ({ port, child }: Place): Promise<void> => {
    const ms = await untilServing(port, 60_000);
    if (child?.pid) restarts.push({ ms, cpu: cpuOfAll([child.pid]) / 1000 });
  };
  const places: Place[] = [
    ...ports.map((port): Place => ({ role: 'web', port, child: null, starts: 0 })),
    ...ports.map((): Place => ({ role: 'worker', port: 0, child: null, starts: 0 })),
  ];
  const start = (place: Place): void => {
    place.starts += 1;
    const env = {
      ...process.env,
      ...settings,
      DATA_DIR: dataDir,
      BENCH_PORT: String(place.port),
      BENCH_LIMITS: String(limits),
    };
    const stdio: ('ignore' | 'ipc')[] = ['ignore', 'ignore', 'ignore', 'ipc'];
    place.child =
      place.role === 'web'
        ? fork(serve, [], { stdio, env, execArgv: process.execArgv })
        : fork(main, ['worker'], { stdio, env, execArgv: process.execArgv });
    if (place.role === 'web' && place.starts > 1) noteRestart(place).catch(() => {}); // it ended again meanwhile
    place.child.once('exit', () => {
      place.child = null;
      if (open) setTimeout(() => open && start(place), 100);
    });
  };
  places.forEach(start);
  for (const port of ports) await untilServing(port, 60_000);
  return {
    ports,
    places,
    restarts,
    kill: ({ child }) => void child?.kill('SIGKILL'),
    close: async () => {
      open = false;
      await Promise.all(
        places.map(async ({ child }) => {
          if (!child) return;
          const ended = new Promise((resolve) => child.once('exit', resolve));
          child.kill('SIGTERM');
          await Promise.race([ended, sleep(8000).then(() => child.kill('SIGKILL'))]);
        }),
      );
    },
  };
}

/** Waits until a web process answers that it is ready. Returns the milliseconds it took. */
export async function untilServing(port: number, atMost: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < atMost) {
    const line = openLine(port);
    const status = await line.ask({ path: '/readyz' }).then(
      (reply) => reply.status,
      () => 0,
    );
    line.close();
    if (status === 200) return performance.now() - began;
    await sleep(20);
  }
  throw new Error(`Nothing serves on port ${port} after ${atMost} ms.`);
}
