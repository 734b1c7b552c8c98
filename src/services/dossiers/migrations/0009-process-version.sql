-- A running dossier may go on by the process of a later version; its form, its limit and its fees stay those of its acceptance.
alter table dossiers.dossiers add column process_version integer;
comment on column dossiers.dossiers.process_version is 'Version whose process it was moved to; null: that of its procedure_version';
