/** My dossiers, page after page: the cost of a page does not grow with what stands before it (B9). */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { isId } from '../../ground/record/index.ts';
import { principalOf } from '../../world/mandates/index.ts';
import { isParty } from './party.ts';
import { waitsForPerson } from './rules.ts';
import type { Dossier, DossierTables } from './schema.ts';

const PAGE = 50;

/** One line of the list. */
export type Mine = Pick<
  Dossier,
  'id' | 'code' | 'title' | 'state' | 'submitted_at' | 'due_at' | 'intake_due_at'
>;

/** A page of the list; `next` is where the following one begins, null at the end. */
export type MinePage = { readonly rows: readonly Mine[]; readonly next: string | null };

type Place = { readonly at: Date; readonly id: string };

const placeOf = ({ submitted_at: at, id }: Mine): string => `${at.toISOString()}~${id}`;

/** Where a page begins; null for the first one, also when what came in the address is no place. */
function readPlace(after: string | undefined): Place | null {
  const [moment = '', id = ''] = (after ?? '').split('~');
  const at = new Date(moment);
  return isId(id) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}

/**
 * Dossiers of whom the visitor acts for (themselves, an organisation, who authorised them), newest first, behind a place of the list. Of
 * a joint request the first one stands for all; another shows by itself only while it waits for the person.
 */
export async function listMine(look: Look, after?: string, limit = PAGE): Promise<MinePage> {
  const { person, organisation } = principalOf(look.by);
  const place = readPlace(after);
  let query = own<DossierTables>(look.tx)
    .selectFrom('dossiers.dossiers')
    .select(['id', 'code', 'title', 'state', 'submitted_at', 'due_at', 'intake_due_at'])
    .select(['procedure', 'applicant', 'organisation', 'filer', 'mandate', 'decided_at'])
    .where('tenant', '=', look.tenant)
    .where((either) =>
      either.or([either('linked_to', 'is', null), either('state', 'in', [...waitsForPerson])]),
    )
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (place) query = query.where(sql<boolean>`(submitted_at, id) < (${place.at}, ${place.id}::uuid)`);
  const found = await (
    organisation
      ? query.where('organisation', '=', organisation)
      : query.where('applicant', '=', person).where('organisation', 'is', null)
  ).execute();
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.filter((one) => isParty(look.by, one)),
    next: found.length > limit && last ? placeOf(last) : null,
  };
}
