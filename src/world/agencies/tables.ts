/** Tables of this room, as its queries see them. */
import type { AgencyKind, AgencyLevel, Change, HoldingKind, Rank, Role, Unit } from './schema.ts';

export type AgencyRow = {
  tenant: number;
  id: string;
  identifier: string;
  name: string;
  name_en: string;
  short: string;
  kind: AgencyKind;
  level: AgencyLevel;
  regime: 'head' | 'collective';
  parent: string | null;
  place: string | null;
  head_title: string | null;
  established: string;
  abolished: string | null;
  basis: string;
  phone: string | null;
  email: string | null;
  address: string | null;
  search: string;
};

type Lasting = { valid_from: string; valid_to: string | null };

export type IdentifierRow = Lasting & {
  tenant: number;
  identifier: string;
  agency: string;
  form: 'root-first' | 'leaf-first';
};
export type ChangeRow = {
  tenant: number;
  agency: string;
  on_day: string;
  kind: Change['kind'];
  name_before: string | null;
  name_en_before: string | null;
  parent_before: string | null;
  basis: string;
};
export type AgencySuccessionRow = {
  tenant: number;
  agency: string;
  successor: string;
  field: string;
  place: string;
  began: string;
  basis: string;
};
export type UnitRow = Lasting & {
  tenant: number;
  id: string;
  agency: string;
  parent: string | null;
  name: string;
  name_en: string;
  kind: Unit['kind'];
  basis: string | null;
};
export type PostRow = Lasting & {
  tenant: number;
  id: string;
  agency: string;
  unit: string | null;
  title: string;
  title_en: string;
  rank: Rank;
  roles: readonly Role[];
  fields: readonly string[] | null;
};
export type OfficerRow = {
  tenant: number;
  person: string;
  name: string;
  sex: string | null;
  staff_number: string | null;
  phone: string | null;
  email: string | null;
  search: string;
};
export type HoldingRow = Lasting & {
  tenant: number;
  post: string;
  person: string;
  kind: HoldingKind;
  basis: string | null;
};

export type AgencyTables = {
  'agencies.agencies': AgencyRow;
  'agencies.identifiers': IdentifierRow;
  'agencies.changes': ChangeRow;
  'agencies.successions': AgencySuccessionRow;
  'agencies.units': UnitRow;
  'agencies.posts': PostRow;
  'agencies.officers': OfficerRow;
  'agencies.holdings': HoldingRow;
};
