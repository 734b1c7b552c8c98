-- Access (truy cập): accounts, sessions, security log. Requirement E1; Decree 331/2026, level 3.
create schema access;
grant usage on schema access to toantrinh;

create table access.accounts (
  tenant smallint not null,
  id uuid not null,
  kind text not null check (kind in ('citizen', 'officer')),
  person uuid,
  login text not null,
  name text not null,
  password text,
  totp text,
  failures integer not null default 0,
  locked_until timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, kind, login)
);
comment on table access.accounts is 'Accounts (tài khoản) of citizens and officers';
comment on column access.accounts.person is 'The person of the people room; for officers the person who holds the posts';
comment on column access.accounts.login is 'Personal number for citizens, sign-in name for officers';
comment on column access.accounts.password is 'argon2id, officers only: citizens sign in at the national identity';
comment on column access.accounts.totp is 'Secret of the second factor, base32';
comment on column access.accounts.locked_until is 'Locked after failed attempts until this moment';

create table access.sessions (
  tenant smallint not null,
  id text not null,
  account uuid not null,
  assurance smallint not null,
  organisation uuid,
  mandate uuid,
  post uuid,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  agent text not null,
  primary key (tenant, id)
);
comment on table access.sessions is 'Sessions: the cookie holds a random token, here stands only its SHA-256';
comment on column access.sessions.assurance is 'Level of assurance of this sign-in, checked by us (acr)';
comment on column access.sessions.organisation is 'Organisation the person acts for in this session';
comment on column access.sessions.post is 'Post in which the officer works in this session';
create index on access.sessions (tenant, account) where ended_at is null;

create table access.security_log (
  tenant smallint not null,
  id uuid not null,
  at timestamptz not null,
  account uuid,
  what text not null,
  address text not null,
  agent text not null,
  primary key (tenant, id)
);
comment on table access.security_log is 'Security log (nhật ký an toàn): sign-ins, failures, locks, ended sessions; kept at least 12 months';
create index on access.security_log (tenant, account, at desc);

grant select, insert, update on access.accounts, access.sessions to toantrinh;
grant select, insert on access.security_log to toantrinh;
