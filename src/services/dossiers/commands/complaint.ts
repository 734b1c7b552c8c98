/** A complaint and the dossier whose decision it is about: tied when it is filed, noted in the record of that dossier when it is filed and decided. */
import { own, type Act } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import type { Procedure } from '../../catalogue/index.ts';
import { findByCode, getDossier } from '../load.ts';
import { isParty } from '../party.ts';
import type { Dossier, DossierTables } from '../schema.ts';

/** What of a complaint is told in the record of the dossier it is about. */
type Complaint = Pick<Dossier, 'id' | 'code'>;

/** Ties a complaint to the dossier whose code the complainant has given. Words that are no code of a dossier stay an answer. */
export async function tieComplaint(
  act: Act,
  complaint: Complaint,
  { aboutDossier }: Pick<Procedure, 'aboutDossier'>,
  answers: Dossier['answers'],
): Promise<void> {
  const code = aboutDossier ? answers[aboutDossier] : undefined;
  const about = typeof code === 'string' ? await findByCode(act, code.toUpperCase()) : null;
  if (about === null) return;
  insert(act.writes, 'dossiers.complaints', { tenant: act.tenant, about, dossier: complaint.id });
  await note(act, about, 'dossier.complain', complaint);
}

/** The complaint is decided: the dossier that it is about says so, and stays as it is until its own result is corrected or revoked. */
export async function noteComplaintDecided(act: Act, complaint: Complaint): Promise<void> {
  const rows = await own<DossierTables>(act.tx)
    .selectFrom('dossiers.complaints')
    .select('about')
    .where('tenant', '=', act.tenant)
    .where('dossier', '=', complaint.id)
    .execute();
  for (const { about } of rows) await note(act, about, 'dossier.decide-complaint', complaint);
}

async function note(act: Act, about: string, name: string, { code }: Complaint): Promise<void> {
  const head = await lockItem(act, about);
  const dossier = await getDossier(act, about);
  // Who complains about a decision on somebody else's dossier is no business of that person's.
  const isOwn = act.by.kind === 'citizen' && isParty(act.by, dossier);
  step(act, head, {
    act: name,
    visible: isOwn ? 'party' : 'inside',
    after: { complaint: code },
  });
}
