-- The one-stop unit through which the rated dossier came: its head reads what people say of it. Unknown of ratings from before.
alter table requests.ratings add column one_stop uuid;
comment on column requests.ratings.one_stop is 'One-stop unit of the dossier; null: rated before this was kept';
create index ratings_by_agency on requests.ratings (tenant, agency, day) include (procedure, score);
create index ratings_by_one_stop on requests.ratings (tenant, one_stop, day) include (procedure, score) where one_stop is not null;
