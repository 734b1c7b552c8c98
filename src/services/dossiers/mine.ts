/** My dossiers, page after page: the cost of a page does not grow with what stands before it (B9). */
import { sql } from 'kysely';
import { own, type Look, type Tx } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { isId } from '../../ground/record/index.ts';
import { principalOf } from '../../world/mandates/index.ts';
import { isParty } from './party.ts';
import { waitsForPerson } from './rules.ts';
import type { Dossier, DossierTables } from './schema.ts';

const PAGE = 50;

/** One line of the list. */
export type Mine = Pick<
  Dossier,
  'id' | 'code' | 'title' | 'procedure' | 'state' | 'submitted_at' | 'due_at' | 'intake_due_at'
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

/** The place from which the first page goes on: behind it stand all. */
const beforeAll: Place = { at: new Date('9999-12-31'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

type From = Place & { readonly tenant: number; readonly most: number };

const linesFrom = (db: Tx, { tenant, at, id, most }: From) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.dossiers')
    .select(['id', 'code', 'title', 'state', 'submitted_at', 'due_at', 'intake_due_at'])
    .select(['procedure', 'field', 'applicant', 'organisation', 'filer', 'mandate', 'decided_at'])
    .where('tenant', '=', tenant)
    .where((either) =>
      either.or([either('linked_to', 'is', null), either('state', 'in', [...waitsForPerson])]),
    )
    .where(sql<boolean>`(submitted_at, id) < (${at}::timestamptz, ${id}::uuid)`)
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sql<number>`${most}`);

const ofOrganisation = prepared((db, given: From & { readonly organisation: string }) =>
  linesFrom(db, given).where('organisation', '=', given.organisation),
);

const ofPerson = prepared((db, given: From & { readonly person: string | null }) =>
  linesFrom(db, given).where('applicant', '=', given.person).where('organisation', 'is', null),
);

/**
 * Dossiers of whom the visitor acts for (themselves, an organisation, who authorised them), newest first, behind a place of the list. Of
 * a joint request the first one stands for all; another shows by itself only while it waits for the person.
 */
export async function listMine(look: Look, after?: string, limit = PAGE): Promise<MinePage> {
  const { person, organisation } = principalOf(look.by);
  const place = readPlace(after) ?? beforeAll;
  const given = { tenant: look.tenant, at: place.at, id: place.id, most: limit + 1 };
  const found = organisation
    ? await ofOrganisation(look.tx, { ...given, organisation })
    : await ofPerson(look.tx, { ...given, person });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.filter((one) => isParty(look.by, one)),
    next: found.length > limit && last ? placeOf(last) : null,
  };
}

const filedBy = prepared((db, given: From & { readonly person: string | null }) =>
  linesFrom(db, given).where('filer', '=', given.person).where('mandate', 'is', null),
);

/** How many of what was filed for others the page of a person shows. */
const MOST_FILED = 20;

/**
 * The latest dossiers that the visitor filed for others without a mandate, as parents do for a child: theirs to follow, though not theirs.
 * Whoever acts for somebody sees those of whom they act for instead.
 */
export async function listFiledFor(look: Look): Promise<readonly Mine[]> {
  if (look.by.actingFor !== null || look.by.person === null) return [];
  const given = { tenant: look.tenant, ...beforeAll, most: MOST_FILED };
  const found = await filedBy(look.tx, { ...given, person: look.by.person });
  return found.filter((one) => one.applicant !== look.by.person && isParty(look.by, one));
}
