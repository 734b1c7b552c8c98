-- Applications (bản khai đang soạn): what a person is filling in. It becomes a dossier by submission.
create schema applications;
grant usage on schema applications to toantrinh;

create table applications.drafts (
  tenant smallint not null,
  id uuid not null,
  account uuid not null,
  person uuid,
  organisation uuid,
  procedure text not null,
  version integer not null,
  answers jsonb not null,
  provenance jsonb not null,
  edition integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  dossier uuid,
  answers_to uuid,
  primary key (tenant, id)
);
comment on table applications.drafts is 'Drafts with their answers and files; resumed on any device; a draft belongs to the account that began it';
comment on column applications.drafts.provenance is 'Where each prefilled answer came from, when, and why it may be read';
comment on column applications.drafts.edition is 'Counts the saves: two tabs cannot overwrite each other unseen';
comment on column applications.drafts.dossier is 'The dossier it became; null while it is a draft';
comment on column applications.drafts.person is 'Whose dossier it will be; at the counter another than who types';
comment on column applications.drafts.answers_to is 'The dossier whose request for supplement it answers';
create index on applications.drafts (tenant, account, updated_at desc) where dossier is null;

grant select, insert, update, delete on applications.drafts to toantrinh;
