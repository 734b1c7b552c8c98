-- The order in which events were announced: their moment is the one of the request, and one act announces several.
alter table jobs.events add column written_at timestamptz not null default clock_timestamp();
comment on column jobs.events.written_at is 'When the row was written: acts on one item wait for each other, so this is the order of the item';
drop index jobs.events_waiting;
create index events_waiting on jobs.events (due_at, written_at) where not sent;
