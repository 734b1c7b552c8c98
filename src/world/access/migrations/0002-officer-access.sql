-- Access of officers (tài khoản cán bộ) at level 3: passkeys, the agency's own identity, suspension, activation, review
-- (Decree 331/2026, art. 13; TCVN 14423:2026).
alter table access.accounts
  add column provider text,
  add column totp_step bigint not null default 0,
  add column suspended_for text check (suspended_for in ('idle', 'administrator')),
  add column signed_in_at timestamptz,
  add column password_set_at timestamptz,
  add column reviewed_at timestamptz,
  add column search text not null default '',
  add column activation text,
  add column activation_until timestamptz;
comment on column access.accounts.provider is 'Id of the agency''s own identity provider by which alone this account signs in; null: password or passkey';
comment on column access.accounts.totp_step is 'Last thirty-second step whose code was used: a code is good once';
comment on column access.accounts.suspended_for is 'Nobody may sign in until an administrator opens it again: not used for 45 days, or decided by an administrator';
comment on column access.accounts.reviewed_at is 'When an administrator last confirmed that the account is still needed (every six months)';
comment on column access.accounts.activation is 'SHA-256 of the code with which the officer sets password and second factor, once';
update access.accounts set search = lower(login || ' ' || name);
comment on column access.accounts.search is 'Sign-in name and name, without diacritics';
create index accounts_by_name on access.accounts (tenant, kind, name, id);

alter table access.sessions add column method text;
comment on column access.sessions.method is 'How the person signed in: vneid, password, passkey, agency';

alter table access.security_log add column by_account uuid, add column detail text;
comment on column access.security_log.by_account is 'Who did it, when an administrator did it to the account';
create index on access.security_log (tenant, at desc, id desc);

create table access.passkeys (
  tenant smallint not null,
  id text not null,
  account uuid not null,
  public_key text not null,
  counter bigint not null,
  transports text not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant, id)
);
comment on table access.passkeys is 'Passkeys (khóa truy cập, WebAuthn) of officers: the public half of a key that never leaves its device';
comment on column access.passkeys.public_key is 'COSE key, base64url';
create index on access.passkeys (tenant, account);

create table access.challenges (
  tenant smallint not null,
  id uuid not null,
  challenge text not null,
  account uuid,
  used boolean not null default false,
  expires_at timestamptz not null,
  primary key (tenant, id)
);
comment on table access.challenges is 'Random questions put to passkeys, each good once and for five minutes';

create table access.old_passwords (
  tenant smallint not null,
  account uuid not null,
  set_at timestamptz not null,
  hash text not null,
  primary key (tenant, account, set_at)
);
comment on table access.old_passwords is 'Passwords used before (argon2id), so that the last ten are not used again';

grant select, insert, update, delete on access.passkeys, access.challenges to toantrinh;
grant select, insert, delete on access.old_passwords to toantrinh;
