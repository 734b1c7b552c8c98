-- Whoever filed for another without a mandate, as parents do for a child, follows it on their own page.
create index on dossiers.dossiers (tenant, filer, submitted_at desc) where filer is not null and mandate is null;
