-- The head of an item changes with every step: what that leaves behind is cleared away after a thousand changes, not after a fifth of all items.
do $$
declare part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'record.items'::regclass loop
    execute format('alter table %s set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)', part);
  end loop;
end $$;
