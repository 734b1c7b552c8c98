-- What was asked for a draft belongs to the dossier that it became: the officer sees it there.
create table wire.drafts (
  tenant smallint not null,
  draft uuid not null,
  item uuid not null,
  primary key (tenant, draft)
);
comment on table wire.drafts is 'Which item a draft became: calls that name the draft were made for it';
comment on column wire.drafts.item is 'Item of the record that the draft became, or whose supplement it was';
create index on wire.drafts (tenant, item);
grant select, insert on wire.drafts to toantrinh;
