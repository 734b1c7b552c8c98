/** Tables of this room, as its queries see them. */
import type { Contact, OrganisationKind, Relationship } from './schema.ts';

export type PersonRow = {
  tenant: number;
  id: string;
  number: string | null;
  name: string;
  born: string | null;
  sex: string;
  ethnicity: string | null;
  nationality: string;
  commune: string | null;
  address: string | null;
  died: string | null;
  source: string;
  version: number;
  name_key: string;
};
export type OrganisationRow = {
  tenant: number;
  id: string;
  number: string;
  name: string;
  name_en: string;
  kind: OrganisationKind;
  commune: string | null;
  address: string | null;
  established: string | null;
  dissolved: string | null;
  source: string;
  version: number;
  name_key: string;
};
export type PeopleTables = {
  'people.persons': PersonRow;
  'people.papers': {
    tenant: number;
    person: string;
    kind: string;
    number: string;
    issued: string | null;
    expires: string | null;
    issuer: string | null;
  };
  'people.relationships': {
    tenant: number;
    person: string;
    relative: string;
    kind: Relationship['kind'];
    valid_from: string | null;
    valid_to: string | null;
    source: string;
  };
  'people.organisations': OrganisationRow;
  'people.contacts': {
    tenant: number;
    owner: string;
    owner_kind: Contact['ownerKind'];
    kind: Contact['kind'];
    value: string;
    preferred: boolean;
    verified_at: Date | null;
    ended_at: Date | null;
  };
  'people.consents': {
    tenant: number;
    id: string;
    person: string;
    purpose: string;
    basis: string;
    given_at: Date;
    withdrawn_at: Date | null;
  };
  'people.restrictions': {
    tenant: number;
    id: string;
    person: string;
    about: string;
    basis: string;
    began_at: Date;
    ended_at: Date | null;
  };
  'people.refusals': {
    tenant: number;
    id: string;
    person: string;
    service: string | null;
    refused_at: Date;
    withdrawn_at: Date | null;
    reason: string | null;
  };
};
