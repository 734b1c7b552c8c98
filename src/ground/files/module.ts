/** Files as the program sees them: every file is scanned after it was kept. */
import { listener } from '../jobs/events.ts';
import { filesAreThere } from './invariants.ts';
import { scanBytes, noteScan, type Store } from './index.ts';

/** `clamd` is `host:port`, or null where no scanner is configured. */
export const filesRoom = ({ store, clamd }: { readonly store: Store; readonly clamd: string | null }) => ({
  invariants: [filesAreThere(store)],
  listeners: [
    listener({
      on: 'file.kept',
      name: 'files.scan',
      does: { vi: 'Quét vi-rút một tệp', en: 'Scan a file for viruses' },
      // Who sent it may be waiting to submit.
      awaited: true,
      gather: async (_, event) => scanBytes(clamd, await store.get(String(event.payload['hash']))),
      act: async (act, event, scan) => noteScan(act, event.item, scan),
    }),
  ],
});
