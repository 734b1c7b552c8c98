-- Law (văn bản pháp luật và danh mục dùng chung): the texts that rules cite, and code lists, each in force from a day to a day.
-- National data: no tenant.
create schema law;
grant usage on schema law to toantrinh;

create table law.texts (
  number text not null,
  issuer text not null,
  type text not null,
  title text not null,
  title_en text not null,
  issued date,
  valid_from date not null,
  valid_to date,
  replaced_by text,
  primary key (number, issuer),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table law.texts is 'Văn bản pháp luật: legal texts that the rules and data of the platform cite';
comment on column law.texts.number is 'Số, ký hiệu: 30/2020/NĐ-CP';
comment on column law.texts.issuer is 'Cơ quan ban hành';
comment on column law.texts.type is 'Loại văn bản: code of the list legal-text-type';
comment on column law.texts.title is 'Trích yếu';
comment on column law.texts.title_en is 'English translation of the abstract';
comment on column law.texts.issued is 'Ngày ban hành; null where not known';
comment on column law.texts.valid_from is 'Ngày có hiệu lực';
comment on column law.texts.valid_to is 'Ngày cuối cùng còn hiệu lực; null while in force';
comment on column law.texts.replaced_by is 'Số, ký hiệu of the text that replaces it';

create table law.lists (
  list text primary key,
  vi text not null,
  en text not null,
  basis text not null
);
comment on table law.lists is 'Danh mục dùng chung: code lists';
comment on column law.lists.list is 'Name of the list: ethnicity, document-type …';
comment on column law.lists.vi is 'Tên danh mục';
comment on column law.lists.en is 'Name in English';
comment on column law.lists.basis is 'Căn cứ pháp lý';

create table law.codes (
  list text not null references law.lists,
  code text not null,
  valid_from date not null,
  valid_to date,
  vi text not null,
  en text not null,
  abbreviation text,
  basis text not null,
  place integer not null,
  primary key (list, code, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table law.codes is 'Mã và giá trị của danh mục: a changed name or meaning is a new row, so facts keep the words of their day';
comment on column law.codes.list is 'Danh mục';
comment on column law.codes.code is 'Mã';
comment on column law.codes.valid_from is 'Ngày bắt đầu áp dụng';
comment on column law.codes.valid_to is 'Ngày cuối cùng áp dụng; null while in force';
comment on column law.codes.vi is 'Tên';
comment on column law.codes.en is 'Name in English';
comment on column law.codes.abbreviation is 'Chữ viết tắt (Nghị định 30/2020/NĐ-CP, Phụ lục III)';
comment on column law.codes.basis is 'Căn cứ pháp lý';
comment on column law.codes.place is 'Thứ tự hiển thị: order in the list';

grant select, insert, update on law.texts, law.lists, law.codes to toantrinh;
