import { formatCommand } from '../../paper/papers/index.ts';
import { readPrograms } from '../../paper/scanning/index.ts';
import type { Command } from '../io.ts';

/** `toantrinh format`: what of a document breaks Decree 30/2020; needs no database. */
export const format: Command = {
  name: 'format',
  help: null,
  run: (argv, io) => formatCommand(argv, io, readPrograms()),
};
