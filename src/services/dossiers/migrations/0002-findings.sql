-- What officers found in the course of the process (ngày vào sổ, số quyển …): printed in results, never asked of the person.
alter table dossiers.dossiers add column found jsonb not null default '{}';
comment on column dossiers.dossiers.found is 'What officers found, by name as the procedure maps it into its result';
