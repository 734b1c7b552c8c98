-- Every event is changed once, when its jobs are made: what that leaves behind is cleared away after a thousand events, not after a fifth of all.
alter table jobs.events set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
