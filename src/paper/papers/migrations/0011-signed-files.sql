-- The evidence of every file that is signed and kept here is renewed: of papers, their annexes, electronic copies and digitised papers.
alter table papers.annexes add column evidence_until timestamptz, add column evidence_table text;
comment on column papers.annexes.evidence_until is 'When the certificate of its newest archive timestamp runs out; null: not looked at yet';
comment on column papers.annexes.evidence_table is 'Version of the lifetimes of algorithms that evidence_until was computed with';
create index on papers.annexes (tenant, evidence_until) where hash is not null;
create index on papers.annexes (tenant, evidence_table) where hash is not null;

alter table papers.copies add column evidence_until timestamptz, add column evidence_table text;
comment on column papers.copies.evidence_until is 'When the certificate of its newest archive timestamp runs out; null: not looked at yet';
comment on column papers.copies.evidence_table is 'Version of the lifetimes of algorithms that evidence_until was computed with';
create index on papers.copies (tenant, evidence_until) where file is not null;
create index on papers.copies (tenant, evidence_table) where file is not null;
grant update on papers.copies to toantrinh;

create view papers.signed_files as
  select tenant, 'paper'::text as kind, id as record, id, 0 as n, hash, evidence_until, evidence_table
    from papers.papers where issued_at is not null and hash is not null
  union all
  select tenant, 'annex', paper, paper, n, hash, evidence_until, evidence_table
    from papers.annexes where hash is not null
  union all
  select tenant, 'copy', coalesce(paper, id), id, 0, file, evidence_until, evidence_table
    from papers.copies where file is not null
  union all
  select tenant, 'scan', item, item, n::integer, hash, evidence_until, evidence_table
    from scanning.scans where state = 'confirmed' and hash is not null;
comment on view papers.signed_files is 'Every signed file that is kept: whose evidence is renewed, and in whose record that is written';
grant select on papers.signed_files to toantrinh;

alter table papers.former_files rename column paper to id;
alter table papers.former_files add column kind text not null default 'paper', add column n integer not null default 0;
comment on table papers.former_files is 'Signed files before their evidence was renewed: whoever holds one has the paper, annex, copy or digitised paper as it was signed';
comment on column papers.former_files.id is 'As in papers.signed_files, with kind and n';
