-- Working calendars (lịch làm việc) as data of each agency, and what the Government decided for a year. What ships with the program holds
-- where nothing was entered. Rows are never changed: every change is an edition of its own, so that the calendar of any past day is known.
create schema clock;
grant usage on schema clock to toantrinh;

create table clock.calendars (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  agency uuid,
  edition integer not null check (edition > 0),
  entered_at timestamptz not null,
  content jsonb,
  primary key (tenant, id),
  foreign key (tenant, agency) references agencies.agencies,
  unique nulls not distinct (tenant, agency, edition)
);
comment on table clock.calendars is 'Lịch làm việc của cơ quan: office hours by version, and the special days of the agency. The latest edition counts';
comment on column clock.calendars.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column clock.calendars.id is 'Số hiệu của lần ban hành này: names one content for ever';
comment on column clock.calendars.item is 'Item of the record: who changed it, when and why';
comment on column clock.calendars.agency is 'Cơ quan có lịch riêng; null: lịch chung, for all agencies without one of their own';
comment on column clock.calendars.edition is 'Lần sửa: 1, 2, 3 …';
comment on column clock.calendars.entered_at is 'Thời điểm ghi vào hệ thống';
comment on column clock.calendars.content is 'Các giai đoạn giờ làm việc và ngày đặc biệt, each with its legal basis; null: from this edition on none, the common or the shipped calendar counts';

create table clock.decisions (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  year smallint not null check (year between 2000 and 2199),
  edition integer not null check (edition > 0),
  entered_at timestamptz not null,
  days jsonb not null,
  primary key (tenant, id),
  unique (tenant, year, edition)
);
comment on table clock.decisions is 'Lịch nghỉ lễ, nghỉ Tết, ngày hoán đổi của một năm do cấp có thẩm quyền quyết định (Bộ luật Lao động 2019, Điều 112 khoản 3): every special day of the year, for all agencies';
comment on column clock.decisions.tenant is 'Bộ hoặc tỉnh có hệ thống này';
comment on column clock.decisions.id is 'Số hiệu của lần ghi này: names one content for ever';
comment on column clock.decisions.item is 'Item of the record: who entered it, when and why';
comment on column clock.decisions.year is 'Năm';
comment on column clock.decisions.edition is 'Lần sửa: 1, 2, 3 …';
comment on column clock.decisions.entered_at is 'Thời điểm ghi vào hệ thống';
comment on column clock.decisions.days is 'Các ngày nghỉ lễ, nghỉ hoán đổi, làm bù, each with its legal basis';

grant select, insert on clock.calendars, clock.decisions to toantrinh;
