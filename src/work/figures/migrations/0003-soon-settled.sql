-- A month of a hundred agencies lies on half as many pages: two fifths of a page filled leave room for sixteen versions of a row beside it, and what was
-- counted is cleared away after 200 changes, however large the table has grown, so that a row stays where it is also in the busiest hour.
alter table figures.monthly set (fillfactor = 40, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
alter table figures.standing set (fillfactor = 40, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);
alter table figures.daily set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
-- In the order in which pages read them; also those that are there already.
cluster figures.monthly using monthly_pkey;
cluster figures.standing using standing_pkey;
