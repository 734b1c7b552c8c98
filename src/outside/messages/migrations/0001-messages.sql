-- Messages (tin nhắn, thông báo): what we tell people, how it reached them, and letters about a matter (P3, B9; Decree 224/2026 art. 15).
create schema messages;
grant usage on schema messages to toantrinh;

create table messages.notices (
  tenant smallint not null,
  id uuid not null,
  recipient uuid not null,
  recipient_kind text not null check (recipient_kind in ('person', 'organisation')),
  item uuid,
  code text,
  event text not null,
  title jsonb not null,
  body jsonb not null,
  path text,
  at timestamptz not null,
  read_at timestamptz,
  primary key (tenant, id)
);
comment on table messages.notices is 'Notices to persons and organisations, in both languages; always readable here, whatever else carried them';
comment on column messages.notices.recipient is 'Person or organisation it is for';
comment on column messages.notices.item is 'What it is about: item of the record';
comment on column messages.notices.event is 'The event that made it: dossier.accept …';
comment on column messages.notices.path is 'Page where one goes on';
comment on column messages.notices.read_at is 'When it was first opened here';
create index on messages.notices (tenant, recipient, at desc);
create index on messages.notices (tenant, recipient) where read_at is null;
create index on messages.notices (tenant, item) where item is not null;

create table messages.deliveries (
  tenant smallint not null,
  id uuid not null,
  notice uuid not null,
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  language text not null check (language in ('vi', 'en')),
  state text not null check (state in ('waiting', 'sent', 'delivered', 'failed')),
  tries integer not null default 0,
  ref text,
  problem text,
  at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, id)
);
comment on table messages.deliveries is 'Ledger of what was sent: one line per notice and channel';
comment on column messages.deliveries.address is 'E-mail address or telephone number it went to';
comment on column messages.deliveries.state is 'waiting · sent: taken by the carrier · delivered: the carrier says so (SMS) · failed: for good';
comment on column messages.deliveries.ref is 'Number that the carrier gave it';
comment on column messages.deliveries.problem is 'Why it failed or waits, for the administrator';
create index on messages.deliveries (tenant, notice);
create index on messages.deliveries (tenant, at desc);

create table messages.wishes (
  tenant smallint not null,
  owner uuid not null,
  email boolean not null,
  sms boolean not null,
  language text not null check (language in ('vi', 'en')),
  primary key (tenant, owner)
);
comment on table messages.wishes is 'How somebody wants to be told besides here; without a line: by e-mail, and by SMS when it matters, in Vietnamese';

create table messages.threads (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  code text not null,
  primary key (tenant, id),
  unique (tenant, item)
);
comment on table messages.threads is 'The exchange of letters about one matter';

create table messages.letters (
  tenant smallint not null,
  id uuid not null,
  thread uuid not null,
  from_kind text not null check (from_kind in ('citizen', 'officer')),
  account uuid,
  agency uuid,
  name text not null,
  body text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, thread) references messages.threads
);
comment on table messages.letters is 'Letters between a person and the officers who work on their matter';
comment on column messages.letters.read_at is 'When the other side first opened it';
create index on messages.letters (tenant, thread, at);

grant select, insert, update on messages.notices, messages.deliveries, messages.threads, messages.letters to toantrinh;
grant select, insert, update, delete on messages.wishes to toantrinh;
