/**
 * Complaints about a decision (khiếu nại, Law on Complaints 02/2011/QH13): a procedure of its own, tied to the dossier that was decided.
 * Each shows the other to whoever may read both; neither changes the other.
 */
import { own, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { findDossiers } from './load.ts';
import { mayRead } from './rules.ts';
import type { Dossier, DossierTables } from './schema.ts';

/** The dossier that a complaint is about, and the complaints about a dossier, as far as this reader may read them. */
export type Complaints = { readonly about: readonly Dossier[]; readonly against: readonly Dossier[] };

const tied = prepared((db, { tenant, dossier }: { tenant: number; dossier: string }) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.complaints')
    .select(['about', 'dossier'])
    .where('tenant', '=', tenant)
    .where((is) => is.or([is('about', '=', dossier), is('dossier', '=', dossier)])),
);

/** What ties this dossier to others by a complaint. */
export async function listComplaints(look: Look, { id }: Pick<Dossier, 'id'>): Promise<Complaints> {
  const rows = await tied(look.tx, { tenant: look.tenant, dossier: id });
  const others = rows.map(({ about, dossier }) => (about === id ? dossier : about));
  const found = (await findDossiers(look, others)).filter((one) => mayRead(look.by, one));
  const isAbout = new Set(rows.filter(({ dossier }) => dossier === id).map(({ about }) => about));
  return {
    about: found.filter((one) => isAbout.has(one.id)),
    against: found.filter((one) => !isAbout.has(one.id)),
  };
}
