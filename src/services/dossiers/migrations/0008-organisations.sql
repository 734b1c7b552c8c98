-- The list of an organisation's own dossiers, newest first.
create index on dossiers.dossiers (tenant, organisation, submitted_at desc) where organisation is not null;
