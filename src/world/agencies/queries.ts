import { own, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { fold } from '../../ground/text/fold.ts';
import type { Text } from '../../ground/text/language.ts';
import { canonicalIdentifier } from './identifier.ts';
import { agencyOf, changeOf, successionOf } from './rows.ts';
import { successorOf } from './rules.ts';
import type { Agency, AgencyKind, AgencyLevel, AgencySuccession, Change, Matter, Reached } from './schema.ts';
import type { AgencyRow, AgencyTables } from './tables.ts';

const today = (look: Look): string => vietnamDay(look.now);

const rowsOf = (look: Pick<Look, 'tx' | 'tenant'>) =>
  own<AgencyTables>(look.tx)
    .selectFrom('agencies.agencies')
    .selectAll('agencies.agencies')
    .where('agencies.agencies.tenant', '=', look.tenant);

const noAgency = { vi: 'Không có cơ quan này.', en: 'There is no such agency.' };

/** The agency with this id; null when there is none. */
export async function findAgency(look: Look, id: string): Promise<Agency | null> {
  const row = await rowsOf(look).where('id', '=', id).executeTakeFirst();
  return row ? agencyOf(row) : null;
}

/** The agency with this id. Throws NotFound. */
export async function getAgency(look: Look, id: string): Promise<Agency> {
  const found = await findAgency(look, id);
  if (found) return found;
  throw new NotFound(noAgency);
}

const withIds = prepared((tx, { tenant, ids }: { tenant: number; ids: readonly string[] }) =>
  rowsOf({ tx, tenant }).where('id', '=', (is) => is.fn.any(is.val(ids))),
);

/** The agencies with these ids, in their order. Throws NotFound when one of them is not there. */
export async function getAgencies<const Ids extends readonly string[]>(
  look: Look,
  ids: Ids,
): Promise<{ readonly [Place in keyof Ids]: Agency }> {
  const rows = ids.length > 0 ? await withIds(look.tx, { tenant: look.tenant, ids }) : [];
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (row) return agencyOf(row);
    throw new NotFound(noAgency);
  }) as { readonly [Place in keyof Ids]: Agency };
}

/**
 * The agency that has or had this electronic identifier, in either form (E4): `H29.15`, `000.00.15.H29`, `15.H29`. It may
 * be abolished: ask `reachAgency` where its items go now.
 */
export async function findAgencyByIdentifier(look: Look, identifier: string): Promise<Agency | null> {
  const written = identifier.trim().toUpperCase();
  const names = [written, canonicalIdentifier(written) ?? written];
  const row = await rowsOf(look)
    .innerJoin('agencies.identifiers', (join) =>
      join
        .onRef('agencies.identifiers.tenant', '=', 'agencies.agencies.tenant')
        .onRef('agencies.identifiers.agency', '=', 'agencies.agencies.id'),
    )
    .where('agencies.identifiers.identifier', 'in', names)
    .executeTakeFirst();
  return row ? agencyOf(row) : null;
}

/** What a list of agencies is narrowed to. `parent: null` asks for those at the top. */
export type AgencyFilter = {
  readonly onDay?: string;
  readonly kind?: AgencyKind;
  readonly level?: AgencyLevel;
  readonly parent?: string | null;
  readonly place?: string;
};

/** Agencies that exist on a day (today by default), by identifier. */
export async function listAgencies(look: Look, filter: AgencyFilter = {}): Promise<Agency[]> {
  const day = filter.onDay ?? today(look);
  let query = rowsOf(look)
    .where('established', '<=', day)
    .where((one) => one.or([one('abolished', 'is', null), one('abolished', '>=', day)]));
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.level !== undefined) query = query.where('level', '=', filter.level);
  if (filter.place !== undefined) query = query.where('place', '=', filter.place);
  if (filter.parent === null) query = query.where('parent', 'is', null);
  else if (filter.parent !== undefined) query = query.where('parent', '=', filter.parent);
  return (await query.orderBy('identifier').execute()).map(agencyOf);
}

const names = prepared((tx, { tenant }: { tenant: number }) =>
  own<AgencyTables>(tx)
    .selectFrom('agencies.agencies')
    .select(['id', 'name', 'name_en'])
    .where('tenant', '=', tenant)
    .orderBy('identifier'),
);

/** What every agency is called that exists or existed, by identifier: for tables of figures. */
export async function namesOfAgencies({ tx, tenant }: Look): Promise<ReadonlyMap<string, Text>> {
  const rows = await names(tx, { tenant });
  return new Map(rows.map(({ id, name, name_en }) => [id, { vi: name, en: name_en }]));
}

/** An agency with those below it. */
export type AgencyTree = Agency & { readonly below: readonly AgencyTree[] };

/** The tree of agencies of a day (today by default): all of it, or below one agency. */
export async function agencyTree(
  look: Look,
  root: string | null = null,
  onDay = today(look),
): Promise<AgencyTree[]> {
  const all = await listAgencies(look, { onDay });
  const ids = new Set(all.map(({ id }) => id));
  const children = Map.groupBy(all, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
  const grow = (agency: Agency): AgencyTree => ({
    ...agency,
    below: (children.get(agency.id) ?? []).map(grow),
  });
  return (children.get(root) ?? []).map(grow);
}

/**
 * Ids of these agencies and of all below them, those that have ended too: what was done there stays theirs to answer for.
 */
export async function withAllBelow({ tx, tenant }: Look, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await own<AgencyTables>(tx)
    .withRecursive('below', (db) =>
      db
        .selectFrom('agencies.agencies')
        .select('id')
        .where('tenant', '=', tenant)
        .where('id', 'in', [...ids])
        // Each is taken once: a circle, which the doctor would find, ends here too.
        .union((one) =>
          one
            .selectFrom('agencies.agencies as next')
            .innerJoin('below', 'below.id', 'next.parent')
            .select('next.id')
            .where('next.tenant', '=', tenant),
        ),
    )
    .selectFrom('below')
    .select('id')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Agencies whose name or abbreviation holds every word of the search, with or without diacritics; those that exist first. */
export async function findAgencies(look: Look, search: string, limit = 20): Promise<Agency[]> {
  const words = fold(search)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  if (words.length === 0) return [];
  let query = rowsOf(look);
  for (const word of words) query = query.where('search', 'like', `%${word}%`);
  const rows = await query
    .orderBy((one) => one('abolished', 'is not', null))
    .orderBy('identifier')
    .limit(limit)
    .execute();
  return rows.map(agencyOf);
}

/** The history of an agency, oldest first. */
export async function listChanges(look: Look, agency: string): Promise<Change[]> {
  const rows = await own<AgencyTables>(look.tx)
    .selectFrom('agencies.changes')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('agency', '=', agency)
    .orderBy('on_day')
    .execute();
  return rows.map(changeOf);
}

/** Who took over the work of an agency. */
export async function listSuccessions(look: Look, agency: string): Promise<AgencySuccession[]> {
  const rows = await own<AgencyTables>(look.tx)
    .selectFrom('agencies.successions')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('agency', '=', agency)
    .orderBy('successor')
    .execute();
  return rows.map(successionOf);
}

/**
 * The agency that an item for this one reaches on a day (today by default): itself, or whoever took over the matter.
 * An item sent to an abolished agency reaches its successor, or candidates when field or place would decide.
 */
export async function reachAgency(
  look: Look,
  agency: Agency,
  matter: Matter = {},
  onDay = today(look),
): Promise<Reached> {
  if (agency.abolished === null || onDay <= agency.abolished) return { kind: 'one', agency };
  const table = own<AgencyTables>(look.tx);
  const agencies = new Map<string, Agency>([[agency.id, agency]]);
  const successions: AgencySuccession[] = [];
  // One round for each change in the chain; most chains have one.
  for (let wanted = [agency.id]; wanted.length > 0;) {
    const lines = await table
      .selectFrom('agencies.successions')
      .selectAll()
      .where('tenant', '=', look.tenant)
      .where('agency', 'in', wanted)
      .execute();
    successions.push(...lines.map(successionOf));
    const next = [...new Set(lines.map((line) => line.successor))].filter((id) => !agencies.has(id));
    if (next.length === 0) break;
    const rows: AgencyRow[] = await rowsOf(look).where('id', 'in', next).execute();
    for (const row of rows) agencies.set(row.id, agencyOf(row));
    wanted = rows.filter((row) => row.abolished !== null).map((row) => row.id);
  }
  return successorOf(agency, matter, onDay, agencies, successions);
}

/**
 * The agency that acts today in the place of this one: itself, or the one heir that took over everything. One whose duties
 * were divided stays as it is: each of its matters is handed over by itself.
 */
export async function actingAgency(look: Look, agency: Agency): Promise<Agency> {
  const reached = await reachAgency(look, agency);
  return reached.kind === 'one' ? reached.agency : agency;
}

/** As `reachAgency`, from an identifier on an envelope. `none` when nobody has it. */
export async function reachIdentifier(
  look: Look,
  identifier: string,
  matter: Matter = {},
  onDay = today(look),
): Promise<Reached> {
  const agency = await findAgencyByIdentifier(look, identifier);
  return agency ? reachAgency(look, agency, matter, onDay) : { kind: 'none' };
}

/** The agency of a kind that serves a commune on a day (its people's committee, its service centre); null when there is none. */
export async function agencyOfPlace(
  look: Look,
  place: string,
  kind: AgencyKind,
  onDay = today(look),
): Promise<Agency | null> {
  return (await listAgencies(look, { place, kind, onDay }))[0] ?? null;
}
