import { clockCommand } from '../../work/clock/index.ts';
import type { Command } from '../io.ts';

/** `toantrinh clock`: due dates by the civil-service calendar; needs no database. */
export const clock: Command = { name: 'clock', help: null, run: clockCommand };
