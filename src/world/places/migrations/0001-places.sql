-- Places (đơn vị hành chính): provinces, districts (until June 2025) and communes, each version from a day to a day,
-- and what became of them. National data: no tenant. A code is used again for another unit (00004 was phường Trúc Bạch,
-- is phường Ba Đình), so a code means something only together with a day.
create schema places;
grant usage on schema places to toantrinh;

create table places.units (
  level text not null check (level in ('province', 'district', 'commune')),
  code text not null,
  valid_from date not null,
  valid_to date,
  kind text not null,
  name text not null,
  full_name text not null,
  name_en text not null,
  full_name_en text not null,
  province text,
  district text,
  name_key text not null,
  search text not null,
  area_km2 double precision,
  population integer,
  lon double precision,
  lat double precision,
  centre text,
  formed_from text,
  basis text not null,
  invented boolean not null default false,
  primary key (level, code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table places.units is 'Đơn vị hành chính: one row per unit and period in which its name, kind and extent stayed the same';
comment on column places.units.level is 'Cấp: tỉnh, huyện (đến 30/6/2025), xã';
comment on column places.units.code is 'Mã đơn vị hành chính';
comment on column places.units.valid_from is 'Ngày bắt đầu; for units older than the list of codes, the day of that list';
comment on column places.units.valid_to is 'Ngày cuối cùng; null while it exists';
comment on column places.units.kind is 'Loại: Tỉnh, Thành phố, Quận, Huyện, Thị xã, Phường, Xã, Thị trấn, Đặc khu';
comment on column places.units.name is 'Tên riêng: Ba Đình';
comment on column places.units.full_name is 'Tên đầy đủ: Phường Ba Đình';
comment on column places.units.name_en is 'Name in English';
comment on column places.units.full_name_en is 'Full name in English';
comment on column places.units.province is 'Mã tỉnh; null for a province';
comment on column places.units.district is 'Mã huyện; only for communes of before July 2025';
comment on column places.units.name_key is 'Name without diacritics, case and leading zeros, for exact matching';
comment on column places.units.search is 'Full names of the unit and its province without diacritics, for searching';
comment on column places.units.area_km2 is 'Diện tích tự nhiên, km²';
comment on column places.units.population is 'Quy mô dân số, người';
comment on column places.units.lon is 'Kinh độ, WGS 84';
comment on column places.units.lat is 'Vĩ độ, WGS 84';
comment on column places.units.centre is 'Nơi đặt trụ sở';
comment on column places.units.formed_from is 'Hình thành từ các đơn vị nào, as the resolution words it';
comment on column places.units.basis is 'Căn cứ pháp lý';
comment on column places.units.invented is 'True for the sample province, which does not exist';
create index units_by_name on places.units (name_key);
create index units_by_province on places.units (province, level);
create index units_by_district on places.units (district) where district is not null;

create table places.successions (
  level text not null,
  code text not null,
  ended date not null,
  new_level text not null,
  new_code text not null,
  began date not null,
  whole boolean not null,
  basis text not null,
  primary key (level, code, ended, new_level, new_code)
);
comment on table places.successions is 'Đơn vị cũ nhập vào đơn vị mới nào: a divided unit has several rows';
comment on column places.successions.level is 'Cấp của đơn vị cũ';
comment on column places.successions.code is 'Mã đơn vị cũ';
comment on column places.successions.ended is 'Ngày cuối cùng của đơn vị cũ';
comment on column places.successions.new_level is 'Cấp của đơn vị mới';
comment on column places.successions.new_code is 'Mã đơn vị mới';
comment on column places.successions.began is 'Ngày bắt đầu của đơn vị mới';
comment on column places.successions.whole is 'True when the whole old unit went there, false when a part of it';
comment on column places.successions.basis is 'Căn cứ pháp lý';
create index successions_by_new on places.successions (new_level, new_code);

create table places.boundaries (
  level text not null,
  code text not null,
  valid_from date not null,
  geometry jsonb not null,
  source text not null,
  primary key (level, code, valid_from)
);
comment on table places.boundaries is 'Ranh giới đơn vị hành chính: GeoJSON geometry (Polygon or MultiPolygon, WGS 84, RFC 7946)';
comment on column places.boundaries.level is 'Cấp';
comment on column places.boundaries.code is 'Mã đơn vị hành chính';
comment on column places.boundaries.valid_from is 'The version of the unit it belongs to';
comment on column places.boundaries.geometry is 'GeoJSON geometry';
comment on column places.boundaries.source is 'Nguồn dữ liệu ranh giới';

grant select, insert, update on places.units, places.successions, places.boundaries to toantrinh;
