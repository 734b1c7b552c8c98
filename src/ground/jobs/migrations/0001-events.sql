-- What was announced, and what of it each subscriber has done.
create schema jobs;
grant usage on schema jobs to toantrinh;

create table jobs.events (
  tenant smallint not null,
  id uuid not null,
  name text not null,
  item uuid not null,
  payload jsonb not null,
  at timestamptz not null,
  due_at timestamptz not null,
  sent boolean not null default false,
  primary key (tenant, id)
);
comment on table jobs.events is 'Facts announced by acts, committed together with the fact; the dispatcher makes one job per subscriber';
comment on column jobs.events.item is 'The item it is about: jobs of one item run in order';
comment on column jobs.events.due_at is 'Not before this moment (a reminder lies in the future)';
comment on column jobs.events.sent is 'True once its jobs are in the queue: a flag, because a late commit must not be passed over';
create index events_waiting on jobs.events (due_at) where not sent;

create table jobs.done (
  tenant smallint not null,
  event uuid not null,
  subscriber text not null,
  at timestamptz not null,
  primary key (tenant, event, subscriber)
);
comment on table jobs.done is 'What each subscriber has done: written in the transaction of its effect, so the effect happens once';

grant select, insert, update, delete on jobs.events, jobs.done to toantrinh;
