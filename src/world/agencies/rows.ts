/** Between rows of the tables and the types of the room. */
import { fold, nfc } from '../../ground/text/fold.ts';
import { leafFirst, parseIdentifier, rootFirst } from './identifier.ts';
import type { Agency, AgencySuccession, Change, Holding, Officer, Post, Unit } from './schema.ts';
import type {
  AgencyRow,
  AgencySuccessionRow,
  ChangeRow,
  HoldingRow,
  IdentifierRow,
  OfficerRow,
  PostRow,
  UnitRow,
} from './tables.ts';

export const agencyOf = (row: AgencyRow): Agency => ({
  id: row.id,
  identifier: row.identifier,
  name: { vi: row.name, en: row.name_en },
  short: row.short,
  kind: row.kind,
  level: row.level,
  regime: row.regime,
  parent: row.parent,
  place: row.place,
  headTitle: row.head_title,
  established: row.established,
  abolished: row.abolished,
  basis: row.basis,
  phone: row.phone,
  email: row.email,
  address: row.address,
});

export const agencyRow = (tenant: number, agency: Agency): AgencyRow => ({
  tenant,
  id: agency.id,
  identifier: agency.identifier,
  name: nfc(agency.name.vi),
  name_en: agency.name.en,
  short: nfc(agency.short),
  kind: agency.kind,
  level: agency.level,
  regime: agency.regime,
  parent: agency.parent,
  place: agency.place,
  head_title: agency.headTitle,
  established: agency.established,
  abolished: agency.abolished,
  basis: agency.basis,
  phone: agency.phone,
  email: agency.email,
  address: agency.address,
  search: fold(`${agency.name.vi} ${agency.short}`),
});

/** The rows of an agency's identifier: as decided (root first), and leaf first where it can be written so. */
export function identifierRows(tenant: number, agency: Agency): IdentifierRow[] {
  const parts = parseIdentifier(agency.identifier);
  if (!parts) return [];
  const row = { tenant, agency: agency.id, valid_from: agency.established, valid_to: agency.abolished };
  const leaf = leafFirst(parts);
  const rows: IdentifierRow[] = [{ ...row, identifier: rootFirst(parts), form: 'root-first' }];
  if (leaf !== null) rows.push({ ...row, identifier: leaf, form: 'leaf-first' });
  return rows;
}

export const changeOf = (row: ChangeRow): Change => ({
  agency: row.agency,
  on: row.on_day,
  kind: row.kind,
  nameBefore:
    row.name_before === null ? null : { vi: row.name_before, en: row.name_en_before ?? row.name_before },
  parentBefore: row.parent_before,
  basis: row.basis,
});

export const changeRow = (tenant: number, change: Change): ChangeRow => ({
  tenant,
  agency: change.agency,
  on_day: change.on,
  kind: change.kind,
  name_before: change.nameBefore?.vi ?? null,
  name_en_before: change.nameBefore?.en ?? null,
  parent_before: change.parentBefore,
  basis: change.basis,
});

export const successionOf = (row: AgencySuccessionRow): AgencySuccession => ({
  agency: row.agency,
  successor: row.successor,
  field: row.field || null,
  place: row.place || null,
  began: row.began,
  basis: row.basis,
});

export const successionRow = (tenant: number, line: AgencySuccession): AgencySuccessionRow => ({
  tenant,
  agency: line.agency,
  successor: line.successor,
  field: line.field ?? '',
  place: line.place ?? '',
  began: line.began,
  basis: line.basis,
});

export const unitOf = (row: UnitRow): Unit => ({
  id: row.id,
  agency: row.agency,
  parent: row.parent,
  name: { vi: row.name, en: row.name_en },
  kind: row.kind,
  from: row.valid_from,
  to: row.valid_to,
});

export const unitRow = (tenant: number, unit: Unit, basis: string | null = null): UnitRow => ({
  tenant,
  id: unit.id,
  agency: unit.agency,
  parent: unit.parent,
  name: nfc(unit.name.vi),
  name_en: unit.name.en,
  kind: unit.kind,
  valid_from: unit.from,
  valid_to: unit.to,
  basis,
});

export const postOf = (row: Omit<PostRow, 'tenant'>): Post => ({
  id: row.id,
  agency: row.agency,
  unit: row.unit,
  title: { vi: row.title, en: row.title_en },
  rank: row.rank,
  roles: row.roles,
  fields: row.fields,
  from: row.valid_from,
  to: row.valid_to,
});

export const postRow = (tenant: number, post: Post): PostRow => ({
  tenant,
  id: post.id,
  agency: post.agency,
  unit: post.unit,
  title: nfc(post.title.vi),
  title_en: post.title.en,
  rank: post.rank,
  roles: post.roles,
  fields: post.fields,
  valid_from: post.from,
  valid_to: post.to,
});

export const officerOf = (row: Omit<OfficerRow, 'tenant' | 'search'>): Officer => ({
  person: row.person,
  name: row.name,
  sex: row.sex,
  staffNumber: row.staff_number,
  phone: row.phone,
  email: row.email,
});

export const officerRow = (tenant: number, officer: Officer): OfficerRow => ({
  tenant,
  person: officer.person,
  name: nfc(officer.name),
  sex: officer.sex,
  staff_number: officer.staffNumber,
  phone: officer.phone,
  email: officer.email,
  search: fold(officer.name),
});

export const holdingOf = (row: Omit<HoldingRow, 'tenant'>): Holding => ({
  post: row.post,
  person: row.person,
  kind: row.kind,
  basis: row.basis,
  from: row.valid_from,
  to: row.valid_to,
});

export const holdingRow = (tenant: number, holding: Holding): HoldingRow => ({
  tenant,
  post: holding.post,
  person: holding.person,
  kind: holding.kind,
  basis: holding.basis,
  valid_from: holding.from,
  valid_to: holding.to,
});
