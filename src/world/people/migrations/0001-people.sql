-- People (cá nhân) and organisations (tổ chức, doanh nghiệp): master data under the unified identifiers of the state,
-- with contacts, family relationships, consents, and refusals of proactive services.
create schema people;
grant usage on schema people to toantrinh;

create table people.persons (
  tenant smallint not null,
  id uuid not null,
  number text check (number ~ '^[0-9]{12}$'),
  name text not null,
  born text check (born ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  sex text not null,
  ethnicity text,
  nationality text not null,
  commune text,
  address text,
  died date,
  source text not null,
  version integer not null default 1,
  name_key text not null,
  search tsvector generated always as (to_tsvector('simple', name_key)) stored,
  primary key (tenant, id)
);
comment on table people.persons is 'Cá nhân: what the state knows of a person, taken from the population database or told by the person';
comment on column people.persons.id is 'Số hiệu nội bộ';
comment on column people.persons.search is 'Words of the name, for searching';
comment on column people.persons.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column people.persons.number is 'Số định danh cá nhân, 12 chữ số; null for a newborn child and for foreigners without one';
comment on column people.persons.name is 'Họ, chữ đệm và tên';
comment on column people.persons.born is 'Ngày, tháng, năm sinh; only the year or month where no more is known';
comment on column people.persons.sex is 'Giới tính: code of the list gender';
comment on column people.persons.ethnicity is 'Dân tộc: code of the list ethnicity; null for foreigners';
comment on column people.persons.nationality is 'Quốc tịch: code of the list nationality';
comment on column people.persons.commune is 'Mã xã nơi thường trú';
comment on column people.persons.address is 'Địa chỉ chi tiết nơi thường trú';
comment on column people.persons.died is 'Ngày chết';
comment on column people.persons.source is 'Nguồn dữ liệu';
comment on column people.persons.version is 'Counts corrections: the optimistic lock';
comment on column people.persons.name_key is 'Name without diacritics and case, for searching';
create unique index persons_by_number on people.persons (tenant, number) where number is not null;
create index persons_by_search on people.persons using gin (search);

create table people.papers (
  tenant smallint not null,
  person uuid not null,
  kind text not null,
  number text not null,
  issued date,
  expires date,
  issuer text,
  primary key (tenant, person, kind, number),
  foreign key (tenant, person) references people.persons
);
comment on table people.papers is 'Giấy tờ tùy thân: passports of foreigners, old identity cards';
comment on column people.papers.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column people.papers.person is 'Người mang giấy tờ';
comment on column people.papers.kind is 'Loại giấy tờ: code of the list identity-document';
comment on column people.papers.number is 'Số giấy tờ';
comment on column people.papers.issued is 'Ngày cấp';
comment on column people.papers.expires is 'Ngày hết hạn';
comment on column people.papers.issuer is 'Nơi cấp';
create index papers_by_number on people.papers (tenant, number);

create table people.relationships (
  tenant smallint not null,
  person uuid not null,
  relative uuid not null,
  kind text not null check (kind in ('parent', 'spouse', 'guardian')),
  valid_from text,
  valid_to date,
  source text not null,
  primary key (tenant, person, relative, kind),
  foreign key (tenant, person) references people.persons,
  foreign key (tenant, relative) references people.persons,
  check (person <> relative)
);
comment on table people.relationships is 'Quan hệ gia đình: person is the parent, spouse or guardian of relative';
comment on column people.relationships.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column people.relationships.person is 'Cha, mẹ, vợ hoặc chồng, người giám hộ';
comment on column people.relationships.relative is 'Con, vợ hoặc chồng, người được giám hộ';
comment on column people.relationships.kind is 'Cha hoặc mẹ, vợ hoặc chồng, người giám hộ';
comment on column people.relationships.valid_from is 'Ngày bắt đầu (đăng ký kết hôn, giám hộ); only the year where no more is known';
comment on column people.relationships.valid_to is 'Ngày chấm dứt';
comment on column people.relationships.source is 'Nguồn dữ liệu';
create index relationships_by_relative on people.relationships (tenant, relative);

create table people.organisations (
  tenant smallint not null,
  id uuid not null,
  number text not null,
  name text not null,
  name_en text not null,
  kind text not null,
  commune text,
  address text,
  established date,
  dissolved date,
  source text not null,
  version integer not null default 1,
  name_key text not null,
  search tsvector generated always as (to_tsvector('simple', name_key)) stored,
  primary key (tenant, id),
  unique (tenant, number)
);
comment on table people.organisations is 'Tổ chức, doanh nghiệp, hợp tác xã, hộ kinh doanh';
comment on column people.organisations.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column people.organisations.id is 'Số hiệu nội bộ';
comment on column people.organisations.name is 'Tên tổ chức';
comment on column people.organisations.name_en is 'Name in English';
comment on column people.organisations.commune is 'Mã xã nơi đặt trụ sở';
comment on column people.organisations.address is 'Địa chỉ chi tiết trụ sở';
comment on column people.organisations.source is 'Nguồn dữ liệu';
comment on column people.organisations.version is 'Counts corrections: the optimistic lock';
comment on column people.organisations.name_key is 'Name without diacritics and case, for searching';
comment on column people.organisations.search is 'Words of the name, for searching';
comment on column people.organisations.number is 'Mã số doanh nghiệp, mã số thuế: also the electronic identifier (Quyết định 20/2020/QĐ-TTg, Điều 5)';
comment on column people.organisations.kind is 'Loại: enterprise, branch, cooperative, household-business, association, public-unit, other';
comment on column people.organisations.established is 'Ngày thành lập';
comment on column people.organisations.dissolved is 'Ngày giải thể';
create index organisations_by_search on people.organisations using gin (search);

create table people.contacts (
  tenant smallint not null,
  owner uuid not null,
  owner_kind text not null check (owner_kind in ('person', 'organisation')),
  kind text not null check (kind in ('phone', 'email', 'post')),
  value text not null,
  preferred boolean not null default false,
  verified_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, owner, kind, value)
);
comment on table people.contacts is 'Thông tin liên hệ của cá nhân, tổ chức';
comment on column people.contacts.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column people.contacts.owner is 'Cá nhân hoặc tổ chức';
comment on column people.contacts.owner_kind is 'Cá nhân hay tổ chức';
comment on column people.contacts.value is 'Số điện thoại, địa chỉ thư';
comment on column people.contacts.preferred is 'Cách liên hệ được ưu tiên';
comment on column people.contacts.kind is 'Điện thoại, thư điện tử, địa chỉ nhận bưu phẩm';
comment on column people.contacts.verified_at is 'Thời điểm đã xác minh; null: not verified';
comment on column people.contacts.ended_at is 'Thời điểm thôi dùng';

create table people.consents (
  tenant smallint not null,
  id uuid not null,
  person uuid not null,
  purpose text not null,
  basis text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, person) references people.persons
);
comment on table people.consents is 'Sự đồng ý xử lý dữ liệu cá nhân theo từng mục đích (Luật 91/2025/QH15)';
comment on column people.consents.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column people.consents.id is 'Số hiệu nội bộ';
comment on column people.consents.person is 'Chủ thể dữ liệu';
comment on column people.consents.basis is 'Căn cứ pháp lý';
comment on column people.consents.given_at is 'Thời điểm đồng ý';
comment on column people.consents.purpose is 'Mục đích xử lý';
comment on column people.consents.withdrawn_at is 'Thời điểm rút lại sự đồng ý';
create unique index consents_in_force on people.consents (tenant, person, purpose) where withdrawn_at is null;

create table people.refusals (
  tenant smallint not null,
  id uuid not null,
  person uuid not null,
  service text,
  refused_at timestamptz not null,
  withdrawn_at timestamptz,
  reason text,
  primary key (tenant, id),
  foreign key (tenant, person) references people.persons
);
comment on table people.refusals is 'Từ chối dịch vụ công chủ động (Nghị định 224/2026/NĐ-CP, Điều 17)';
comment on column people.refusals.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column people.refusals.id is 'Số hiệu nội bộ';
comment on column people.refusals.person is 'Người từ chối';
comment on column people.refusals.refused_at is 'Thời điểm từ chối';
comment on column people.refusals.reason is 'Lý do, if the person gave one';
comment on column people.refusals.service is 'Mã thủ tục, dịch vụ bị từ chối; null: all proactive services';
comment on column people.refusals.withdrawn_at is 'Thời điểm thôi từ chối';
create unique index refusals_in_force on people.refusals (tenant, person, coalesce(service, '')) where withdrawn_at is null;

grant select, insert, update on people.persons, people.papers, people.relationships, people.organisations,
  people.contacts, people.consents, people.refusals to toantrinh;
