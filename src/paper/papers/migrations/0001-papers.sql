-- Papers (văn bản, giấy tờ do cơ quan ban hành): from draft to issue, and after it as long as they are in force.
create schema papers;
grant usage on schema papers to toantrinh;

create table papers.papers (
  tenant smallint not null,
  id uuid not null,
  item uuid,
  code text not null,
  template text not null,
  template_version text not null,
  title text not null,
  result_code text,
  state text not null check (state in ('draft', 'signed', 'numbered', 'issued', 'revoked', 'superseded')),
  agency uuid not null,
  agency_name text not null,
  owner uuid,
  owner_organisation uuid,
  owner_name text not null,
  data jsonb not null,
  places jsonb,
  signer_post uuid,
  signer_name text,
  book text not null,
  number integer,
  symbol text,
  issued_on date,
  valid_until date,
  hash text,
  size bigint,
  signed_at timestamptz,
  issued_at timestamptz,
  ended_at timestamptz,
  ended_why text,
  replaced_by uuid,
  created_at timestamptz not null,
  primary key (tenant, id)
);
comment on table papers.papers is 'Papers that agencies issue; the signed bytes are never typeset again';
comment on column papers.papers.item is 'Item of the record it belongs to (a dossier)';
comment on column papers.papers.code is 'Code of the public check (in the square code); tells nothing by itself';
comment on column papers.papers.places is 'Places on the pages for signature, seal, number and date';
comment on column papers.papers.book is 'Book in which it gets its number';
comment on column papers.papers.hash is 'SHA-256 of the bytes as they are now in the store';
create unique index on papers.papers (tenant, code);
create index on papers.papers (tenant, item);
create index on papers.papers (tenant, hash);

grant select, insert, update on papers.papers to toantrinh;
