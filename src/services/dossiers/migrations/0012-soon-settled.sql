-- What a change of a dossier leaves behind is cleared away after a thousand changes: a fifth of all rows, which is what the server waits for, would be
-- 200,000 in a year of a province. Vacuum passes over pages that have not changed, so it costs little however large the table is.
do $$
declare part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'dossiers.dossiers'::regclass loop
    execute format('alter table %s set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)', part);
  end loop;
end $$;
