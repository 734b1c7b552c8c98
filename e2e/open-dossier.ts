/** A dossier that waits at the counter while a registry says something else than the person: it was asked again after submission. */
import { go } from '../src/app/demo/take.ts';
import { walks } from '../src/app/demo/walks/index.ts';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { checkLater } from '../src/outside/registries/index.ts';
import { findByCode, findDossier } from '../src/services/dossiers/index.ts';
import type { House } from './house.ts';

/** Submits a birth registration, leaves it there, and has its applicant's name held against the population database. Its code. */
export async function leaveOpen({ origin, program }: House): Promise<string> {
  const birth = walks.find(({ procedure }) => procedure === '1.001193')!;
  const last = birth.steps.findIndex(({ leaves }) => leaves === 'submitted');
  const { code } = await go(origin, { ...birth, steps: birth.steps.slice(0, last + 1) });
  await program.edge.act(bySystem(TENANT), async (act) => {
    const id = await findByCode(act, code);
    const dossier = id ? await findDossier(act, id) : null;
    if (!id || !dossier?.applicant) throw new Error(`${code} has no applicant.`);
    const subject = { person: dossier.applicant, organisation: null };
    const purpose = { procedure: birth.procedure, basis: 'Luật Hộ tịch 60/2014/QH13, Điều 16' };
    checkLater(act, id, 'population', subject, { name: 'Nguyễn Văn Tên Khác' }, purpose);
  });
  return code;
}
