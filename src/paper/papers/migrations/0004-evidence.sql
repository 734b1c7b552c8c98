-- Renewal of evidence: until when what proves a paper's signatures lasts, and the files that a paper was before.
alter table papers.papers add column evidence_until timestamptz;
comment on column papers.papers.evidence_until is 'When the certificate of its newest archive timestamp runs out; null: not looked at yet';
create index on papers.papers (tenant, evidence_until) where issued_at is not null;

create table papers.former_files (
  tenant smallint not null,
  hash text not null,
  paper uuid not null,
  renewed_at timestamptz not null,
  primary key (tenant, hash)
);
comment on table papers.former_files is 'Files of papers before their evidence was renewed: whoever holds one has the paper as it was issued';

grant select, insert on papers.former_files to toantrinh;
