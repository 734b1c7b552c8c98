import { processCommand } from '../../work/process/index.ts';
import { Misused, type Command } from '../io.ts';

/**
 * `toantrinh process`: checks BPMN 2.0 files, which needs no database; brings the process of a procedure in from a file and gives it
 * out again. The database is loaded only for those.
 */
export const processModels: Command = {
  name: 'process',
  help: null,
  run: async (argv, io) => {
    const [command] = argv;
    if (command === 'check' && !isHelp(argv)) return processCommand(argv, io);
    if (command !== 'import' && command !== 'export' && !isHelp(argv))
      throw new Misused(
        command ? `“${command}” is no command for processes.` : 'Say what to do with processes.',
      );
    const [{ processFilesCommand }, { serviceNames }, { openInstallation }] = await Promise.all([
      import('../../services/catalogue/index.ts'),
      import('../../services/dossiers/index.ts'),
      import('./installation.ts'),
    ]);
    if (isHelp(argv)) await processCommand(argv, io);
    return processFilesCommand(argv, io, { open: () => openInstallation(io), services: serviceNames });
  },
};

const isHelp = (argv: readonly string[]): boolean =>
  argv.includes('--help') || (argv.includes('-h') && !argv.includes('--'));
