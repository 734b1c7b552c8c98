-- Digitised documents (số hoá giấy tờ): picture, PDF/A with text, the officer's confirmation.
create schema scanning;
grant usage on schema scanning to toantrinh;

create table scanning.scans (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  n smallint not null,
  doc_code text not null,
  title text not null,
  agency_name text not null,
  source_hash text not null,
  source_type text not null,
  state text not null check (state in ('waiting', 'made', 'confirmed', 'original', 'refused')),
  why jsonb,
  hash text,
  size bigint,
  file_name text,
  pages smallint,
  dpi smallint,
  recognised text check (recognised in ('all', 'some', 'none', 'own')),
  texts jsonb not null default '[]',
  facts jsonb,
  confirmed_by uuid,
  confirmed_name text,
  confirmed_at timestamptz,
  handed_back_at timestamptz,
  handed_back_by text,
  asked_at timestamptz not null,
  primary key (tenant, item, n)
);
comment on table scanning.scans is 'Documents of dossiers brought into electronic form, each with the hash of what was scanned and of what was made of it';
comment on column scanning.scans.doc_code is 'Code in the register of digitised documents (MCQ_LV_STT_PB)';
comment on column scanning.scans.texts is 'Recognised words, page by page, for search';
comment on column scanning.scans.facts is 'Number, day and issuer of the paper, as the comparing officer wrote them';
comment on column scanning.scans.handed_back_at is 'When the original went back into the hands of its owner';
create unique index on scanning.scans (tenant, id);

grant select, insert, update on scanning.scans to toantrinh;
