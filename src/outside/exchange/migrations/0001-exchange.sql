-- Exchange (liên thông): the post room. What leaves lies here as envelopes until the other side has acknowledged it;
-- what arrives lies here until it is taken in.
create schema exchange;
grant usage on schema exchange to toantrinh;

create table exchange.lines (
  tenant smallint not null,
  carrier text not null,
  item uuid not null,
  code text not null,
  last_n integer not null,
  last_step integer not null,
  retry_at timestamptz,
  changed_at timestamptz not null,
  primary key (tenant, carrier, item)
);
comment on table exchange.lines is 'What one carrier is told about one item, in order: number of the last envelope and the last step of the record told';
comment on column exchange.lines.retry_at is 'The carrier did not answer: not tried again before';
create index on exchange.lines (tenant, carrier, changed_at desc);

create table exchange.outbox (
  tenant smallint not null,
  carrier text not null,
  item uuid not null,
  n integer not null,
  event text not null,
  service text not null,
  body jsonb not null,
  state text not null check (state in ('waiting', 'sent', 'acknowledged', 'failed')),
  tries integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  problem text,
  primary key (tenant, carrier, item, n),
  unique (tenant, carrier, event, service),
  foreign key (tenant, carrier, item) references exchange.lines (tenant, carrier, item)
);
comment on table exchange.outbox is 'Envelopes that leave (outbox): written in the act that makes them true, sent by jobs in order per item';
comment on column exchange.outbox.event is 'Event or replay that made it: the same one makes it once';
comment on column exchange.outbox.state is 'waiting · sent (tried, no answer yet) · acknowledged · failed (the other side refused it)';
create index outbox_open on exchange.outbox (tenant, carrier, state, created_at) where state <> 'acknowledged';

create table exchange.arrivals (
  tenant smallint not null,
  id uuid not null,
  system text not null,
  code text not null,
  body jsonb not null,
  state text not null check (state in ('received', 'taken', 'refused')),
  received_at timestamptz not null,
  tries integer not null default 0,
  item uuid,
  ended_at timestamptz,
  problem text,
  primary key (tenant, id),
  unique (tenant, system, code)
);
comment on table exchange.arrivals is 'Dossiers filed elsewhere that arrive here, each once by its code: received, taken in as a dossier, or refused';
comment on column exchange.arrivals.problem is 'Why it is not taken in yet, or was refused';

create table exchange.mirrored (
  tenant smallint not null,
  system text not null,
  code text not null,
  procedure text not null,
  title text not null,
  agency text not null,
  applicant_name text not null,
  person uuid,
  organisation uuid,
  status smallint not null check (status between 1 and 10),
  submitted_at timestamptz,
  accepted_at timestamptz,
  due_at timestamptz,
  ended_at timestamptz,
  told_at timestamptz not null,
  primary key (tenant, system, code)
);
comment on table exchange.mirrored is 'Dossiers of which another system keeps the record: a copy for follow-up and figures, never changed here';
comment on column exchange.mirrored.agency is 'Identifier of the agency that handles it (mã định danh)';
comment on column exchange.mirrored.status is 'National status, 1 to 10';
create index on exchange.mirrored (tenant, due_at) where ended_at is null;
create index on exchange.mirrored (tenant, person) where person is not null;

create table exchange.parcels (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  code text not null,
  order_number text not null,
  receiver jsonb,
  state text not null check (state in ('asked', 'ordered', 'collected', 'delivered', 'cancelled', 'refused')),
  tries integer not null default 0,
  asked_at timestamptz not null,
  ordered_at timestamptz,
  ended_at timestamptz,
  problem text,
  primary key (tenant, id),
  unique (tenant, order_number)
);
comment on table exchange.parcels is 'Results that go to people by public post (bưu chính công ích)';
comment on column exchange.parcels.receiver is 'Name, address and telephone of the receiver; forgotten when the parcel has arrived';
create index on exchange.parcels (tenant, item);

grant select, insert, update on exchange.lines, exchange.outbox, exchange.arrivals, exchange.mirrored, exchange.parcels to toantrinh;
