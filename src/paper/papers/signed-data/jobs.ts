/** Signed data whose timestamp is owed gets it later: nothing waits for an authority that is out of reach. */
import type { Act } from '../../../ground/db/act.ts';
import { announce, listener, type Listener, type Timed } from '../../../ground/jobs/index.ts';
import type { Press } from '../lay-out.ts';
import { listData, listUnstamped, noteStamps, type Stamped } from './keep.ts';
import { stampData } from './sign.ts';

/** Data that one hour takes on. */
const MOST = 2000;

async function askStamps(act: Act): Promise<void> {
  const papers = (await listUnstamped(act, act.now, MOST)).map(({ paper }) => paper);
  for (const paper of new Set(papers)) announce(act, 'data.stamp', paper);
}

export const stampTimed: readonly Timed[] = [
  { name: 'papers.stamp-data', cron: '25 * * * *', act: askStamps },
];

export const stampListeners = (press: Press): readonly Listener[] => [
  listener({
    on: 'data.stamp',
    name: 'papers.stamp-one',
    does: { vi: 'Cấp dấu thời gian cho dữ liệu có chữ ký số', en: 'Stamp the time of signed data' },
    gather: async (look, { item }) => {
      const waiting = (await listData(look, item)).filter((one) => one.stamped_at === null);
      const stamped: Stamped[] = [];
      for (const was of waiting) {
        const signed = (await press.store.read(was.hash)).toString('utf8');
        const stored = await stampData(press, was.form, signed);
        if (stored) stamped.push({ was, stored });
      }
      return stamped;
    },
    act: async (act, { item }, stamped) => {
      if (stamped.length > 0) await noteStamps(act, item, stamped);
    },
  }),
];
