-- Registries (cơ sở dữ liệu quốc gia, chuyên ngành) that we ask, and offices that give numbers (requirement B4).
create schema registries;
grant usage on schema registries to toantrinh;

create table registries.answers (
  tenant smallint not null,
  registry text not null,
  subject bytea not null,
  purpose text not null,
  answer jsonb not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant, registry, subject, purpose)
);
comment on table registries.answers is 'Answers that may be used again for the same person and purpose until they expire; then removed';
comment on column registries.answers.subject is 'Keyed hash of the number asked about';
comment on column registries.answers.purpose is 'Code of the procedure it was asked for: for another one it is asked anew';
comment on column registries.answers.at is 'When the registry said so';
create index on registries.answers (expires_at);

create table registries.requests (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  registry text not null,
  kind text not null check (kind in ('birth', 'marriage', 'death', 'household-business')),
  code text not null,
  unit text not null,
  basis text not null,
  payload jsonb,
  state text not null check (state in ('asked', 'waiting', 'answered', 'rejected')),
  numbers jsonb,
  reason text,
  tries integer not null default 0,
  asked_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, id),
  check ((state = 'answered') = (numbers is not null)),
  check (state <> 'rejected' or reason is not null)
);
comment on table registries.requests is 'Numbers that only another authority may give: personal number and entry of a birth, code of a household business';
comment on column registries.requests.code is 'Code of the dossier, under which the other side files it once';
comment on column registries.requests.unit is 'Identifier of the agency that asks (maDonVi)';
comment on column registries.requests.payload is 'What is to be registered; emptied when it is decided';
comment on column registries.requests.state is 'asked: not yet taken · waiting: taken, not decided · answered · rejected';
comment on column registries.requests.numbers is 'The numbers given, by name';
comment on column registries.requests.reason is 'Why it was rejected, in the words of the registry';
comment on column registries.requests.tries is 'How often it was sent or asked after';
create unique index requests_open on registries.requests (tenant, item, kind) where state <> 'rejected';

create table registries.checks (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  source text not null,
  person uuid,
  organisation uuid,
  purpose text not null,
  basis text not null,
  said jsonb not null,
  state text not null check (state in ('waiting', 'same', 'differs', 'unknown', 'given-up')),
  differences jsonb,
  tries integer not null default 0,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id)
);
comment on table registries.checks is 'Answers that people gave because a registry was down: held against it when it is back';
comment on column registries.checks.source is 'Source of the form that did not answer: population, civil-status …';
comment on column registries.checks.said is 'What was answered, by path of the source';
comment on column registries.checks.differences is 'Paths that differ, with what was said and what the registry says; null: none';
comment on column registries.checks.state is 'waiting · same · differs · unknown: the registry does not hold it · given-up: it never came back';
create index on registries.checks (tenant, item);

create table registries.corrections (
  tenant smallint not null,
  id uuid not null,
  person uuid not null,
  source text not null,
  path text not null,
  shown text not null,
  right_value text not null,
  why text not null,
  state text not null check (state in ('open', 'mended', 'refused')),
  answer text,
  at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id)
);
comment on table registries.corrections is 'A person says that a registry is wrong about them (Law 91/2025/QH15: right to correction)';
comment on column registries.corrections.shown is 'What the registry said';
comment on column registries.corrections.right_value is 'What it should say, in the words of the person';
create index on registries.corrections (tenant, person, at desc);

grant select, insert, update, delete on registries.answers to toantrinh;
grant select, insert, update on registries.requests, registries.checks, registries.corrections to toantrinh;
