/** The job that looks through every file that was kept, unless that was done while it came in. */
import type { Store } from '../../../ground/files/index.ts';
import { listener, type Listener } from '../../../ground/jobs/index.ts';
import type { Programs } from '../programs.ts';
import { findKnown, noteSecrecy, secrecyDoor } from './door.ts';

export const secrecyListener = (store: Store, programs: Programs): Listener => {
  const door = secrecyDoor(store, programs);
  return listener({
    on: 'file.kept',
    name: 'scanning.look-through',
    does: { vi: 'Tìm dấu mật trong tệp gửi lên', en: 'Look for marks of secrecy in an uploaded file' },
    // Who sent it may be waiting to submit.
    awaited: true,
    gather: async (look, { payload }) => {
      const [hash, type] = [String(payload['hash']), String(payload['type'])];
      return (await findKnown(look, hash)) ? null : door.now(look, { hash, type });
    },
    act: async (act, { item, payload }, found) => {
      if (found) noteSecrecy(act, item, String(payload['hash']), found);
    },
  });
};
