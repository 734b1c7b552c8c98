/** Between rows of the tables and the types of the room. */
import { nfc } from '../../ground/text/fold.ts';
import { searchKey } from './rules.ts';
import type { Organisation, Person } from './schema.ts';
import type { OrganisationRow, PersonRow } from './tables.ts';

/** Columns of a person; not the search vector, which nobody reads. */
export const personColumns = [
  'id',
  'number',
  'name',
  'born',
  'sex',
  'ethnicity',
  'nationality',
  'commune',
  'address',
  'died',
  'source',
  'version',
] as const;

/** Columns of an organisation. */
export const organisationColumns = [
  'id',
  'number',
  'name',
  'name_en',
  'kind',
  'commune',
  'address',
  'established',
  'dissolved',
  'source',
  'version',
] as const;

export const personRow = (tenant: number, person: Person): PersonRow => ({
  tenant,
  id: person.id,
  number: person.number,
  name: nfc(person.name),
  born: person.born,
  sex: person.sex,
  ethnicity: person.ethnicity,
  nationality: person.nationality,
  commune: person.commune,
  address: person.address,
  died: person.died,
  source: person.source,
  version: person.version,
  name_key: searchKey(person.name),
});

export const organisationOf = ({
  name_en: nameEn,
  ...row
}: Omit<OrganisationRow, 'tenant' | 'name_key'>): Organisation => ({
  ...row,
  nameEn,
});

export const organisationRow = (tenant: number, organisation: Organisation): OrganisationRow => ({
  tenant,
  id: organisation.id,
  number: organisation.number,
  name: nfc(organisation.name),
  name_en: organisation.nameEn,
  kind: organisation.kind,
  commune: organisation.commune,
  address: organisation.address,
  established: organisation.established,
  dissolved: organisation.dissolved,
  source: organisation.source,
  version: organisation.version,
  name_key: searchKey(organisation.name),
});
