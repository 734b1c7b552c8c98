/** Scripts of interactive parts of this room, to be bundled with the assets. */
import path from 'node:path';

export const accessIslands = [
  { name: 'idle', file: path.join(import.meta.dirname, 'idle-island.ts') },
  { name: 'passkey', file: path.join(import.meta.dirname, 'passkey-island.ts') },
] as const;
