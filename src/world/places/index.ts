export type { Candidate, Geometry, Kind, Level, Resolution, Succession, Unit } from './schema.ts';
export { national, parsePlaces, type ImportOptions, type Places } from './import.ts';
export {
  findCommunes,
  findUnit,
  getCommune,
  getProvince,
  listBoundaries,
  listCommunes,
  listProvinces,
  type CommuneSearch,
  type Shape,
} from './queries.ts';
export { resolveOldPlace, type OldPlace } from './resolve.ts';
export {
  importBoundaries,
  importPlaces,
  rearrange,
  type Boundaries,
  type PlacesImported,
  type Rearrangement,
} from './commands.ts';
