/** Which agency decides a procedure: by the catalogue, by the place, and by who took over its duties. */
import type { Look } from '../../ground/db/act.ts';
import { agencyOfPlace, getAgency, reachAgency, type Agency } from '../../world/agencies/index.ts';
import type { Procedure } from './schema.ts';

/**
 * The agency that decides a procedure for a commune (cơ quan có thẩm quyền giải quyết): the one that the catalogue names, or
 * whoever has its duties now, else the one of its kind that serves the commune. Null while that is not known, or while a
 * person has to say to which of several heirs it goes.
 */
export async function decidingAgency(
  look: Look,
  { decidedBy, field }: Pick<Procedure, 'decidedBy' | 'field'>,
  place: string | null,
): Promise<Agency | null> {
  if (!decidedBy?.slug) return place ? agencyOfPlace(look, place, ofPlace(decidedBy?.kind)) : null;
  const named = await getAgency(look, decidedBy.slug);
  const reached = await reachAgency(look, named, { field, ...(place && { place }) });
  return reached.kind === 'one' ? reached.agency : null;
}

/** The kind of agency that a place chooses one of; the people's committee unless another stands in the catalogue. */
const ofPlace = (kind: string | undefined): 'peoples-committee' | 'police' =>
  kind === 'police' ? kind : 'peoples-committee';
