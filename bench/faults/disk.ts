/** The disk of the files is full: an upload is refused in words, nothing half-written stays, and it goes on when there is room again. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { multipart } from '../jobs/files.ts';
import { fileBytes } from '../load/load.ts';
import { makeDrafts } from '../supply.ts';
import { openLine } from '../wire.ts';
import type { World } from '../world.ts';
import { openHouse } from './house.ts';
import type { Outcome } from './faults.ts';

/** Mounts a tiny disk over the folder of arriving files; false where this user may not mount. */
function mountTiny(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Fills the disk, uploads, makes room, uploads again. Null where a disk of a stated size cannot be made. */
export async function diskFull(world: World): Promise<Outcome | null> {
  const incoming = path.join(world.dataDir, 'files', 'incoming');
  if (!mountTiny(incoming)) return null;
  let mounted = true;
  const unmount = (): void => {
    if (mounted) execFileSync('umount', [incoming], { stdio: 'ignore' });
    mounted = false;
  };
  const house = await openHouse(world.dataDir, 1, 1_000_000);
  const port = house.ports[0]!;
  try {
    const [draft] = await makeDrafts(world, 1);
    const upload = async (mark: string): Promise<number> => {
      const line = openLine(port);
      const { status } = await line.ask({
        method: 'POST',
        path: `/ban-khai/${draft!.id}/tep-birthnotification`,
        cookie: draft!.visitor.cookie,
        type: 'multipart/form-data; boundary=toantrinh-bench-boundary',
        body: multipart({ csrf: draft!.visitor.csrf, act: 'save' }, 'birthNotification', fileBytes(mark)),
      });
      line.close();
      return status;
    };
    const rows = (): Promise<{ n: number }[]> => world.sql('select count(*)::int as n from files.files');
    const [was] = await rows();
    const refused = await upload('full');
    const [during] = await rows();
    const left = readdirSync(incoming).length;
    unmount();
    const began = performance.now();
    const taken = await upload('room again');
    return {
      fault: 'disk full',
      times: 1,
      sent: 2,
      arrived: taken === 303 ? 1 : 0,
      lost: during!.n - was!.n,
      doubled: 0,
      failures: refused === 303 ? 1 : 0,
      recoveryMedian: performance.now() - began,
      recoveryWorst: performance.now() - began,
      note: `answered ${refused} while full, ${taken} afterwards; ${left} half-written files left behind`,
    };
  } finally {
    unmount();
    await house.close();
  }
}
