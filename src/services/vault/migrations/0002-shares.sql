-- Shares of the vault, its source in more words, reminders, and what came from the national store.
alter table vault.items
  add column origin text,
  add column name text,
  add column type text not null default 'application/pdf',
  add column reminded_for date;
comment on column vault.items.origin is 'Where exactly it comes from: code of the dossier, address in the national store';
comment on column vault.items.type is 'Media type of the bytes';
comment on column vault.items.name is 'Name of an uploaded file, for documents that were accepted';
comment on column vault.items.reminded_for is 'The last day of validity for which its owner was reminded: once for each';
create index on vault.items (tenant, valid_until) where state = 'in-force' and valid_until is not null;
create unique index on vault.items (tenant, owner, origin, hash);

create table vault.shares (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  owner uuid not null,
  token text not null,
  reader text not null,
  purpose text not null,
  created_by text not null,
  created_at timestamptz not null,
  until timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant, id)
);
comment on table vault.shares is 'Links by which an owner shows one paper to one reader, for one purpose and a time';
comment on column vault.shares.token is 'SHA-256 of the token in the link; the token itself is shown once and not kept';
comment on column vault.shares.reader is 'Whom the owner gave the link to, in his own words';
create unique index on vault.shares (tenant, token);
create index on vault.shares (tenant, item, created_at desc);

grant select, insert, update on vault.shares to toantrinh;
