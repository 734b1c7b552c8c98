/** Whose a dossier is, and how far somebody who acts under a mandate may go with it (requirement B14). */
import type { By, Look } from '../../ground/db/act.ts';
import {
  actsForOwner,
  getMandate,
  mandateCovers,
  type CitizenAct,
  type Whose,
} from '../../world/mandates/index.ts';
import type { Dossier } from './schema.ts';

type Parties = Pick<
  Dossier,
  'state' | 'procedure' | 'field' | 'applicant' | 'organisation' | 'filer' | 'mandate' | 'decided_at'
>;

/** What waits for the person in a state: whoever may do that must be able to read the dossier. */
const awaited: Partial<Record<Dossier['state'], CitizenAct>> = {
  supplement: 'supplement',
  payment: 'pay',
};

const ownerOf = ({ applicant, organisation }: Parties): Whose => ({ person: applicant, organisation });

/** Whether a visitor who acts for its owner may do this with the dossier: for oneself always, else as the mandate says. */
export const reaches = (by: By, dossier: Parties, act: CitizenAct): boolean =>
  mandateCovers(by, act, {
    procedure: dossier.procedure,
    ...(dossier.field !== null && { field: dossier.field }),
  });

/**
 * Whether this person is the applicant, acts for the organisation or the person whose dossier it is, or filed it. Under a
 * mandate: when it covers reading or what the dossier waits for, or the dossier was filed under that very mandate. Who
 * filed under a mandate sees the dossier under it alone: a mandate that has ended shows nothing any more.
 */
export function isParty(by: By, dossier: Parties): boolean {
  if (by.person === null) return false;
  if (!actsForOwner(by, ownerOf(dossier)))
    return by.actingFor === null && dossier.mandate === null && by.person === dossier.filer;
  if (by.actingFor === null || dossier.mandate === by.mandate) return true;
  const acts = ['view', awaited[dossier.state], dossier.decided_at ? 'receive-result' : undefined] as const;
  return acts.some((act) => act !== undefined && reaches(by, dossier, act));
}

/** Whether this person may take the result: the owner, or who is authorised to receive it or asked for it to come to them. */
export const mayReceive = async (look: Look, dossier: Parties): Promise<boolean> =>
  look.by.actingFor === null ||
  reaches(look.by, dossier, 'receive-result') ||
  (dossier.mandate === look.by.mandate && (await goesToAgent(look, dossier)));

const goesToAgent = async (look: Look, { mandate }: Parties): Promise<boolean> =>
  mandate !== null && (await getMandate(look, mandate)).resultsTo === 'agent';

/** Whose vault the result goes to: the owner's, or the filer's where the authorisation says so. */
export const receiverOf = async (look: Look, dossier: Parties): Promise<Whose> =>
  (await goesToAgent(look, dossier)) ? { person: dossier.filer, organisation: null } : ownerOf(dossier);
