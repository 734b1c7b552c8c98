-- Who looks after the issued papers of an agency that ended and whose duties were divided: corrects, copies and revokes them.
create table papers.keepers (
  tenant smallint not null,
  agency uuid not null,
  keeper uuid not null,
  since timestamptz not null,
  primary key (tenant, agency)
);
comment on table papers.keepers is 'Cơ quan tiếp nhận giấy tờ đã cấp và sổ đăng ký của cơ quan đã chia';
comment on column papers.keepers.agency is 'Cơ quan đã cấp, nay không còn';
comment on column papers.keepers.keeper is 'Cơ quan kế thừa được giao';
comment on column papers.keepers.since is 'Giao từ lúc nào';
grant select, insert on papers.keepers to toantrinh;
