/** Loads the sample: the province, the accounts of its officers, the procedures that ship with the product. Repeating it changes nothing. */
import { bySystem } from '../src/ground/db/edge.ts';
import type { Edge } from '../src/ground/db/edge.ts';
import {
  findAccount,
  hashPassword,
  openOfficerAccount,
  SAMPLE_PASSWORD,
  SAMPLE_TOTP,
} from '../src/world/access/index.ts';
import { publish, type LocalContent } from '../src/services/catalogue/index.ts';
import { sampleProcedures } from './procedures/index.ts';
import { sampleId } from './province/ids.ts';
import { readSample } from './province/load.ts';
import { seedProvince } from './province/seed.ts';

/** Loads the sample into this tenant. `progress` hears what is being loaded. */
export async function seedSample(
  edge: Edge,
  tenant: number,
  progress: (line: string) => void,
): Promise<void> {
  const caller = bySystem(tenant);
  await seedProvince(edge, caller, (what) => progress(`Sample province: ${what}`));
  await seedAccounts(edge, tenant, progress);
  progress('Sample province: procedures');
  await edge.act(caller, async (act) => {
    for (const { national, local, from } of sampleProcedures) {
      await publish(act, national, { ...local, decidedBy: decidedHere(local.decidedBy) }, from, 'written');
    }
  });
}

async function seedAccounts(edge: Edge, tenant: number, progress: (line: string) => void): Promise<void> {
  const { officers } = readSample();
  const first = officers[0];
  const caller = bySystem(tenant);
  if (!first || (await edge.look(caller, (look) => findAccount(look, 'officer', first.slug)))) return;
  progress('Sample province: accounts');
  // All sample officers have one password: it is hashed once, because hashing is slow on purpose.
  const hash = await hashPassword(SAMPLE_PASSWORD);
  await edge.act(caller, async (act) => {
    for (const { slug, name } of officers) {
      await openOfficerAccount(act, {
        person: sampleId('officer', slug),
        login: slug,
        name,
        hash,
        totp: SAMPLE_TOTP,
      });
    }
  });
}

/** The sample names agencies by slug; the catalogue by their id. */
const decidedHere = (by: LocalContent['decidedBy']): LocalContent['decidedBy'] =>
  by && { ...by, slug: by.slug && sampleId('agency', by.slug) };
