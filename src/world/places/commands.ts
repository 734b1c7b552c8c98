import { own, type Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { openItem, step } from '../../ground/record/index.ts';
import { bringInLine, dayBefore, type Brought } from '../law/index.ts';
import type { Places } from './import.ts';
import { unitsOn } from './queries.ts';
import { successionRow, unitOf, unitRow } from './rows.ts';
import { rearrangementProblems } from './rules.ts';
import type { Geometry, Level, Succession, Unit } from './schema.ts';
import type { PlaceTables } from './tables.ts';

/** What an import of places did. */
export type PlacesImported = { readonly units: Brought; readonly successions: Brought };

const isNews = (brought: Brought): boolean => brought.added + brought.changed > 0;

/** Imports administrative units and what became of them (nhập danh mục đơn vị hành chính). Repeating it changes nothing. */
export async function importPlaces(act: Act, places: Places): Promise<PlacesImported> {
  const tables = own<PlaceTables>(act.tx);
  const heldUnits = await tables.selectFrom('places.units').selectAll().execute();
  const heldSuccessions = await tables.selectFrom('places.successions').selectAll().execute();
  const units = rowsOf(places.units);
  const lines = places.successions.map(successionRow);
  const { writes } = act;
  const key = ['level', 'code', 'ended', 'new_level', 'new_code'];
  const imported: PlacesImported = {
    units: bringInLine(writes, 'places.units', ['level', 'code', 'valid_from'], heldUnits, units),
    successions: bringInLine(writes, 'places.successions', key, heldSuccessions, lines),
  };
  if (isNews(imported.units) || isNews(imported.successions)) {
    step(act, openItem(act, 'import'), { act: 'places.import', visible: 'inside', after: imported });
  }
  return imported;
}

/** Units as rows; the search text of each names the district and province it lay in. */
function rowsOf(units: readonly Unit[]) {
  const nameOf = new Map(units.map((unit) => [`${unit.level} ${unit.code} ${unit.from}`, unit.fullName]));
  return units.map((unit) => {
    const district =
      unit.district === null ? undefined : nameOf.get(`district ${unit.district} ${unit.from}`);
    const province =
      unit.province === null ? undefined : nameOf.get(`province ${unit.province} ${unit.from}`);
    return unitRow(
      unit,
      [district, province].filter((name) => name !== undefined),
    );
  });
}

/** A GeoJSON file of boundaries; each feature names its unit in `properties.code`. */
export type Boundaries = {
  readonly features: readonly {
    readonly properties: { readonly code: string };
    readonly geometry: Geometry;
  }[];
};

/** Imports boundaries of the communes of a day. Throws Invalid for a code that no commune had then. */
export async function importBoundaries(
  act: Act,
  file: Boundaries,
  source: string,
  onDay: string,
): Promise<Brought> {
  const level: Level = 'commune';
  const units = await unitsOn(act, onDay).where('level', '=', level).execute();
  const validFrom = new Map(units.map((unit) => [unit.code, unit.valid_from]));
  const rows = file.features.map(({ properties: { code }, geometry }) => {
    const valid_from = validFrom.get(code);
    if (valid_from === undefined) {
      const message = { vi: `Không có xã mã ${code}.`, en: `There is no commune with the code ${code}.` };
      throw new Invalid([{ field: 'properties.code', message }]);
    }
    return { level, code, valid_from, geometry, source };
  });
  const held = await own<PlaceTables>(act.tx).selectFrom('places.boundaries').selectAll().execute();
  const brought = bringInLine(act.writes, 'places.boundaries', ['level', 'code', 'valid_from'], held, rows);
  if (isNews(brought)) {
    step(act, openItem(act, 'import'), {
      act: 'places.import-boundaries',
      visible: 'inside',
      after: brought,
    });
  }
  return brought;
}

/** A rearrangement: which units end, which begin, and what becomes of what. */
export type Rearrangement = {
  readonly level: Level;
  /** Codes of the units that end the day before `on`. A unit that is renamed ends and begins. */
  readonly ended: readonly string[];
  readonly begun: readonly Omit<Unit, 'from' | 'to' | 'basis' | 'level'>[];
  readonly becomes: readonly { readonly code: string; readonly newCode: string; readonly whole: boolean }[];
  readonly on: string;
  readonly basis: string;
};

/**
 * Rearranges administrative units on a day (thành lập, nhập, chia, đổi tên, đổi loại đơn vị hành chính): the old ones end,
 * the new ones begin, and old addresses follow. Throws Invalid, or Conflict when a unit to be ended does not exist then or
 * a code is another's.
 */
export async function rearrange(
  act: Act,
  { level, ended, begun, becomes, on, basis }: Rearrangement,
): Promise<void> {
  const last = dayBefore(on);
  const held = await unitsOn(act, last)
    .where('level', '=', level)
    .where('code', 'in', [...ended, ''])
    .execute();
  if (
    held.length !== new Set(ended).size ||
    held.some(({ valid_from, valid_to }) => valid_to !== null || valid_from > last)
  ) {
    throw new Conflict({
      vi: 'Có đơn vị không tồn tại, hoặc đã kết thúc vào ngày này.',
      en: 'A unit does not exist, or has ended already by this day.',
    });
  }
  const taken = await unitsOn(act, on)
    .where('level', '=', level)
    .where('code', 'in', [...begun.map(({ code }) => code), ''])
    .execute();
  const stranger = taken.find(({ code }) => !ended.includes(code));
  if (stranger) {
    throw new Conflict({
      vi: `Mã ${stranger.code} đang là của ${stranger.full_name}. Nếu đơn vị này nhận thêm đất hoặc đổi tên, hãy ghi cả việc nó kết thúc.`,
      en: `The code ${stranger.code} belongs to ${stranger.full_name_en}. If that unit grows or is renamed, enter that it ends as well.`,
    });
  }
  const units = begun.map((unit): Unit => ({ ...unit, level, from: on, to: null, basis }));
  const lines = becomes.map(({ code, newCode, whole }): Succession => ({
    level,
    code,
    ended: last,
    newLevel: level,
    newCode,
    began: on,
    whole,
    basis,
  }));
  const problems = rearrangementProblems(held.map(unitOf), units, lines);
  if (problems.length > 0) throw new Invalid(problems);
  for (const { code, valid_from } of held) {
    update(act.writes, 'places.units', { level, code, valid_from }, { valid_to: last });
  }
  const provinces = await unitsOn(act, on).where('level', '=', 'province').execute();
  for (const unit of units) {
    const province = provinces.find(({ code }) => code === unit.province);
    insert(act.writes, 'places.units', unitRow(unit, province ? [province.full_name] : []));
  }
  for (const line of lines) insert(act.writes, 'places.successions', successionRow(line));
  const before = held.map(unitOf);
  step(act, openItem(act, 'places'), {
    act: 'places.rearrange',
    visible: 'public',
    before,
    after: { units, lines },
  });
}
