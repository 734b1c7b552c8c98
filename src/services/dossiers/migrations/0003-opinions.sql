-- Opinions that other agencies are asked for (lấy ý kiến cơ quan phối hợp), each with its own clock.
alter table dossiers.dossiers add column opinions jsonb not null default '[]', add column opinion_due_at timestamptz;
comment on column dossiers.dossiers.opinions is 'Which agency was asked when, until when, and what came of it: open, answered, no-answer';
comment on column dossiers.dossiers.opinion_due_at is 'When the first of the open opinions is over';
create index on dossiers.dossiers (tenant, opinion_due_at) where opinion_due_at is not null;
