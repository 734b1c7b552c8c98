-- The table of algorithms that the end of the evidence was computed with: when that table changes, it is computed anew.
alter table papers.papers add column evidence_table text;
comment on column papers.papers.evidence_table is 'Version of the lifetimes of algorithms that evidence_until was computed with';
create index on papers.papers (tenant, evidence_table) where issued_at is not null;
