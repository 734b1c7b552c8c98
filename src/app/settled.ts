/** Gives back the memory that only the start of a process needed. */
import { flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;
/** Milliseconds: the first requests go before tidying up, and what they needed is tidied up once more. */
const quiet = [1_000, 6_000];

/** Once the process serves: drops the cache of compiled code from memory, and what loading left behind (some 50 MB). */
export function settleMemory(): void {
  for (const wait of quiet) setTimeout(tidyUp, wait).unref();
}

function tidyUp(): void {
  flushCompileCache();
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
