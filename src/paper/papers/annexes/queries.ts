/** Reading the annexes of papers. */
import { own, type Look } from '../../../ground/db/act.ts';
import { findFormer } from '../renewal/signed-files.ts';
import type { Annex, PaperTables } from '../schema.ts';

const annexes = (look: Look) =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.annexes')
    .select(['paper', 'n', 'title', 'source', 'hash', 'size', 'by_name', 'added_at'])
    .where('tenant', '=', look.tenant);

/** Annexes of a paper in their order. */
export const listAnnexes = (look: Look, paper: string): Promise<Annex[]> =>
  annexes(look).where('paper', '=', paper).orderBy('n').execute();

/** The annex whose signed bytes have this hash, now or before their evidence was renewed; or null. */
export async function findAnnexByHash(look: Look, hash: string): Promise<Annex | null> {
  const now = await annexes(look).where('hash', '=', hash).executeTakeFirst();
  if (now) return now;
  const former = await findFormer(look, 'annex', hash);
  if (!former) return null;
  return (await listAnnexes(look, former.id)).find(({ n }) => n === former.n) ?? null;
}
