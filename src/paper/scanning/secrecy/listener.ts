/** The jobs that look through every file that was kept, unless that was done while it came in; some pages at a time. */
import { findRefused, isUnchecked, sniff, type Store } from '../../../ground/files/index.ts';
import { listener, type Listener } from '../../../ground/jobs/index.ts';
import type { Programs } from '../programs.ts';
import { findKnown, LOOK_ON, noteRest, noteSecrecy, SECRECY, secrecyDoor } from './door.ts';
import { lookThrough } from './look.ts';

export const secrecyListeners = (store: Store, programs: Programs): readonly Listener[] => {
  const door = secrecyDoor(store, programs);
  return [
    listener({
      on: 'file.kept',
      name: 'scanning.look-through',
      does: { vi: 'Tìm dấu mật trong tệp gửi lên', en: 'Look for marks of secrecy in an uploaded file' },
      // Who sent it may be waiting to submit.
      awaited: true,
      concerns: (event) => isUnchecked(event, SECRECY),
      gather: async (look, { payload }) => {
        const [hash, type] = [String(payload['hash']), String(payload['type'])];
        return (await findKnown(look, hash)) ? null : door.now(look, { hash, type });
      },
      act: async (act, { item, payload }, found) => {
        if (found) noteSecrecy(act, item, String(payload['hash']), found);
      },
    }),
    listener({
      on: LOOK_ON,
      name: 'scanning.look-on',
      does: {
        vi: 'Tìm dấu mật ở các trang sau của tệp gửi lên',
        en: 'Look for marks of secrecy on the later pages of an uploaded file',
      },
      gather: async (look, { payload }) => {
        const hash = String(payload['hash']);
        if ((await findRefused(look, [hash])).has(hash)) return null;
        const bytes = await store.read(hash);
        return lookThrough(programs, bytes, sniff(bytes.subarray(0, 4096)), 0, Number(payload['from']));
      },
      act: async (act, { item, payload }, found) => {
        if (found) noteRest(act, item, String(payload['hash']), found, payload['whole'] === true);
      },
    }),
  ];
};
