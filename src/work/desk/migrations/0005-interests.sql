-- Conflicts of interest that officers declare themselves: friendship, business, dispute; what no registry knows.
create table desk.interests (
  tenant smallint not null,
  item uuid not null,
  person uuid not null,
  name text not null,
  reason text not null,
  at timestamptz not null,
  primary key (tenant, item, person)
);
comment on table desk.interests is 'Officers who declared an interest in a matter and do not handle it (Law 36/2018/QH14 art. 23); a leader may lift it, then the row goes and the record keeps both steps';
grant select, insert, delete on desk.interests to toantrinh;
