import { processCommand } from '../../work/process/index.ts';
import type { Command } from '../io.ts';

/** `toantrinh process`: reads BPMN 2.0 files and says what of them we can run; needs no database. */
export const processModels: Command = { name: 'process', help: null, run: processCommand };
