-- Public check: keys of the statements in square codes. Corrections. Copies and conversions of issued papers.
alter table papers.papers add column field text, add column replaces uuid, add column correction text;
comment on column papers.papers.field is 'Field of work (lĩnh vực) by which authority to sign is limited';
comment on column papers.papers.replaces is 'The paper whose error this one corrects: it ends when this one is issued';
comment on column papers.papers.correction is 'What was wrong in the paper that is replaced';
create index on papers.papers (tenant, agency, issued_at desc) where issued_at is not null;

create table papers.keys (
  tenant smallint not null,
  kid text not null,
  agency uuid not null,
  agency_name text not null,
  jwk jsonb not null,
  certificate text not null,
  since timestamptz not null,
  primary key (tenant, kid)
);
comment on table papers.keys is 'Public keys that signed statements in square codes; never removed, papers last longer than keys';
comment on column papers.keys.jwk is 'JSON Web Key (RFC 7517)';
comment on column papers.keys.certificate is 'Certificate in base64 DER';

create table papers.copies (
  tenant smallint not null,
  id uuid not null,
  paper uuid not null,
  kind text not null check (kind in ('printed-original', 'conversion', 'full-copy', 'extract', 'copy-of-copy')),
  code text not null,
  of_copy uuid,
  number integer,
  symbol text,
  part text,
  reason text not null,
  hash text not null,
  agency uuid not null,
  agency_name text not null,
  by_name text not null,
  made_on date not null,
  made_at timestamptz not null,
  primary key (tenant, id)
);
comment on table papers.copies is 'What was made on paper or again from an issued paper: sealed print, conversion, sao y, trích sao, sao lục';
comment on column papers.copies.code is 'Code of the public check of this copy';
comment on column papers.copies.of_copy is 'The full copy that was copied again (sao lục)';
comment on column papers.copies.symbol is 'Number in the book of copies of the agency (SY, TrS, SL); null for prints and conversions';
comment on column papers.copies.part is 'Which part an extract holds';
comment on column papers.copies.hash is 'SHA-256 of the electronic paper it was made from';
create unique index on papers.copies (tenant, code);
create index on papers.copies (tenant, paper);

grant select, insert on papers.keys, papers.copies to toantrinh;
