-- The evidence of the officer's signature on a digitised paper is renewed as that of papers.
alter table scanning.scans add column evidence_until timestamptz, add column evidence_table text;
comment on column scanning.scans.evidence_until is 'When what proves the signature of the confirmed copy runs out; null: not looked at yet';
comment on column scanning.scans.evidence_table is 'Version of the lifetimes of algorithms that evidence_until was computed with';
create index on scanning.scans (tenant, evidence_until) where state = 'confirmed';
create index on scanning.scans (tenant, evidence_table) where state = 'confirmed';
