-- What a paper says, as data for programs, signed by the agency: JSON (JWS) made when it is sealed, XML (XAdES) when somebody asks for it (Circular 15/2025).
create table papers.signed_data (
  tenant smallint not null,
  paper uuid not null,
  form text not null check (form in ('json', 'xml')),
  hash text not null,
  size bigint not null,
  file text not null,
  agency_name text not null,
  signed_at timestamptz not null,
  primary key (tenant, paper, form)
);
comment on table papers.signed_data is 'Dữ liệu của văn bản có chữ ký số của cơ quan, để phần mềm đọc';
comment on column papers.signed_data.hash is 'SHA-256 of the signed data';
comment on column papers.signed_data.file is 'SHA-256 of the issued file that stands in the data; it may be renewed since';
comment on column papers.signed_data.agency_name is 'Whose seal it carries: of the agency that issued, or of the one that looks after its papers';
create index on papers.signed_data (tenant, hash);
grant select, insert on papers.signed_data to toantrinh;
