-- An authorisation may be limited to a field of work: what it covers of a dossier is told by the dossier.
alter table dossiers.dossiers add column field text;
comment on column dossiers.dossiers.field is 'Lĩnh vực of its procedure on the day of submission. Told since this column is there';
