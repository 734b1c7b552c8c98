-- Annexes in separate files (phụ lục không cùng tệp tin): each is signed by the agency when its document is sealed (Annex I, part I, section III.1d).
create table papers.annexes (
  tenant smallint not null,
  paper uuid not null,
  n integer not null,
  title text not null,
  source text not null,
  hash text,
  size bigint not null,
  by_name text not null,
  added_at timestamptz not null,
  primary key (tenant, paper, n)
);
comment on table papers.annexes is 'Phụ lục trong tệp riêng của một văn bản';
comment on column papers.annexes.n is 'Order; printed in Roman numerals where there are several';
comment on column papers.annexes.source is 'SHA-256 of the file as the drafter attached it';
comment on column papers.annexes.hash is 'SHA-256 of the file signed by the agency; null until the document is issued';
comment on column papers.annexes.size is 'Bytes of the signed file, before that of the attached one';
create index on papers.annexes (tenant, hash) where hash is not null;
grant select, insert, update, delete on papers.annexes to toantrinh;
