-- The indexes that words are sought in hold all that a page of the inbox shows: one buffer more for fifty rows, and one index less to write for each work item.
drop index desk.work_of_holder;
drop index desk.work_of_role;
-- An officer's page is settled sooner: vacuum passes over pages that have not changed, so it costs little however large the table is.
alter table desk.work set (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_insert_threshold = 500);
