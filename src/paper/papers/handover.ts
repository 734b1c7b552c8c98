/**
 * What of the papers of an agency goes to its heirs when its duties are divided: corrections that are not issued yet, one by
 * one, and the issued papers with their books as a whole, which one of the heirs looks after from then on (E4).
 */
import { own, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import type { Handover } from '../../work/desk/index.ts';
import { getAgency } from '../../world/agencies/index.ts';
import { unsigned } from './commands.ts';
import { awaitSignature } from './corrections/commands.ts';
import { inNameOf } from './issuer.ts';
import { getPaper } from './queries.ts';
import type { PaperTables } from './schema.ts';

const corrections: Handover = {
  room: 'papers',
  open: async (look, agency, after, limit) => {
    let query = own<PaperTables>(look.tx)
      .selectFrom('papers.papers')
      .select('id')
      .where('tenant', '=', look.tenant)
      .where('agency', '=', agency)
      .where('replaces', 'is not', null)
      .where('issued_at', 'is', null)
      .orderBy('id')
      .limit(limit);
    if (after !== null) query = query.where('id', '>', after);
    return (await query.execute()).map(({ id }) => id);
  },
  about: async (look, item) => {
    const { code, title, field } = await getPaper(look, item);
    return { code, title, ...(field && { field }) };
  },
  take: async (act, item, _, to) => {
    const paper = await getPaper(act, item);
    const { agency, agency_name, data } = await inNameOf(act, paper, to);
    const set = { ...unsigned, agency, agency_name, data };
    update(act.writes, 'papers.papers', { tenant: act.tenant, id: item }, set);
    if (paper.state !== 'draft') await awaitSignature(act, { ...paper, ...set });
    return () => to.id;
  },
};

/** One choice for all issued papers of an agency: nobody could make it paper by paper. */
const issued: Handover = {
  room: 'issued-papers',
  open: async (look, agency, after) => (after === null && (await hasIssued(look, agency)) ? [agency] : []),
  about: async (look, item) => ({
    code: (await getAgency(look, item)).identifier,
    title: 'Giấy tờ đã cấp và sổ đăng ký',
  }),
  take: async (act, item, _, to) => {
    insert(act.writes, 'papers.keepers', {
      tenant: act.tenant,
      agency: item,
      keeper: to.id,
      since: act.now,
    });
    return () => to.id;
  },
};

/** Whether papers of this agency are in the world that nobody looks after yet. */
async function hasIssued(look: Look, agency: string): Promise<boolean> {
  const row = await own<PaperTables>(look.tx)
    .selectFrom('papers.papers')
    .leftJoin('papers.keepers', (on) =>
      on
        .onRef('papers.keepers.tenant', '=', 'papers.papers.tenant')
        .onRef('papers.keepers.agency', '=', 'papers.papers.agency'),
    )
    .select('papers.papers.id')
    .where('papers.papers.tenant', '=', look.tenant)
    .where('papers.papers.agency', '=', agency)
    .where('papers.papers.issued_at', 'is not', null)
    .where('papers.keepers.keeper', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export const handovers: readonly Handover[] = [corrections, issued];
