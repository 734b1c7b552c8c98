-- Which dossiers are about the same matter (hồ sơ trùng): found by what identifies it, whichever agency and channel they came by.
create table dossiers.matter_keys (
  tenant smallint not null,
  key text not null,
  dossier uuid not null,
  primary key (tenant, key, dossier)
);
comment on table dossiers.matter_keys is 'Dossiers by the answers that identify their matter, as the procedure says';
comment on column dossiers.matter_keys.key is 'Digest of the name of the matter and of the answers: tells whether two are the same, not what they are';
grant select, insert, delete on dossiers.matter_keys to toantrinh;
