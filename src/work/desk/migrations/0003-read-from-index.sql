-- The inbox is read from its indexes alone, also where words are sought, and each open item lies in those of its holder or of its role, not in both.
-- What is searched has indexes of its own: in the others it would only make every page of the inbox longer.
drop index desk.work_of_holder;
drop index desk.work_of_role;
update desk.work set search = left(search, 500) where closed_at is null and length(search) > 500;
create index work_of_holder on desk.work (tenant, holder, order_at, id)
  include (item, room, kind, agency, unit, role, party, code, title, subject, step, ref, due_at, paused_for, opened_at)
  where closed_at is null and holder is not null;
create index work_of_role on desk.work (tenant, agency, role, order_at, id)
  include (item, room, kind, unit, holder, party, code, title, subject, step, ref, due_at, paused_for, opened_at)
  where closed_at is null and holder is null;
create index work_sought_of_holder on desk.work (tenant, holder, order_at, id)
  include (search, item, room, kind, agency, unit, role, party, code, title, subject, step, ref, due_at, paused_for, opened_at)
  where closed_at is null and holder is not null;
create index work_sought_of_role on desk.work (tenant, agency, role, order_at, id)
  include (search, item, room, kind, unit, holder, party, code, title, subject, step, ref, due_at, paused_for, opened_at)
  where closed_at is null and holder is null;
-- An index tells what a row holds only once its page is known to be settled: vacuum comes after so many changes, however large the table has grown.
alter table desk.work set (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 2000
);
