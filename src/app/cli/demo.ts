/** `toantrinh demo`: dossiers from sign-in to the signed result in the vault, over HTTP as the persons themselves would. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../ground/operate/config.ts';
import { verifyFile } from '../../paper/signing/index.ts';
import { startInstallation, trustOf, type Installation } from '../demo/installation.ts';
import { take, type Taken } from '../demo/take.ts';
import type { Walk } from '../demo/walk.ts';
import { walks } from '../demo/walks/index.ts';
import { Misused, optionsOf, type Command, type Io } from '../io.ts';

/** What became of a walk: its steps, and the saved result with the verdict on its signatures. */
type Told = {
  readonly procedure: string;
  readonly name: string;
  readonly steps: readonly Taken[];
  readonly code: string | null;
  readonly result: string | null;
  readonly signatures: string | null;
  /** Why it did not reach its end. */
  readonly problem: string | null;
};

export const demo: Command = {
  name: 'demo',
  help: `toantrinh demo [--url ADDRESS] [--out FOLDER] [--json]

Drives ${walks.map(({ name, procedure }) => `${name.toLowerCase()} (${procedure})`).join(', ')}
over HTTP as citizen, counter, case officer, inspector, leader and clerk would, and verifies the signed results.

  --url ADDRESS  a running sample installation (its DATA_DIR must be set); without it one is started for the time of the demo
  --out FOLDER   where the signed results are saved; without it a folder among the temporary ones
  --json         one line of JSON at the end; the steps go to standard error

Exit code 0: every step held. 1: one did not. 2: wrong usage.`,
  run: async (argv, io) => {
    const { values } = optionsOf(argv, {
      url: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (values.url !== undefined && !URL.canParse(values.url))
      throw new Misused(`“${values.url}” is not an address.`);
    const started = performance.now();
    const folder = values.out
      ? path.resolve(io.cwd, values.out)
      : await mkdtemp(path.join(tmpdir(), 'toantrinh-demo-'));
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw new Error(`The folder ${folder} cannot be made.`, { cause: error });
    });
    const say = values.json ? io.err : io.out;
    const installation = values.url
      ? { origin: new URL(values.url).origin, dataDir: readConfig().dataDir, stop: async () => {} }
      : await ownInstallation(folder, io);
    try {
      const told: Told[] = [];
      for (const walk of walks) told.push(await tell(walk, installation, folder, say));
      const ok = told.every(({ problem }) => problem === null);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      if (values.json) io.out(JSON.stringify({ ok, seconds, walks: told }));
      else io.out(`\n${ok ? 'Every step held' : 'NOT every step held'} (${seconds} s). Results: ${folder}`);
      return ok ? 0 : 1;
    } finally {
      await installation.stop();
    }
  },
};

/** An installation for the time of the demo: its data goes with it, the results stay. */
async function ownInstallation(folder: string, io: Io): Promise<Installation> {
  const dataDir = path.join(folder, 'data');
  const own = await startInstallation(dataDir, io.err);
  return {
    ...own,
    stop: async () => {
      await own.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function tell(walk: Walk, installation: Installation, folder: string, say: Io['out']): Promise<Told> {
  const { procedure, name } = walk;
  const steps: Taken[] = [];
  say(`\n${name} (${procedure})`);
  const each = (taken: Taken): void => {
    steps.push(taken);
    say(lineOf(taken));
  };
  try {
    const { code, result } = await take(installation.origin, walk, { step: each });
    const { verdict } = await verifyFile(result, await trustOf(installation));
    const file = path.join(folder, `${code}.pdf`);
    await writeFile(file, result);
    say(`  signatures ${verdict}: ${file}`);
    const problem = verdict === 'valid' ? null : `The signatures of the result are ${verdict}.`;
    return { procedure, name, steps, code, result: file, signatures: verdict, problem };
  } catch (error) {
    const problem = (error as Error).message;
    say(`  FAILED: ${problem}`);
    return { procedure, name, steps, code: null, result: null, signatures: null, problem };
  }
}

const lineOf = ({ role, person, act, state, due }: Taken): string =>
  `  ${role.padEnd(12)}  ${person.padEnd(20)}  ${act.padEnd(45)}  ${(state ?? '').padEnd(10)}  ${due ? `due ${due}` : ''}`.trimEnd();
