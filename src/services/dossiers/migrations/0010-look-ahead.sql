-- When to look whether a running dossier can still be in time: after each act on it, and then when its steps ahead would begin too late.
alter table dossiers.dossiers add column look_ahead_at timestamptz;
comment on column dossiers.dossiers.look_ahead_at is 'When lateness may become foreseeable if nothing happens until then; null: nothing to foresee';
create index open_by_look on dossiers.dossiers (tenant, look_ahead_at) where look_ahead_at is not null;
update dossiers.dossiers set look_ahead_at = now()
 where ended_at is null and decided_at is null and apologies = 0 and state in ('accepted', 'processing');
