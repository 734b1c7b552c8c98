-- A complaint about a decision (khiếu nại) is a dossier of its own: this says which dossier's decision it is about.
create table dossiers.complaints (
  tenant smallint not null,
  about uuid not null,
  dossier uuid not null,
  primary key (tenant, about, dossier)
);
create index complaints_by_dossier on dossiers.complaints (tenant, dossier);
comment on table dossiers.complaints is 'Complaints, by the dossier whose decision they are about';
comment on column dossiers.complaints.about is 'The dossier that was decided';
comment on column dossiers.complaints.dossier is 'The complaint';
grant select, insert on dossiers.complaints to toantrinh;
