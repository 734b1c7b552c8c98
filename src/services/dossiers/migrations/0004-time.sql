-- How far the ladder of warnings has gone, and the finished dossiers from which the usual time is told.
alter table dossiers.dossiers add column escalated smallint not null default 0;
comment on column dossiers.dossiers.escalated is 'Warnings given: 1 the case officer, 2 the leader, 3 the head of the one-stop unit; each once';
create index on dossiers.dossiers (tenant, procedure, decided_at desc) where decided_at is not null;
