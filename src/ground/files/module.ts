/** Files as the program sees them: every file is scanned after it was kept. */
import { listener } from '../jobs/events.ts';
import { filesAreThere } from './invariants.ts';
import { FILE_REFUSED, findRefused, noteScan, scanBytes, type Store } from './index.ts';

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
      concerns: ({ payload }) => payload['scan'] !== 'unscanned',
      gather: async (look, event) => {
        const hash = String(event.payload['hash']);
        if ((await findRefused(look, [hash])).has(hash)) return 'unscanned' as const; // erased, and opened by nobody
        return scanBytes(clamd, await store.get(hash));
      },
      act: async (act, event, scan) => noteScan(act, event.item, scan),
    }),
    listener({
      on: FILE_REFUSED,
      name: 'files.erase',
      does: { vi: 'Xóa một tệp không được phép lưu', en: 'Erase a file that may not be kept' },
      gather: (_, event) => store.remove(String(event.payload['hash'])),
      act: async () => {},
    }),
  ],
});
