/** Between rows of the tables and the types of the room. */
import { nfc } from '../../ground/text/fold.ts';
import { nameKey } from './rules.ts';
import type { Succession, Unit } from './schema.ts';
import type { SuccessionRow, UnitRow } from './tables.ts';

/** A row as a unit. */
export const unitOf = (row: UnitRow): Unit => ({
  level: row.level,
  code: row.code,
  from: row.valid_from,
  to: row.valid_to,
  kind: row.kind,
  name: row.name,
  fullName: row.full_name,
  nameEn: row.name_en,
  fullNameEn: row.full_name_en,
  province: row.province,
  district: row.district,
  areaKm2: row.area_km2,
  population: row.population,
  lon: row.lon,
  lat: row.lat,
  centre: row.centre,
  formedFrom: row.formed_from,
  basis: row.basis,
  invented: row.invented,
});

/** A unit as a row; `above` are the full names of the units it lies in, which a search may name too. */
export const unitRow = (unit: Unit, above: readonly string[]): UnitRow => ({
  level: unit.level,
  code: unit.code,
  valid_from: unit.from,
  valid_to: unit.to,
  kind: unit.kind,
  name: nfc(unit.name),
  full_name: nfc(unit.fullName),
  name_en: unit.nameEn,
  full_name_en: unit.fullNameEn,
  province: unit.province,
  district: unit.district,
  name_key: nameKey(unit.name),
  search: nameKey([unit.fullName, ...above].join(' ')),
  area_km2: unit.areaKm2,
  population: unit.population,
  lon: unit.lon,
  lat: unit.lat,
  centre: unit.centre,
  formed_from: unit.formedFrom,
  basis: unit.basis,
  invented: unit.invented,
});

/** A succession as a row. */
export const successionRow = (line: Succession): SuccessionRow => ({
  level: line.level,
  code: line.code,
  ended: line.ended,
  new_level: line.newLevel,
  new_code: line.newCode,
  began: line.began,
  whole: line.whole,
  basis: line.basis,
});
