-- Dossiers of linked procedures (liên thông): one request of the person, one dossier at each agency.
alter table dossiers.dossiers add column linked_to uuid;
comment on column dossiers.dossiers.linked_to is 'The first dossier of the same request; its code is the one the person knows. Null: it stands alone or is the first';
create index on dossiers.dossiers (tenant, linked_to) where linked_to is not null;
