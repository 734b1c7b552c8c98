/** An officer's look at a person's dossier, by whatever page or API, is written down where the person reads it (D4, N1). */
import { look as noteLook } from '../../ground/record/index.ts';
import type { Visit } from '../../ground/web/visit.ts';
import { isForeignLook } from './queries.ts';
import { mayRead } from './rules.ts';
import type { Dossier } from './schema.ts';

/** Notes it, with the purpose that the person reads; nothing for one's own dossier and for one without a person. */
export async function noteForeignLook(visit: Visit, dossier: Dossier, purpose: string): Promise<void> {
  const { id, applicant } = dossier;
  if (applicant === null || !isForeignLook(visit.look, dossier)) return;
  const { edge, tenant, by, requestId, now } = visit;
  await edge.act({ tenant, by, requestId, now }, async (act) =>
    noteLook(act, applicant, purpose, id, { may: (who) => mayRead(who, dossier) }),
  );
}
