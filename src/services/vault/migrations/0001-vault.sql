-- The vault (Kho quản lý dữ liệu điện tử của tổ chức, cá nhân): a person's own papers (Decree 137/2024).
create schema vault;
grant usage on schema vault to toantrinh;

create table vault.items (
  tenant smallint not null,
  id uuid not null,
  owner uuid not null,
  owner_kind text not null check (owner_kind in ('person', 'organisation')),
  paper uuid,
  title text not null,
  result_code text,
  symbol text,
  issuer text not null,
  issued_on date,
  valid_until date,
  hash text not null,
  size bigint not null,
  source text not null,
  state text not null check (state in ('in-force', 'superseded', 'revoked')),
  added_at timestamptz not null,
  primary key (tenant, id)
);
comment on table vault.items is 'Papers of persons and organisations: every result, and every document that was accepted';
comment on column vault.items.owner is 'Person or organisation whose paper it is';
comment on column vault.items.paper is 'The paper that our agency issued; null when it came from elsewhere';
comment on column vault.items.source is 'Where it comes from: a dossier, the national store';
create index on vault.items (tenant, owner, added_at desc);
create unique index on vault.items (tenant, paper, owner);

grant select, insert, update on vault.items to toantrinh;
