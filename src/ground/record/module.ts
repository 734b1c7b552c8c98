/** The record as the program sees it. */
import type { Act } from '../db/act.ts';
import type { Invariant } from './invariants.ts';
import { sealDays, verifyChains, verifySeals } from './index.ts';

export const recordRoom = {
  timed: [{ name: 'record.seal', cron: '20 1 * * *', act: async (act: Act) => void (await sealDays(act)) }],
  invariants: [
    {
      name: 'record.chains',
      holds: 'Every step follows the one before; nothing was changed, removed or added from outside.',
      check: async (look) => (await verifyChains(look)).faults.slice(0, 100),
    },
    { name: 'record.seals', holds: 'The daily seals fit the steps of their days.', check: verifySeals },
  ] satisfies Invariant[],
};
