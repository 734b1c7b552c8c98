/** Lists of procedures in force: by user, topic, event of life, level, agency, domain (B1), in the order of their names. */
import { sql, type RawBuilder } from 'kysely';
import type { Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Audience, Level } from './schema.ts';

/** What a list is narrowed to. */
export type ListFilter = {
  readonly audience?: Audience | null;
  readonly level?: Level | null;
  readonly topic?: string | null;
  readonly lifeEvent?: string | null;
  readonly domain?: string | null;
  /** Ministry that publishes it. */
  readonly publisher?: string | null;
  /** Words of the agency that decides. */
  readonly agency?: string | null;
};

/** A procedure in a list. */
export type ListLine = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly nameEn: string | null;
  readonly domain: string;
  readonly publisher: string;
  readonly agency: string;
  readonly levels: readonly Level[];
  readonly audience: readonly Audience[];
  readonly online: boolean;
  /** It has an interactive form here. */
  readonly workedOut: boolean;
  readonly reviewed: boolean;
};

/** A row of the listing as the queries of lists give it. */
export type ListRow = Omit<ListLine, 'nameEn' | 'workedOut'> & {
  readonly name_en: string | null;
  readonly worked_out: boolean;
  readonly sort_name: string;
};

/** Columns of a `ListRow`. */
export const listed = sql.raw(
  'l.code, l.version, l.name, l.name_en, l.domain, l.publisher, l.agency, l.levels, l.audience, l.online, l.worked_out, l.reviewed, l.sort_name',
);

export const lineOf = (row: ListRow): ListLine => ({
  code: row.code,
  version: row.version,
  name: row.name,
  nameEn: row.name_en,
  domain: row.domain,
  publisher: row.publisher,
  agency: row.agency,
  levels: row.levels,
  audience: row.audience,
  online: row.online,
  workedOut: row.worked_out,
  reviewed: row.reviewed,
});

/** Conditions of a filter on the listing `l`, with validity on a day. */
export function conditionsOf(filter: ListFilter, today: string): RawBuilder<boolean> {
  const all = [sql<boolean>`l.valid_from <= ${today} and (l.valid_to is null or l.valid_to > ${today})`];
  if (filter.audience) all.push(sql`l.audience @> array[${filter.audience}::text]`);
  if (filter.level) all.push(sql`l.levels @> array[${filter.level}::text]`);
  if (filter.topic) all.push(sql`l.topics @> array[${filter.topic}::text]`);
  if (filter.lifeEvent) all.push(sql`l.life_events @> array[${filter.lifeEvent}::text]`);
  if (filter.domain) all.push(sql`l.domain = ${filter.domain}`);
  if (filter.publisher) all.push(sql`l.publisher = ${filter.publisher}`);
  if (filter.agency) all.push(sql`strpos(lower(l.agency), lower(${filter.agency})) > 0`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** Where a page of a list begins: after the name and code of the last line before it. */
export type After = { readonly sortName: string; readonly code: string };

/** A page of the list; `next` is where the following one begins. */
export type ListPage = { readonly items: readonly ListLine[]; readonly next: After | null };

/** Lists procedures in force by name. */
export async function listProcedures(
  look: Look,
  filter: ListFilter,
  after: After | null,
  size: number,
): Promise<ListPage> {
  const { rows } = await sql<ListRow>`
    select ${listed} from catalogue.listing l
    where l.tenant = ${look.tenant} and ${conditionsOf(filter, vietnamDay(look.now))}
      ${after ? sql`and (l.sort_name, l.code) > (${after.sortName}, ${after.code})` : sql``}
    order by l.sort_name, l.code limit ${size + 1}`.execute(look.tx);
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return {
    items: items.map(lineOf),
    next: rows.length > size && last ? { sortName: last.sort_name, code: last.code } : null,
  };
}

/** Procedures in force that have an interactive form here and are taken online, by name. */
export async function listReady(look: Look, size: number): Promise<readonly ListLine[]> {
  const { rows } = await sql<ListRow>`
    select ${listed} from catalogue.listing l
    where l.tenant = ${look.tenant} and l.worked_out and l.online and ${conditionsOf({}, vietnamDay(look.now))}
    order by l.sort_name, l.code limit ${size}`.execute(look.tx);
  return rows.map(lineOf);
}

/** Those of these procedures that are in force and that people may ask for: internal ones of offices are left out. By code. */
export async function findOffered(
  look: Look,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ListLine>> {
  const { rows } = await sql<ListRow>`
    select ${listed} from catalogue.listing l
    where l.tenant = ${look.tenant} and l.code = any(${codes}::text[]) and l.audience <> array['agency']
      and ${conditionsOf({}, vietnamDay(look.now))}`.execute(look.tx);
  return new Map(rows.map((row) => [row.code, lineOf(row)]));
}

/** How many procedures there are of each value of a class, the most first. */
export type Share = { readonly value: string; readonly count: number };
export type Shares = {
  readonly total: number;
  readonly topics: readonly Share[];
  readonly lifeEvents: readonly Share[];
  readonly domains: readonly Share[];
  readonly publishers: readonly Share[];
};

/** Counts of procedures in force, for the page that classifies them. */
export async function countProcedures(look: Look): Promise<Shares> {
  const { rows } = await sql<{ kind: string; value: string; count: number }>`
    with l as (select * from catalogue.listing l where l.tenant = ${look.tenant} and ${conditionsOf({}, vietnamDay(look.now))})
    select 'total' as kind, '' as value, count(*)::int as count from l
    union all select 'topic', t, count(*)::int from l, unnest(topics) t group by t
    union all select 'event', t, count(*)::int from l, unnest(life_events) t group by t
    union all select 'domain', domain, count(*)::int from l where domain <> '' group by domain
    union all select 'publisher', publisher, count(*)::int from l where publisher <> '' group by publisher
    order by count desc, value`.execute(look.tx);
  const of = (kind: string): readonly Share[] =>
    rows.filter((row) => row.kind === kind).map(({ value, count }) => ({ value, count }));
  return {
    total: of('total')[0]?.count ?? 0,
    topics: of('topic'),
    lifeEvents: of('event'),
    domains: of('domain'),
    publishers: of('publisher'),
  };
}
