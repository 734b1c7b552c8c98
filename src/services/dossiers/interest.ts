/** Conflict of interest over a dossier (xung đột lợi ích; Law 36/2018/QH14 art. 23): whose matter it is, and which officers do not handle it. */
import type { Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import { holds, listMandatesFor } from '../../world/mandates/index.ts';
import { interestOf } from '../../work/desk/index.ts';
import type { Dossier } from './schema.ts';

type Concerning = Pick<Dossier, 'id' | 'applicant' | 'organisation' | 'filer'>;

/**
 * Why the officer who looks may not handle this dossier; null: they may, or the one who looks is no officer. It is the matter of who
 * applies, of who filed it for them, and of who represents the organisation that applies.
 */
export async function dossierInterest(look: Look, dossier: Concerning): Promise<Text | null> {
  if (look.by.kind !== 'officer') return null;
  const parties = [dossier.applicant, dossier.filer, ...(await representativesOf(look, dossier))];
  return interestOf(look, { item: dossier.id, parties });
}

/** Throws NotAllowed when the officer who acts has an interest in the dossier. */
export async function guardDossierInterest(look: Look, dossier: Concerning): Promise<void> {
  const why = await dossierInterest(look, dossier);
  if (why) throw new NotAllowed(why);
}

/** Who represents the organisation today. */
async function representativesOf(look: Look, { organisation }: Concerning): Promise<readonly string[]> {
  if (organisation === null) return [];
  const mandates = await listMandatesFor(look, { kind: 'organisation', id: organisation });
  const all = new Map(mandates.map((one) => [one.id, one]));
  return mandates.flatMap((one) =>
    one.agent.kind === 'person' && holds(one, vietnamDay(look.now), all) ? one.agent.id : [],
  );
}
