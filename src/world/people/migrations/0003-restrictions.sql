-- Restrictions of the use of a person's data (hạn chế xử lý dữ liệu cá nhân; Law 91/2025/QH15), granted by the data steward.
create table people.restrictions (
  tenant smallint not null,
  id uuid not null,
  person uuid not null,
  about text not null,
  basis text not null,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id)
);
comment on table people.restrictions is 'Hạn chế xử lý: while one lasts, the person''s data are kept and used only for what the law requires';
comment on column people.restrictions.about is 'Which data the person named';
comment on column people.restrictions.basis is 'Code of the request that was granted';
comment on column people.restrictions.ended_at is 'When the person ended it; null while it lasts';
create index restrictions_in_force on people.restrictions (tenant, person) where ended_at is null;
grant select, insert, update on people.restrictions to toantrinh;
