-- Dossiers whose deciding agency ended and was divided: who had them until when. Facts stay counted where they happened.
create table dossiers.handovers (
  tenant smallint not null,
  dossier uuid not null,
  at timestamptz not null,
  agency uuid not null,
  primary key (tenant, dossier, at)
);
comment on table dossiers.handovers is 'Chuyển hồ sơ cho cơ quan kế thừa: the agency that decided until this moment';
comment on column dossiers.handovers.at is 'Until when';
comment on column dossiers.handovers.agency is 'Cơ quan giải quyết đến lúc đó';
create index on dossiers.handovers (tenant, agency);
grant select, insert on dossiers.handovers to toantrinh;
