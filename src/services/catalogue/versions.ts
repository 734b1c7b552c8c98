/** Putting versions of procedures in force: what every way of publishing has in common (by hand, by import, with the product). */
import { sql } from 'kysely';
import { own, type Act } from '../../ground/db/act.ts';
import { add, insert, update } from '../../ground/db/writes.ts';
import { lockItem, openItem, step, type Head } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Doubt } from './import/doubt.ts';
import { listingRow } from './listing.ts';
import type { HandMade } from './import/carry-over.ts';
import type { LocalContent, NationalContent, Procedure } from './schema.ts';
import { termsOf } from './search/terms.ts';
import type { CatalogueTables } from './tables.ts';

/** A published version whose time is not over. */
export type Standing = {
  readonly version: number;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly hash: string;
  readonly national: NationalContent;
  readonly local: LocalContent;
};

/** A procedure that the catalogue holds, locked for this act. */
export type Held = {
  readonly code: string;
  readonly item: string;
  readonly imported: string | null;
  readonly handMade: readonly HandMade[];
  /** Highest number of a version, also of drafts. */
  readonly last: number;
  /** In force or to come, by their first day. */
  readonly standing: readonly Standing[];
};

/** Locks procedures and reads what is in force and to come. */
export async function holdProcedures(act: Act, codes: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  const rows = await own<CatalogueTables>(act.tx)
    .selectFrom('catalogue.procedures as p')
    .select(['p.code', 'p.item', 'p.imported', 'p.hand_made'])
    .select((of) => [
      of
        .selectFrom('catalogue.versions as v')
        .select(sql<number>`coalesce(max(v.version), 0)`.as('last'))
        .whereRef('v.tenant', '=', 'p.tenant')
        .whereRef('v.code', '=', 'p.code')
        .as('last'),
      sql<Standing[]>`coalesce((
        select jsonb_agg(jsonb_build_object('version', v.version, 'valid_from', v.valid_from, 'valid_to', v.valid_to, 'hash', v.hash,
          'national', v.national, 'local', v.local) order by v.valid_from, v.version)
        from catalogue.versions v
        where v.tenant = p.tenant and v.code = p.code and v.state = 'published'
          and (v.valid_to is null or v.valid_to > ${vietnamDay(act.now)})), '[]')`.as('standing'),
    ])
    .where('p.tenant', '=', act.tenant)
    .where('p.code', '=', sql<string>`any(${[...codes]})`)
    .orderBy('p.code')
    .forUpdate('p')
    .execute();
  return new Map(
    rows.map((row) => [row.code, { ...row, handMade: row.hand_made as HandMade[], last: Number(row.last) }]),
  );
}

/** The version in force on a day, among those that stand. */
export const standingOn = (held: Held | undefined, day: string): Standing | null =>
  held?.standing.findLast((one) => one.valid_from <= day && (one.valid_to === null || one.valid_to > day)) ??
  null;

/** A version to be put in force. */
export type NewVersion = {
  readonly national: NationalContent;
  readonly local: LocalContent;
  readonly hash: string;
  readonly origin: Procedure['origin'];
  readonly from: string;
  readonly cause: string | null;
  /** Hash of the row it was imported from; absent: not an import. */
  readonly imported?: string;
  readonly handMade?: readonly HandMade[];
  readonly doubts?: readonly Doubt[];
};

/** The head of a procedure's record: opened for a new procedure, locked for a known one. */
export const headOf = async (act: Act, held: Held | undefined): Promise<Head> =>
  held ? lockItem(act, held.item) : openItem(act, 'procedure');

/**
 * Makes room on the calendar from a day on. The version in force ends there. Versions to come stay where they are when the new one
 * is an import (then it lasts until the first of them: the returned day); a version put in force by hand takes their place.
 */
function makeRoom(act: Act, code: string, held: Held | undefined, one: NewVersion): string | null {
  const end = (version: number, day: string): void => {
    const key = { tenant: act.tenant, code, version };
    update(act.writes, 'catalogue.versions', key, { valid_to: day });
    update(act.writes, 'catalogue.listing', key, { valid_to: day });
  };
  let until: string | null = null;
  for (const other of held?.standing ?? []) {
    if (other.valid_from <= one.from) {
      if (other.valid_to === null || other.valid_to > one.from) end(other.version, one.from);
    } else if (one.imported !== undefined) until ??= other.valid_from;
    else end(other.version, other.valid_from);
  }
  return until;
}

/** Counts the words that this version brings to its procedure, for the weight of words in the search. */
function countTerms(act: Act, before: Standing | null, listed: ReturnType<typeof listingRow>): void {
  const textOf = (row: Pick<ReturnType<typeof listingRow>, 'name' | 'domain' | 'words'>): string =>
    `${row.name}; ${row.domain}; ${row.words}`;
  const known = before ? termsOf(textOf(listingRow(before.national, before.local))) : new Set<string>();
  for (const term of termsOf(textOf(listed))) {
    if (!known.has(term)) add(act.writes, 'catalogue.terms', { tenant: act.tenant, term }, { docs: 1 });
  }
  if (!before) add(act.writes, 'catalogue.terms', { tenant: act.tenant, term: '' }, { docs: 1 });
}

/**
 * Collects the writes that put a version in force from a day on. Returns its number. `number` is given when the version is a
 * draft that exists already; then the caller updates its row.
 */
export function putInForce(
  act: Act,
  held: Held | undefined,
  head: Head,
  one: NewVersion,
  number?: number,
): { readonly version: number; readonly until: string | null } {
  const { tenant, writes } = act;
  const { code } = one.national;
  const version = number ?? (held?.last ?? 0) + 1;
  const until = makeRoom(act, code, held, one);
  if (number === undefined) {
    insert(writes, 'catalogue.versions', {
      tenant,
      code,
      version,
      state: 'published',
      origin: one.origin,
      valid_from: one.from,
      valid_to: until,
      name: one.national.name,
      domain: one.national.domain,
      national: one.national,
      local: one.local,
      hash: one.hash,
      based_on: null,
      cause: one.cause,
      created_at: act.now,
      created_by: act.by.account,
      published_by: act.by.account,
      published_at: act.now,
    });
  }
  const listed = listingRow(one.national, one.local);
  const reviewed = one.imported === undefined;
  insert(writes, 'catalogue.listing', {
    tenant,
    version,
    valid_from: one.from,
    valid_to: until,
    reviewed,
    ...listed,
  });
  countTerms(act, held?.standing[0] ?? null, listed);
  (one.doubts ?? []).forEach((doubt, i) =>
    insert(writes, 'catalogue.doubts', { tenant, code, version, n: i + 1, ...doubt }),
  );
  const changed = {
    imported: one.imported ?? held?.imported ?? null,
    hand_made: one.handMade ?? held?.handMade ?? [],
  };
  if (held) update(writes, 'catalogue.procedures', { tenant, code }, changed);
  else insert(writes, 'catalogue.procedures', { tenant, code, item: head.id, ...changed });
  step(act, head, {
    act: one.imported === undefined ? 'procedure.publish' : 'procedure.import',
    visible: 'public',
    before: held?.standing.length
      ? {
          versions: held.standing.map(({ version: earlier, valid_from }) => ({
            version: earlier,
            valid_from,
          })),
        }
      : null,
    after: { code, version, from: one.from, until, decision: one.national.decision.number, hash: one.hash },
    reason: one.cause,
  });
  return { version, until };
}
