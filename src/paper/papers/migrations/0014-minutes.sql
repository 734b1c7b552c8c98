-- Minutes (biên bản; Decree 30/2020, annex III, sample 1.9) are signed by two people in order: the secretary, then the chair over the secretary's signature.
create table papers.minutes (
  tenant smallint not null,
  paper uuid not null,
  secretary uuid not null,
  secretary_name text not null,
  chair uuid not null,
  chair_name text not null,
  secretary_signed_at timestamptz,
  file text,
  laid_out jsonb,
  primary key (tenant, paper),
  check ((file is null) = (secretary_signed_at is null) and (file is null) = (laid_out is null))
);
comment on table papers.minutes is 'Who signs minutes: thư ký, then chủ tọa';
comment on column papers.minutes.secretary is 'Person';
comment on column papers.minutes.chair is 'Person';
comment on column papers.minutes.file is 'SHA-256 of the bytes that the secretary has signed and the chair will sign; null: nobody has signed';
comment on column papers.minutes.laid_out is 'What is noted of the paper once the chair has signed: places, version of the template, issuer';
grant select, insert, update on papers.minutes to toantrinh;
