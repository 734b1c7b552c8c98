-- Templates of papers (mẫu văn bản) as administrators edit them. What is shipped with the program is version 0 and is not kept here.
create table papers.templates (
  tenant smallint not null,
  key text not null,
  version integer not null check (version > 0),
  id uuid not null,
  source text not null,
  change text not null,
  drafted_by uuid not null,
  drafted_name text not null,
  drafted_at timestamptz not null,
  published_name text,
  published_at timestamptz,
  primary key (tenant, key, version)
);
comment on table papers.templates is 'Versions of templates; a published version never changes, because papers name the version they were made with';
comment on column papers.templates.id is 'Item of the record: who drafted, changed and published this version';
comment on column papers.templates.source is 'Typst source; sound when it was kept';
comment on column papers.templates.change is 'What was changed and why, for the second person';
comment on column papers.templates.drafted_by is 'Account of whoever drafted it last: another one publishes it';
comment on column papers.templates.published_at is 'Null: a draft, used by no paper';
create unique index on papers.templates (tenant, key) where published_at is null;

grant select, insert, update on papers.templates to toantrinh;

-- What is shipped was named version 1 before templates could be edited.
update papers.papers set template_version = '0' where template_version = '1';
