-- Files (tệp tin): the bytes lie in the store under their hash; here stands what they are called and what was found.
create schema files;
grant usage on schema files to toantrinh;

create table files.files (
  tenant smallint not null,
  id uuid not null,
  hash text not null,
  size bigint not null,
  type text not null,
  name text not null,
  owner uuid,
  at timestamptz not null,
  scan text not null check (scan in ('waiting', 'clean', 'infected', 'unscanned')),
  primary key (tenant, id)
);
comment on table files.files is 'Files taken in, by id; several may share the same bytes';
comment on column files.files.hash is 'SHA-256 of the bytes, hex: the name in the store';
comment on column files.files.type is 'Media type found by looking at the bytes, not as declared';
comment on column files.files.owner is 'Account that brought it; null: the platform';
comment on column files.files.scan is 'Virus scan: waiting, clean, infected, or unscanned where no scanner is configured';
create index on files.files (tenant, hash);

create table files.verdicts (
  tenant smallint not null,
  hash text not null,
  kind text not null,
  verdict jsonb not null,
  at timestamptz not null,
  primary key (tenant, hash, kind)
);
comment on table files.verdicts is 'Results of slow checks (signature, legibility), bound to the hash of the bytes';

grant select, insert, update, delete on files.files, files.verdicts to toantrinh;
