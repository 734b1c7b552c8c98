-- Agencies (cơ quan, đơn vị) with their history, electronic identifiers, units, posts and the people who hold them.
create schema agencies;
grant usage on schema agencies to toantrinh;

create table agencies.agencies (
  tenant smallint not null,
  id uuid not null,
  identifier text not null,
  name text not null,
  name_en text not null,
  short text not null,
  kind text not null,
  level text not null check (level in ('central', 'province', 'district', 'commune')),
  regime text not null check (regime in ('head', 'collective')),
  parent uuid,
  place text,
  head_title text,
  established date not null,
  abolished date,
  basis text not null,
  phone text,
  email text,
  address text,
  search text not null,
  primary key (tenant, id),
  foreign key (tenant, parent) references agencies.agencies,
  check (abolished is null or abolished >= established)
);
comment on table agencies.agencies is 'Cơ quan, tổ chức: those of this installation and those it exchanges with';
comment on column agencies.agencies.id is 'Số hiệu nội bộ, không đổi';
comment on column agencies.agencies.phone is 'Điện thoại';
comment on column agencies.agencies.email is 'Thư điện tử';
comment on column agencies.agencies.address is 'Địa chỉ trụ sở';
comment on column agencies.agencies.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.agencies.identifier is 'Mã định danh điện tử hiện dùng (Quyết định 20/2020/QĐ-TTg)';
comment on column agencies.agencies.name is 'Tên hiện nay';
comment on column agencies.agencies.name_en is 'Name in English';
comment on column agencies.agencies.short is 'Chữ viết tắt tên cơ quan trong số, ký hiệu văn bản';
comment on column agencies.agencies.kind is 'Loại cơ quan';
comment on column agencies.agencies.level is 'Cấp: trung ương, tỉnh, huyện (đến 30/6/2025), xã';
comment on column agencies.agencies.regime is 'Chế độ làm việc: head = chế độ thủ trưởng, collective = chế độ tập thể (Nghị định 30/2020/NĐ-CP, Điều 13)';
comment on column agencies.agencies.parent is 'Cơ quan cấp trên trực tiếp';
comment on column agencies.agencies.place is 'Mã đơn vị hành chính nơi cơ quan phụ trách';
comment on column agencies.agencies.head_title is 'Chức vụ của người đứng đầu';
comment on column agencies.agencies.established is 'Ngày thành lập';
comment on column agencies.agencies.abolished is 'Ngày hoạt động cuối cùng; null while it exists';
comment on column agencies.agencies.basis is 'Căn cứ pháp lý';
comment on column agencies.agencies.search is 'Name and abbreviation without diacritics';
create index agencies_by_parent on agencies.agencies (tenant, parent);
create index agencies_by_place on agencies.agencies (tenant, place, kind);

create table agencies.identifiers (
  tenant smallint not null,
  identifier text not null,
  agency uuid not null,
  form text not null check (form in ('root-first', 'leaf-first')),
  valid_from date not null,
  valid_to date,
  primary key (tenant, identifier),
  foreign key (tenant, agency) references agencies.agencies
);
comment on table agencies.identifiers is 'Mã định danh điện tử: every identifier an agency has or had, in both forms. A code is never given to another agency';
comment on column agencies.identifiers.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.identifiers.agency is 'Cơ quan mang mã';
comment on column agencies.identifiers.valid_from is 'Ngày bắt đầu dùng';
comment on column agencies.identifiers.valid_to is 'Ngày cuối cùng dùng; null while in use';
comment on column agencies.identifiers.identifier is 'Mã: H29.15 (cấp cao trước) hoặc 000.00.15.H29 (cấp thấp trước, QCVN 102:2016)';
comment on column agencies.identifiers.form is 'root-first (Quyết định 20/2020) or leaf-first (Thông tư 10/2016)';
create index identifiers_by_agency on agencies.identifiers (tenant, agency);

create table agencies.changes (
  tenant smallint not null,
  agency uuid not null,
  on_day date not null,
  kind text not null check (kind in ('established', 'renamed', 'moved', 'abolished')),
  name_before text,
  name_en_before text,
  parent_before uuid,
  basis text not null,
  primary key (tenant, agency, on_day, kind),
  foreign key (tenant, agency) references agencies.agencies
);
comment on table agencies.changes is 'Lịch sử cơ quan: thành lập, đổi tên, chuyển cơ quan cấp trên, giải thể';
comment on column agencies.changes.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.changes.agency is 'Cơ quan';
comment on column agencies.changes.kind is 'Loại thay đổi';
comment on column agencies.changes.name_en_before is 'Former name in English';
comment on column agencies.changes.on_day is 'Ngày có hiệu lực';
comment on column agencies.changes.name_before is 'Tên trước khi đổi';
comment on column agencies.changes.parent_before is 'Cơ quan cấp trên trước đó';
comment on column agencies.changes.basis is 'Căn cứ pháp lý';

create table agencies.successions (
  tenant smallint not null,
  agency uuid not null,
  successor uuid not null,
  field text not null default '',
  place text not null default '',
  began date not null,
  basis text not null,
  primary key (tenant, agency, successor, field, place),
  foreign key (tenant, agency) references agencies.agencies,
  foreign key (tenant, successor) references agencies.agencies
);
comment on table agencies.successions is 'Cơ quan kế thừa chức năng, nhiệm vụ: possibly several, divided by field and place';
comment on column agencies.successions.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.successions.agency is 'Cơ quan đã giải thể';
comment on column agencies.successions.successor is 'Cơ quan kế thừa';
comment on column agencies.successions.basis is 'Căn cứ pháp lý';
comment on column agencies.successions.field is 'Lĩnh vực; empty: every field';
comment on column agencies.successions.place is 'Mã xã hiện nay; empty: every place';
comment on column agencies.successions.began is 'Ngày kế thừa';

create table agencies.units (
  tenant smallint not null,
  id uuid not null,
  agency uuid not null,
  parent uuid,
  name text not null,
  name_en text not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  basis text,
  primary key (tenant, id),
  foreign key (tenant, agency) references agencies.agencies,
  foreign key (tenant, parent) references agencies.units
);
comment on table agencies.units is 'Đơn vị thuộc cơ quan: phòng, văn phòng, bộ phận một cửa';
comment on column agencies.units.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.units.id is 'Số hiệu nội bộ';
comment on column agencies.units.agency is 'Cơ quan';
comment on column agencies.units.parent is 'Đơn vị cấp trên trong cơ quan';
comment on column agencies.units.name is 'Tên đơn vị';
comment on column agencies.units.name_en is 'Name in English';
comment on column agencies.units.valid_from is 'Ngày thành lập';
comment on column agencies.units.valid_to is 'Ngày cuối cùng; null while it exists';
comment on column agencies.units.basis is 'Quyết định thành lập';
comment on column agencies.units.kind is 'division = phòng chuyên môn, clerical = văn phòng (văn thư, lưu trữ), one-stop = Bộ phận Một cửa';
create index units_by_agency on agencies.units (tenant, agency);

create table agencies.posts (
  tenant smallint not null,
  id uuid not null,
  agency uuid not null,
  unit uuid,
  title text not null,
  title_en text not null,
  rank text not null check (rank in ('head', 'deputy', 'unit-head', 'unit-deputy', 'staff')),
  roles text[] not null,
  fields text[],
  valid_from date not null,
  valid_to date,
  primary key (tenant, id),
  foreign key (tenant, agency) references agencies.agencies,
  foreign key (tenant, unit) references agencies.units
);
comment on table agencies.posts is 'Chức vụ, vị trí việc làm, and the roles it brings in the platform';
comment on column agencies.posts.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.posts.id is 'Số hiệu nội bộ';
comment on column agencies.posts.agency is 'Cơ quan';
comment on column agencies.posts.unit is 'Đơn vị thuộc cơ quan; null: directly in the agency';
comment on column agencies.posts.title_en is 'Title in English';
comment on column agencies.posts.valid_from is 'Ngày bắt đầu';
comment on column agencies.posts.valid_to is 'Ngày cuối cùng; null while it exists';
comment on column agencies.posts.title is 'Tên chức vụ, chức danh';
comment on column agencies.posts.rank is 'Người đứng đầu, cấp phó, trưởng đơn vị, phó trưởng đơn vị, công chức';
comment on column agencies.posts.roles is 'Vai trò trên hệ thống';
comment on column agencies.posts.fields is 'Lĩnh vực phụ trách; null: every field of the unit';
create index posts_by_agency on agencies.posts (tenant, agency);

create table agencies.officers (
  tenant smallint not null,
  person uuid not null,
  name text not null,
  sex text,
  staff_number text,
  phone text,
  email text,
  search text not null,
  primary key (tenant, person)
);
comment on table agencies.officers is 'Cán bộ, công chức, viên chức: what the office directory shows of them. Personal data lie in people.persons under the same id';
comment on column agencies.officers.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.officers.name is 'Họ và tên';
comment on column agencies.officers.sex is 'Giới tính: code of the list gender';
comment on column agencies.officers.phone is 'Điện thoại công vụ';
comment on column agencies.officers.email is 'Thư điện tử công vụ';
comment on column agencies.officers.search is 'Name without diacritics and case';
comment on column agencies.officers.person is 'The same identifier as in people.persons, where that holds the person';
comment on column agencies.officers.staff_number is 'Số hiệu cán bộ, công chức';
create unique index officers_by_staff_number on agencies.officers (tenant, staff_number) where staff_number is not null;

create table agencies.holdings (
  tenant smallint not null,
  post uuid not null,
  person uuid not null,
  kind text not null check (kind in ('appointed', 'acting', 'in-charge', 'seconded')),
  valid_from date not null,
  valid_to date,
  basis text,
  primary key (tenant, post, person, valid_from),
  foreign key (tenant, post) references agencies.posts,
  foreign key (tenant, person) references agencies.officers,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table agencies.holdings is 'Ai giữ chức vụ nào, từ ngày đến ngày: one officer may hold several (kiêm nhiệm, biệt phái)';
comment on column agencies.holdings.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column agencies.holdings.post is 'Chức vụ';
comment on column agencies.holdings.person is 'Người giữ chức vụ';
comment on column agencies.holdings.valid_from is 'Ngày bắt đầu';
comment on column agencies.holdings.valid_to is 'Ngày cuối cùng; null while it lasts';
comment on column agencies.holdings.kind is 'Bổ nhiệm, giao quyền, giao phụ trách, biệt phái';
comment on column agencies.holdings.basis is 'Quyết định';
create index holdings_by_person on agencies.holdings (tenant, person);

grant select, insert, update on agencies.agencies, agencies.identifiers, agencies.changes, agencies.successions,
  agencies.units, agencies.posts, agencies.officers, agencies.holdings to toantrinh;
