import { verifyCommand } from '../../paper/signing/index.ts';
import type { Command } from '../io.ts';

/** `toantrinh verify`: verdict on the signatures of files; needs no database. */
export const verify: Command = { name: 'verify', help: null, run: verifyCommand };
