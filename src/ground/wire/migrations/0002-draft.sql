-- A call made while somebody still fills in names the draft: before that there is no item of the record.
alter table wire.calls add column draft uuid;
comment on column wire.calls.draft is 'Draft that was being begun or filled in, when there was no item yet';
create index on wire.calls (tenant, draft) where draft is not null;
