/** The command line of everything: `toantrinh <command>`. Commands load only what they need. */
import { inSources } from '../ground/operate/frames.ts';
import { Misused, processIo, type Command } from './io.ts';

type Entry = { readonly summary: string; readonly load: () => Promise<Command> };

const commands: Readonly<Record<string, Entry>> = {
  start: {
    summary: 'sets everything up and runs the platform',
    load: async () => (await import('./cli/start.ts')).start,
  },
  web: { summary: 'runs a web process', load: async () => (await import('./cli/web.ts')).web },
  worker: { summary: 'runs a worker process', load: async () => (await import('./cli/worker.ts')).worker },
  migrate: {
    summary: 'brings the database up to date',
    load: async () => (await import('./cli/migrate.ts')).migrateCommand,
  },
  seed: { summary: 'loads the sample province', load: async () => (await import('./cli/seed.ts')).seed },
  import: {
    summary: 'imports the national lists: procedures, places, agencies',
    load: async () => (await import('./cli/import.ts')).importFiles,
  },
  simulators: {
    summary: 'runs the simulated outside of the sample province',
    load: async () => (await import('./cli/simulators.ts')).simulators,
  },
  doctor: {
    summary: 'checks every invariant of the installation',
    load: async () => (await import('./cli/doctor.ts')).doctor,
  },
  admin: {
    summary: 'creates the first administrator',
    load: async () => (await import('./cli/admin.ts')).admin,
  },
  demo: {
    summary: 'drives three dossiers from sign-in to the signed result',
    load: async () => (await import('./cli/demo.ts')).demo,
  },
  backup: {
    summary: 'saves database, files and keys into a folder',
    load: async () => (await import('./cli/backup.ts')).backupCommand,
  },
  restore: {
    summary: 'brings a backup back into an empty installation',
    load: async () => (await import('./cli/backup.ts')).restoreCommand,
  },
  'verify-backup': {
    summary: 'checks a backup and a restored copy of it',
    load: async () => (await import('./cli/backup.ts')).verifyBackupCommand,
  },
  bench: {
    summary: 'measures the main jobs beside the limit of this machine',
    load: async () => (await import('./cli/bench.ts')).bench,
  },
  proof: {
    summary: 'runs the long proofs: growth, faults, load',
    load: async () => (await import('./cli/proof.ts')).proof,
  },
  clock: { summary: 'computes due dates', load: async () => (await import('./cli/clock.ts')).clock },
  verify: {
    summary: 'verifies signatures of files',
    load: async () => (await import('./cli/verify.ts')).verify,
  },
  format: {
    summary: 'checks documents against Decree 30/2020',
    load: async () => (await import('./cli/format.ts')).format,
  },
  process: {
    summary: 'checks process models (BPMN 2.0)',
    load: async () => (await import('./cli/process.ts')).processModels,
  },
};

const usage = (): string =>
  [
    'toantrinh <command> [options]',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(13)} ${summary}`),
    '',
    'toantrinh <command> --help says more.',
  ].join('\n');

async function run([name, ...argv]: readonly string[]): Promise<number> {
  const io = processIo();
  if (!name || name === 'help' || name === '--help' || name === '-h') {
    io.out(usage());
    return name ? 0 : 2;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    io.err(`There is no command “${name}”. See: toantrinh --help`);
    return 2;
  }
  const command = await entry.load();
  if (command.help !== null && (argv.includes('--help') || argv.includes('-h'))) {
    io.out(command.help);
    return 0;
  }
  try {
    return await command.run(argv, io);
  } catch (error) {
    if (!(error instanceof Misused)) throw error;
    io.err(`${error.message} See: toantrinh ${name} --help`);
    return 2;
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // One clear sentence; the stack only for those who ask.
  const { message, stack } = error as Error;
  process.stderr.write(`${process.env['LOG_LEVEL'] === 'debug' ? inSources(stack ?? message) : message}\n`);
  process.exitCode = 1;
}
