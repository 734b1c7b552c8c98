-- A busy book changes with every number that is taken from it: half a page is left free for that, and cleared away after 200 numbers.
alter table numbers.books set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
