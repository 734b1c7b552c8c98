-- What was loaded from files of the program, so that a later start need not load it again.
create table ground.loaded (
  tenant smallint not null,
  what text not null,
  hash text not null,
  at timestamptz not null default now(),
  primary key (tenant, what)
);
comment on table ground.loaded is 'What was loaded from files of the program (the sample province), with the hash of those files';
comment on column ground.loaded.what is 'Name of what was loaded';
comment on column ground.loaded.hash is 'SHA-256 of the files it was loaded from: other files are loaded again';
grant select, insert, update on ground.loaded to toantrinh;
