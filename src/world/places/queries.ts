import { sql, type SelectQueryBuilder } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { unitOf } from './rows.ts';
import { nameKey, searchWords } from './rules.ts';
import type { Geometry, Level, Unit } from './schema.ts';
import type { PlaceTables, UnitRow } from './tables.ts';

const today = (look: Look): string => vietnamDay(look.now);

type UnitQuery = SelectQueryBuilder<PlaceTables, 'places.units', UnitRow>;

/** Units as they were on a day. */
export const unitsOn = (look: Look, day: string): UnitQuery =>
  own<PlaceTables>(look.tx)
    .selectFrom('places.units')
    .selectAll('places.units')
    .where('places.units.valid_from', '<=', day)
    .where((one) =>
      one.or([one('places.units.valid_to', 'is', null), one('places.units.valid_to', '>=', day)]),
    );

const notThere = (code: string): NotFound =>
  new NotFound({
    vi: `Không có đơn vị hành chính mã ${code} vào ngày này.`,
    en: `There is no administrative unit with the code ${code} on this day.`,
  });

/** The unit that had this code on a day (today by default); null when there was none. */
export async function findUnit(
  look: Look,
  level: Level,
  code: string,
  onDay = today(look),
): Promise<Unit | null> {
  const row = await unitsOn(look, onDay)
    .where('level', '=', level)
    .where('code', '=', code)
    .executeTakeFirst();
  return row ? unitOf(row) : null;
}

/** The commune (phường, xã, đặc khu) that had this code on a day (today by default). Throws NotFound. */
export async function getCommune(look: Look, code: string, onDay = today(look)): Promise<Unit> {
  const found = await findUnit(look, 'commune', code, onDay);
  if (!found) throw notThere(code);
  return found;
}

/** The province that had this code on a day (today by default). Throws NotFound. */
export async function getProvince(look: Look, code: string, onDay = today(look)): Promise<Unit> {
  const found = await findUnit(look, 'province', code, onDay);
  if (!found) throw notThere(code);
  return found;
}

/** All provinces of a day (today by default), by code; without invented ones unless asked for. */
export async function listProvinces(look: Look, onDay = today(look), withInvented = false): Promise<Unit[]> {
  let query = unitsOn(look, onDay).where('level', '=', 'province');
  if (!withInvented) query = query.where('invented', '=', false);
  return (await query.orderBy('code').execute()).map(unitOf);
}

/** All communes of a province on a day (today by default), in Vietnamese order of names. */
export async function listCommunes(look: Look, province: string, onDay = today(look)): Promise<Unit[]> {
  const rows = await unitsOn(look, onDay)
    .where('level', '=', 'commune')
    .where('province', '=', province)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();
  return rows.map(unitOf);
}

/** Limits of a search for communes. */
export type CommuneSearch = { readonly province?: string; readonly onDay?: string; readonly limit?: number };

/**
 * Communes whose name, kind or province hold every word of the search, written with or without diacritics; exact
 * names first, then names that begin like the search (A5). An empty search finds nothing.
 */
export async function findCommunes(look: Look, search: string, within: CommuneSearch = {}): Promise<Unit[]> {
  const words = searchWords(search);
  if (words.length === 0) return [];
  let query = unitsOn(look, within.onDay ?? today(look)).where('level', '=', 'commune');
  if (within.province !== undefined) query = query.where('province', '=', within.province);
  for (const word of words) query = query.where(sql<boolean>`' ' || search like ${`% ${word}%`}`);
  const key = nameKey(search);
  const rows = await query
    .orderBy(sql`name_key <> ${key}`)
    .orderBy(sql`search not like ${`${key}%`}`)
    .orderBy(sql`name_key not like ${`${key}%`}`)
    .orderBy('name_key')
    .orderBy('code')
    .limit(within.limit ?? 20)
    .execute();
  return rows.map(unitOf);
}

/** A commune and its shape, for maps. */
export type Shape = { readonly unit: Unit; readonly geometry: Geometry };

/** Boundaries of the communes of a province on a day (today by default) (A2: the boundary map down to commune). */
export async function listBoundaries(look: Look, province: string, onDay = today(look)): Promise<Shape[]> {
  const rows = await unitsOn(look, onDay)
    .innerJoin('places.boundaries', (join) =>
      join
        .onRef('places.boundaries.level', '=', 'places.units.level')
        .onRef('places.boundaries.code', '=', 'places.units.code')
        .onRef('places.boundaries.valid_from', '=', 'places.units.valid_from'),
    )
    .select('places.boundaries.geometry')
    .where('places.units.level', '=', 'commune')
    .where('places.units.province', '=', province)
    .orderBy('places.units.code')
    .execute();
  return rows.map(({ geometry, ...row }) => ({ unit: unitOf(row), geometry }));
}
