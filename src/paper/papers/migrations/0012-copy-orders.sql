-- Whoever has the authority to copy decides by himself: a clerk prepares an electronic copy, the decider confirms or refuses, the clerk signs.
create table papers.copy_orders (
  tenant smallint not null,
  id uuid not null,
  state text not null check (state in ('draft', 'asked', 'approved', 'refused', 'withdrawn', 'signed')),
  kind text not null check (kind in ('full-copy', 'extract', 'copy-of-copy')),
  part text,
  full_copy text,
  reason text not null,
  original jsonb not null,
  paper uuid,
  source text not null,
  drawn text not null,
  sheets jsonb not null,
  bands jsonb not null,
  to_sign text,
  agency uuid not null,
  agency_name text not null,
  authority uuid not null,
  authority_name text not null,
  prepared_by uuid,
  prepared_name text not null,
  prepared_at timestamptz not null,
  decided_name text,
  decided_as text,
  decided_at timestamptz,
  refusal text,
  primary key (tenant, id),
  check (state in ('draft', 'withdrawn') or to_sign is not null),
  check (state not in ('approved', 'signed') or decided_as is not null)
);
comment on table papers.copy_orders is 'Electronic copies being prepared, decided on and signed; the copy itself has the same id in papers.copies';
comment on column papers.copy_orders.source is 'SHA-256 of the document that is copied, as it came or as the PDF/A that was made of it';
comment on column papers.copy_orders.drawn is 'SHA-256 of the file from which parts of pages are drawn, the nearest to what came in';
comment on column papers.copy_orders.sheets is 'Width and height of each page, millimetres';
comment on column papers.copy_orders.bands is 'What an extract holds: page, and millimetres from its upper edge';
comment on column papers.copy_orders.to_sign is 'SHA-256 of the very file that is decided on and signed; null while an extract is being chosen';
comment on column papers.copy_orders.authority is 'The person who was asked to decide (thẩm quyền sao, Decree 30/2020, art. 27)';
comment on column papers.copy_orders.prepared_by is 'Account';
comment on column papers.copy_orders.decided_as is 'In which capacity, by the authority of that day';
create index on papers.copy_orders (tenant, agency, prepared_at desc) where state in ('draft', 'asked', 'approved', 'refused');
grant select, insert, update on papers.copy_orders to toantrinh;
