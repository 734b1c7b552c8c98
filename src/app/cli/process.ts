import { processCommand } from '../../work/process/index.ts';
import type { Command } from '../io.ts';

/**
 * `toantrinh process`: checks BPMN 2.0 files, which needs no database; brings the process of a procedure in from a file and gives it
 * out again. The database is loaded only for those.
 */
export const processModels: Command = {
  name: 'process',
  help: null,
  run: async (argv, io) => {
    const [command] = argv;
    if (command !== 'import' && command !== 'export' && !isHelp(argv)) return processCommand(argv, io);
    const [{ processFilesCommand }, { openInstallation }] = await Promise.all([
      import('../../services/catalogue/index.ts'),
      import('./installation.ts'),
    ]);
    if (isHelp(argv)) await processCommand(argv, io);
    return processFilesCommand(argv, io, () => openInstallation(io));
  },
};

const isHelp = (argv: readonly string[]): boolean =>
  argv.includes('--help') || (argv.includes('-h') && !argv.includes('--'));
