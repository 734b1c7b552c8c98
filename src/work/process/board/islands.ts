/** The script of the drawing board, to be bundled with the assets. */
import path from 'node:path';

/** Name under which pages ask for it. */
export const BOARD_SCRIPT = 'board';

export const processIslands = [
  { name: BOARD_SCRIPT, file: path.join(import.meta.dirname, 'island.ts') },
] as const;
