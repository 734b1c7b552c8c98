/** What is measured once in a run and not by load: how heavy pages are, how soon a change is seen, how long a start takes and what idle processes hold. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'parse5';
import { elements, textOf } from '../src/app/demo/browser.ts';
import { SESSION_COOKIE } from '../src/ground/web/cookies.ts';
import { freePort } from '../src/ground/operate/free-port.ts';
import { lengthOverShown, newSight } from '../e2e/seen.ts';
import { expect } from './drive.ts';
import { untilServing } from './faults/house.ts';
import { acceptance } from './jobs/acts.ts';
import { cpuOfAll, memoryOfAll, withChildren } from './machine.ts';
import { makeDossiers, PROCEDURE } from './supply.ts';
import { openLine } from './wire.ts';
import type { World } from './world.ts';

/** What one run found. */
export type Standing = {
  /** The longest page by what it shows, and the bytes of scripts of the page that has most. */
  readonly longer: number;
  readonly scripts: number;
  /** Milliseconds from a step's answer until the figures show it. */
  readonly seenAfterMs: number;
  readonly start: { readonly seconds: number; readonly cpuSeconds: number };
  readonly idleMegabytes: number;
};

/** Milliseconds until idle processes have given back what only their start needed. */
const IDLE = 10_000;
const LONGEST = 5_000;
const LONGEST_START = 60_000;

/** Takes all of it down: before the load, on an installation that nobody else uses. */
export async function standingOf(world: World): Promise<Standing> {
  const pages = await seePages(world);
  return {
    longer: Math.max(...pages.map(({ html }) => lengthOverShown(html.vi))),
    scripts: Math.max(...pages.map(({ scripts }) => scripts)),
    seenAfterMs: await seenAfter(world),
    ...(await started(world)),
  };
}

/** Pages that citizens see first, and the desk. */
async function seePages(world: World) {
  const see = newSight();
  const host = `127.0.0.1:${world.port}`;
  const [officer] = world.officers.values();
  const pages: readonly (readonly [path: string, cookie: string])[] = [
    ['/', ''],
    [`/thu-tuc/${PROCEDURE}`, ''],
    ['/cua-toi', world.citizens[0]!.cookie],
    ['/viec', officer!.cookie],
  ];
  return Promise.all(
    pages.map(([path, cookie]) =>
      see(new URL(path, `http://${host}`), [
        { host, name: SESSION_COOKIE, value: cookie.slice(cookie.indexOf('=') + 1) },
      ]),
    ),
  );
}

/** How long after a dossier was accepted the figures of the month show something else. */
async function seenAfter(world: World): Promise<number> {
  const { dossiers } = await makeDossiers(world, 1);
  const [one] = dossiers;
  const { cookie } = world.officers.get(one!.commune.counter.account)!;
  const line = openLine(world.port);
  try {
    const look = async (): Promise<string> =>
      textOf(
        elements(
          parse(expect(await line.ask({ path: '/so-lieu', cookie }), 200).body.toString()),
          'main',
        )[0]!,
      );
    const before = await look();
    if (before !== (await look())) throw new Error('The figures change by themselves.');
    await acceptance(world, one!)(line.ask);
    const began = performance.now();
    while (performance.now() - began < LONGEST)
      if ((await look()) !== before) return performance.now() - began;
    throw new Error(`Figures did not change in ${LONGEST} ms.`);
  } finally {
    line.close();
  }
}

/** One web process and one worker more, on the database that runs: until the first answer, and what both hold once they idle. */
async function started({ dataDir, sql }: World): Promise<Pick<Standing, 'start' | 'idleMegabytes'>> {
  const port = await freePort();
  const run = (command: 'web' | 'worker'): ChildProcess =>
    spawn(process.execPath, ['bin/toantrinh', command], {
      cwd: path.resolve(import.meta.dirname, '..'),
      env: { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) },
      stdio: 'ignore',
    });
  const began = performance.now();
  const web = run('web');
  const all = [web];
  try {
    await untilServing(port, LONGEST_START);
    const seconds = (performance.now() - began) / 1000;
    const cpuSeconds = cpuOfAll(withChildren([web.pid!])) / 1000;
    // Idle is a worker for which nothing waits.
    await sql('update jobs.events set sent = true where not sent and due_at <= now()');
    all.push(run('worker'));
    await sleep(IDLE);
    return {
      start: { seconds, cpuSeconds },
      idleMegabytes: memoryOfAll(withChildren(all.map(({ pid }) => pid!))),
    };
  } finally {
    await Promise.all(
      all.map(async (child) => {
        child.kill('SIGTERM');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }),
    );
  }
}
