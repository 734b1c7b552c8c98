-- Copies of what other systems keep are counted, each fact once: at the agency and by the dates that were told first.
alter table exchange.mirrored
  add column counted_for uuid,
  add column outcome text check (outcome in ('on-time', 'late', 'over'));
comment on column exchange.mirrored.counted_for is 'Agency for which it is counted, zeros: one that is none of ours; null: not counted yet';
comment on column exchange.mirrored.outcome is 'How it ended, as it is counted: on-time · late · over (refused, withdrawn, stopped)';
