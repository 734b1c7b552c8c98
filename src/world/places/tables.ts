/** Tables of this room, as its queries see them. */
import type { Geometry, Kind, Level } from './schema.ts';

export type UnitRow = {
  level: Level;
  code: string;
  valid_from: string;
  valid_to: string | null;
  kind: Kind;
  name: string;
  full_name: string;
  name_en: string;
  full_name_en: string;
  province: string | null;
  district: string | null;
  name_key: string;
  search: string;
  area_km2: number | null;
  population: number | null;
  lon: number | null;
  lat: number | null;
  centre: string | null;
  formed_from: string | null;
  basis: string;
  invented: boolean;
};

export type SuccessionRow = {
  level: Level;
  code: string;
  ended: string;
  new_level: Level;
  new_code: string;
  began: string;
  whole: boolean;
  basis: string;
};

export type PlaceTables = {
  'places.units': UnitRow;
  'places.successions': SuccessionRow;
  'places.boundaries': { level: Level; code: string; valid_from: string; geometry: Geometry; source: string };
};
