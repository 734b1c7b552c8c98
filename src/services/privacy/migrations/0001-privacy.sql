-- My data (dữ liệu của tôi): what people ask about the data held of them (requirement N1; Law 91/2025/QH15).
create schema privacy;
grant usage on schema privacy to toantrinh;

create table privacy.requests (
  tenant smallint not null,
  id uuid not null,
  code text not null,
  person uuid not null,
  name text not null,
  kind text not null check (kind in ('correction', 'erasure', 'restriction')),
  about text not null,
  wish text not null,
  agency uuid not null,
  state text not null check (state in ('open', 'granted', 'refused')),
  opened_at timestamptz not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  answer text,
  primary key (tenant, id),
  unique (tenant, code)
);
comment on table privacy.requests is 'Requests to correct, erase or restrict personal data (yêu cầu chỉnh sửa, xóa, hạn chế xử lý dữ liệu cá nhân)';
comment on column privacy.requests.about is 'What data it is about, by the name under which they were shown';
comment on column privacy.requests.agency is 'The agency whose data steward decides';
create index on privacy.requests (tenant, person, opened_at desc);

grant select, insert, update on privacy.requests to toantrinh;
