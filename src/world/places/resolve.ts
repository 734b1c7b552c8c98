/** What an old place is today: an address of 2024 resolves to its commune, or to candidates, never to a guess. */
import { sql } from 'kysely';
import type { Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { unitsOn } from './queries.ts';
import { unitOf } from './rows.ts';
import { type Match, matchAddress, readAddress, resolve } from './rules.ts';
import type { Candidate, Resolution, Unit } from './schema.ts';
import type { UnitRow } from './tables.ts';

/** An old place: its code (commune, district or province), or an address in words. */
export type OldPlace = { readonly code: string } | { readonly text: string };

/**
 * Resolves a place as it was called on a day (the day the address was written) to the commune of today.
 * `choose` when the old unit was divided, when several units bear the name, when it was of another kind, or when only a
 * district is known.
 */
export async function resolveOldPlace(look: Look, place: OldPlace, onDay: string): Promise<Resolution> {
  const { units, asWritten } =
    'code' in place
      ? { units: await unitsByCode(look, place.code, onDay), asWritten: true }
      : await unitsByText(look, place.text, onDay);
  if (units.length === 0) return { kind: 'unknown' };
  return resolve(await candidatesOf(look, units, onDay), asWritten);
}

const unitsByCode = async (look: Look, code: string, onDay: string): Promise<Unit[]> =>
  (await unitsOn(look, onDay).where('code', '=', code).execute()).map(unitOf);

async function unitsByText(look: Look, text: string, onDay: string): Promise<Match> {
  const readings = readAddress(text);
  const names = [...new Set(readings.flat().flatMap(({ name, whole }) => [name, whole]))];
  if (names.length === 0) return { units: [], asWritten: true };
  const rows = await unitsOn(look, onDay)
    .where((one) => one('name_key', '=', one.fn.any(sql<string[]>`${names}::text[]`)))
    .execute();
  return matchAddress(readings, rows.map(unitOf));
}

type Found = { readonly commune: UnitRow; readonly start: UnitRow; readonly whole: boolean };

/** Follows each unit (a district or province through its communes) from change to change until today. */
async function candidatesOf(look: Look, starts: readonly Unit[], onDay: string): Promise<Candidate[]> {
  const now = vietnamDay(look.now);
  const keys = JSON.stringify(starts.map(({ level, code, from }) => ({ level, code, valid_from: from })));
  const found = await sql<Found>`
    with recursive start as (
      select u.* from places.units u join jsonb_populate_recordset(null::places.units, ${keys}::jsonb) k
        on k.level = u.level and k.code = u.code and k.valid_from = u.valid_from
    ), part as (
      select * from start
      union
      select u.* from start s join places.units u
        on u.level = 'commune' and u.valid_from <= ${onDay}::date and (u.valid_to is null or u.valid_to >= ${onDay}::date)
       and ((s.level = 'district' and u.district = s.code) or (s.level = 'province' and u.province = s.code))
    ), chain as (
      select level, code, valid_from, valid_to, level as level0, code as code0, valid_from as from0, true as whole from part
      union
      select u.level, u.code, u.valid_from, u.valid_to, c.level0, c.code0, c.from0, c.whole and s.whole
        from chain c
        join places.successions s on s.level = c.level and s.code = c.code and s.ended = c.valid_to
        join places.units u on u.level = s.new_level and u.code = s.new_code and u.valid_from = s.began
       where c.valid_to < ${now}::date
    )
    select to_jsonb(u) as commune, to_jsonb(p) as start, bool_or(c.whole) as whole
      from chain c
      join places.units u on u.level = c.level and u.code = c.code and u.valid_from = c.valid_from
      join part p on p.level = c.level0 and p.code = c.code0 and p.valid_from = c.from0
     where c.level = 'commune' and (c.valid_to is null or c.valid_to >= ${now}::date)
     group by u.*, p.*, u.code, p.code
     order by p.code, u.code`.execute(look.tx);
  return found.rows.map(({ commune, start, whole }) => ({
    commune: unitOf(commune),
    from: unitOf(start),
    whole,
  }));
}
