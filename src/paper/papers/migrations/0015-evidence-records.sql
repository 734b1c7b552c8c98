-- Signed data gets a timestamp of its own (XAdES and JAdES baseline T; Circular 15/2025). Where the authority was out of reach it follows later.
alter table papers.signed_data add column stamped_at timestamptz;
comment on column papers.signed_data.stamped_at is 'Since when it carries a timestamp; null: the timestamp follows';
create index on papers.signed_data (tenant, signed_at) where stamped_at is null;
grant update on papers.signed_data to toantrinh;

-- What proves the signatures of files that may not be touched: those that others signed and sent, and our own signed data (RFC 4998).
create table papers.evidence_records (
  tenant smallint not null,
  hash text not null,
  item uuid not null,
  asked_at timestamptz not null,
  file text,
  size bigint,
  made_at timestamptz,
  evidence_until timestamptz,
  evidence_table text,
  primary key (tenant, hash),
  check ((file is null) = (size is null) and (file is null) = (made_at is null))
);
comment on table papers.evidence_records is 'Hồ sơ bằng chứng chữ ký số: lies beside a file that stays as it came, and is renewed';
comment on column papers.evidence_records.hash is 'SHA-256 of the signed file';
comment on column papers.evidence_records.item is 'The file that was taken in, or the paper whose signed data it is';
comment on column papers.evidence_records.asked_at is 'When the file was checked; from then on the record is owed';
comment on column papers.evidence_records.file is 'SHA-256 of the record (RFC 4998, DER); null: it follows';
comment on column papers.evidence_records.made_at is 'When its first timestamp was asked for: signatures are judged at that time';
comment on column papers.evidence_records.evidence_until is 'When the certificate or an algorithm of its newest timestamp runs out';
comment on column papers.evidence_records.evidence_table is 'Version of the lifetimes of algorithms that evidence_until was computed with';
create index on papers.evidence_records (tenant, asked_at) where file is null;
create index on papers.evidence_records (tenant, evidence_until) where file is not null;
create index on papers.evidence_records (tenant, evidence_table) where file is not null;
grant select, insert, update, delete on papers.evidence_records to toantrinh;

-- Files that were taken in before: their records are owed, too.
insert into papers.evidence_records (tenant, hash, item, asked_at)
select v.tenant, v.hash, f.id, now()
  from files.verdicts v
  join lateral (
    select id from files.files f where f.tenant = v.tenant and f.hash = v.hash order by at limit 1
  ) f on true
 where v.kind = 'signature' and v.verdict ->> 'verdict' in ('valid', 'undetermined')
   and jsonb_array_length(v.verdict -> 'signatures') > 0
   and not exists (select from papers.signed_files s where s.tenant = v.tenant and s.hash = v.hash)
   and not exists (select from papers.former_files s where s.tenant = v.tenant and s.hash = v.hash)
   and not exists (select from files.verdicts r where r.tenant = v.tenant and r.hash = v.hash and r.kind = 'refused');
