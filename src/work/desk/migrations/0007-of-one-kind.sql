-- What waits of one kind is read from its own part of an index: among all that waits in a large agency it would have to be picked out. What one
-- officer holds is little however large the province is, so only what waits for a role lies here. Words are sought in the order of due dates, by
-- the index that holds them.
create index work_of_kind on desk.work (tenant, agency, role, room, kind, order_at, id)
  include (item, unit, holder, party, code, title, subject, step, ref, due_at, paused_for, opened_at)
  where closed_at is null and holder is null;
