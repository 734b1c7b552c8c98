/** Who applies: the person signed in, or whom they act for under a mandate or by law (requirement B14). */
import type { Act, By, Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { mandateCovers, mayPersonAct, type CitizenAct, type Principal } from '../../world/mandates/index.ts';
import { getOrganisation, getPerson, type Organisation, type Person } from '../../world/people/index.ts';
import type { Procedure } from '../catalogue/index.ts';
import type { Submission } from '../dossiers/index.ts';

/** Whose an application is. For an organisation the person is who signed in for it; under a mandate there is none. */
export type Applicant = { readonly person: string | null; readonly organisation: string | null };

/** For whom this visitor applies. */
export const applicantOf = ({ actingFor, person, organisation }: By): Applicant =>
  actingFor ? { person: actingFor.person, organisation: actingFor.organisation } : { person, organisation };

/** Whether an application is of the one for whom this visitor acts now. */
export const isApplicantNow = (by: By, { person, organisation }: Applicant): boolean => {
  const now = applicantOf(by);
  return organisation ? organisation === now.organisation : !now.organisation && person === now.person;
};

/** What of a procedure a mandate may be limited by. */
type Covered = Pick<Procedure, 'code' | 'field'>;

/** Whether the mandate of this visitor, if any, covers applying for a procedure. */
export const mayApply = (by: By, { code, field }: Covered): boolean =>
  mandateCovers(by, 'apply', { procedure: code, field });

/** The organisation or person whose application it is; null where it is of neither. */
export async function holderOf(
  look: Look,
  { person, organisation }: Applicant,
): Promise<Organisation | Person | null> {
  if (organisation) return getOrganisation(look, organisation);
  return person ? getPerson(look, person) : null;
}

/** The name under which a dossier stands. */
export const nameOf = (holder: Organisation | Person | null, by: By): string => holder?.name ?? by.name;

const principalFor = ({ person, organisation }: Applicant): Principal | null =>
  organisation ? { kind: 'organisation', id: organisation } : person ? { kind: 'person', id: person } : null;

/**
 * Asks mandates and family once more inside of the act, so that what was revoked a moment ago files nothing. Throws NotAllowed with
 * the reason. Who acts for nobody else needs none.
 */
export async function guardMandate(
  act: Act,
  applicant: Applicant,
  deed: CitizenAct,
  { code, field }: Covered,
): Promise<void> {
  const principal = principalFor(applicant);
  if (!act.by.actingFor || !act.by.person || !principal) return;
  const verdict = await mayPersonAct(act, act.by.person, {
    for: principal,
    act: deed,
    procedure: code,
    field,
  });
  if (!verdict.may) throw new NotAllowed(verdict.reason);
}

/** Who files, when another than the applicant: the dossier and its record name both. */
export const filerOf = ({ person, mandate, actingFor }: By): Submission['filer'] =>
  actingFor && person ? { person, relation: mandate ? 'mandate' : 'law', mandate } : null;
