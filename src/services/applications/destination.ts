/** Where a dossier goes: who decides by law and place, and which one-stop unit receives. */
import type { Look } from '../../ground/db/act.ts';
import { agencyOfPlace, type Agency } from '../../world/agencies/index.ts';
import { compileLogic, type Answers } from '../../work/forms/index.ts';
import { decidingAgency, type Procedure } from '../catalogue/index.ts';
import { holderOf, type Applicant } from './applicant.ts';

/** Where a dossier goes: who decides, and which one-stop unit receives. */
export type Destination = {
  readonly agency: Agency;
  readonly oneStop: Agency;
  readonly place: string | null;
};

/** Finds where a draft goes. Null when the answers do not say it yet. */
export async function destinationOf(
  look: Look,
  procedure: Procedure,
  answers: Answers,
  applicant: Applicant,
): Promise<Destination | null> {
  // Where the answers name no place: where the applicant lives or has its seat.
  const place = placeOf(procedure, answers) ?? (await holderOf(look, applicant))?.commune ?? null;
  const agency = await decidingAgency(look, procedure, place);
  if (!agency) return null;
  // An agency of the whole province settles what the counter of the commune hands on.
  const counter = procedure.decidedBy?.kind === 'insurance' ? place : agency.place;
  const oneStop = counter ? await agencyOfPlace(look, counter, 'service-centre') : null;
  return { agency, oneStop: oneStop ?? agency, place };
}

/** The commune that the procedure is decided by, where the answers name one. */
function placeOf(procedure: Procedure, answers: Answers): string | null {
  const { placeFrom } = procedure;
  if (!placeFrom) return null;
  const value = compileLogic(typeof placeFrom === 'string' ? { var: placeFrom } : placeFrom)({ ...answers });
  return typeof value === 'string' ? value : null;
}
