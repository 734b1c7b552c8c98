-- The catalogue of procedures (danh mục thủ tục hành chính): versions with effective dates, in two layers.
create extension if not exists pg_trgm;
create schema catalogue;
grant usage on schema catalogue to toantrinh;

create table catalogue.procedures (
  tenant smallint not null,
  code text not null,
  item uuid not null,
  imported text,
  hand_made text[] not null default '{}',
  primary key (tenant, code)
);
comment on table catalogue.procedures is 'A procedure through all its versions';
comment on column catalogue.procedures.item is 'Its item of the record';
comment on column catalogue.procedures.imported is 'Hash of the national content that was imported last: an import that changes nothing makes no version';
comment on column catalogue.procedures.hand_made is 'Parts of the national layer that were worked out here and that no import replaces: methods, groups, results, steps, agencies …';

create table catalogue.versions (
  tenant smallint not null,
  code text not null,
  version integer not null,
  state text not null check (state in ('draft', 'reviewed', 'published')),
  origin text not null check (origin in ('written', 'imported')),
  valid_from date not null,
  valid_to date,
  name text not null,
  domain text not null,
  national jsonb not null,
  local jsonb not null,
  hash text not null,
  based_on integer,
  cause text,
  created_at timestamptz not null,
  created_by uuid,
  reviewed_by uuid,
  reviewed_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  primary key (tenant, code, version)
);
comment on table catalogue.versions is 'Versions of procedures; a dossier stays with the version it was accepted under';
comment on column catalogue.versions.state is 'A published version whose valid_to has come is replaced';
comment on column catalogue.versions.origin is 'Written here, or imported from the national catalogue';
comment on column catalogue.versions.national is 'The national procedure as published: read-only';
comment on column catalogue.versions.local is 'What the province adds: shorter limit, agencies, fees, form, process';
comment on column catalogue.versions.hash is 'Hash of the national layer';
comment on column catalogue.versions.based_on is 'The version that a draft began from: publishing fails when another has come since';
comment on column catalogue.versions.cause is 'Why there is this version: the legal text or decision';
comment on column catalogue.versions.reviewed_by is 'Null while nobody here has read an imported version';
create index in_force on catalogue.versions (tenant, code, valid_from) where state = 'published';
create unique index one_draft on catalogue.versions (tenant, code) where state in ('draft', 'reviewed');
create index drafts on catalogue.versions (tenant, created_at) where state in ('draft', 'reviewed');

create table catalogue.listing (
  tenant smallint not null,
  code text not null,
  version integer not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  name_en text,
  sort_name text not null,
  domain text not null,
  publisher text not null,
  agency text not null,
  levels text[] not null,
  audience text[] not null,
  topics text[] not null,
  life_events text[] not null,
  online boolean not null,
  worked_out boolean not null,
  reviewed boolean not null,
  words text not null,
  terms tsvector not null,
  primary key (tenant, code, version)
);
comment on table catalogue.listing is 'What lists and the search need of every published version; made anew with each version';
comment on column catalogue.listing.sort_name is 'Key of the Vietnamese order of names';
comment on column catalogue.listing.worked_out is 'It has an interactive form here';
comment on column catalogue.listing.words is 'Domain, results and keywords, for ranking';
comment on column catalogue.listing.terms is 'Folded syllables and pairs of syllables: A of the name, B of the domain, C of results and keywords';
alter table catalogue.listing alter column terms set storage external;
alter table catalogue.listing set (toast_tuple_target = 8160);
create index listing_terms on catalogue.listing using gin (terms) with (fastupdate = off);
create index listing_names on catalogue.listing (tenant, sort_name, code);

create table catalogue.terms (
  tenant smallint not null,
  term text not null,
  docs integer not null,
  primary key (tenant, term)
) with (fillfactor = 60);
comment on table catalogue.terms is 'How many procedures have a syllable or pair of syllables; the term «» counts the procedures. Weighs words and mends typing errors';
create index terms_alike on catalogue.terms using gin (term gin_trgm_ops);

create table catalogue.doubts (
  tenant smallint not null,
  code text not null,
  version integer not null,
  n integer not null,
  field text not null,
  kind text not null,
  value text not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (tenant, code, version, n)
);
comment on table catalogue.doubts is 'Work list of the editor: fields of imported versions that an import was not sure of';
create index open_doubts on catalogue.doubts (tenant, kind, code) where settled_at is null;

grant select, insert, update on all tables in schema catalogue to toantrinh;
-- Only drafts are ever removed; the record keeps what they said.
grant delete on catalogue.versions to toantrinh;
