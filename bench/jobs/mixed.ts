/** A working day: 90 % reads, 8 % steps, 2 % submissions with a file that is read back, from many people at once. */
import type { Work } from '../drive.ts';
import type { Job } from '../job.ts';
import { makeDossiers, makeDrafts } from '../supply.ts';
import type { World } from '../world.ts';
import { acceptance, each } from './acts.ts';
import { withFile } from './files.ts';
import { get } from './pages.ts';

const CONNECTIONS = 16;
/** The best peer measured (Directus) does 68 submissions, 197 steps and 326 inboxes a second: in this mixture 0.0363 s each on the average. */
const PEER_PER_SECOND = 1 / (0.9 / 326 + 0.08 / 197 + 0.02 / 68);

/** What is read: the inbox, one's own page, a service page, the figures. */
function reads(world: World): () => Work {
  const officers = [...world.officers.values()];
  let i = 0;
  return () => {
    const at = i++;
    const officer = officers[at % officers.length]!;
    const citizen = world.citizens[at % world.citizens.length]!;
    if (at % 10 < 6) return get({ path: '/viec', cookie: officer.cookie });
    if (at % 10 < 9) return get({ path: '/cua-toi', cookie: citizen.cookie });
    return get({ path: '/' });
  };
}

/** Draws from the mixture; a supply that is empty gives way to reads. */
export async function mixture(world: World, supply: number): Promise<() => Work> {
  const submit = each(await makeDrafts(world, supply), withFile);
  const step = each((await makeDossiers(world, supply * 3)).dossiers, (one) => acceptance(world, one));
  const read = reads(world);
  let i = 0;
  return () => {
    const at = i++ % 50;
    return (at === 0 ? submit() : at % 12 === 1 && at > 1 ? step() : null) ?? read();
  };
}

export const mixedJob: Job = {
  name: 'mixed load',
  compared: 'rate',
  target: 10,
  connections: CONNECTIONS,
  prepare: async (world) => ({
    next: await mixture(world, 400),
    limit: async () => ({ perSecond: PEER_PER_SECOND, cpuMs: 0 }),
  }),
};
