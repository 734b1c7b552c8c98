-- Outbound calls (lời gọi ra ngoài): every use of a system outside, with purpose and legal basis (Decree 42/2022 art. 11.2c,
-- Law 91/2025/QH15: each use of personal data is logged). Append-only.
create schema wire;
grant usage on schema wire to toantrinh;

create table wire.calls (
  tenant smallint not null,
  year smallint not null,
  id uuid not null,
  at timestamptz not null,
  destination text not null,
  service text not null,
  purpose text not null check (purpose <> ''),
  basis text not null check (basis <> ''),
  by_kind text not null,
  account uuid,
  person uuid,
  post uuid,
  agency uuid,
  item uuid,
  subject bytea,
  outcome text not null check (outcome in ('answered', 'refused', 'garbled', 'failed', 'timeout', 'not-tried', 'kept')),
  status smallint,
  tries smallint not null,
  ms integer not null,
  request_id text not null,
  primary key (tenant, year, id)
) partition by range (year);
comment on table wire.calls is 'Ledger of outbound calls: which service, why, on what legal basis, who asked, about which item. No personal data';
comment on column wire.calls.tenant is 'Ministry or province';
comment on column wire.calls.year is 'Year of the call: partitions are years';
comment on column wire.calls.destination is 'System that was asked: population, civil-status, mail …';
comment on column wire.calls.service is 'Service of it: population.037';
comment on column wire.calls.purpose is 'What it was asked for: code of the procedure, or the act';
comment on column wire.calls.basis is 'Legal basis: article and document';
comment on column wire.calls.account is 'Account of the officer or person who asked; null: the platform in a job';
comment on column wire.calls.person is 'Id (not the number) of the person who asked';
comment on column wire.calls.item is 'Item of the record it was for; null before there is one (a draft)';
comment on column wire.calls.subject is 'Keyed hash (HMAC-SHA-256) of the number of the person or organisation asked about';
comment on column wire.calls.outcome is
  'answered · refused (the system said no) · garbled (the answer could not be read) · failed · timeout · not-tried (left alone after failures) · kept (answered from what it had said before)';
comment on column wire.calls.status is 'Status of the protocol (HTTP), where one came';
comment on column wire.calls.ms is 'Milliseconds, all tries together';
create index on wire.calls (tenant, subject, at desc) where subject is not null;
create index on wire.calls (tenant, item) where item is not null;
create index on wire.calls (tenant, destination, at desc);

do $$
begin
  for year in 2025..2035 loop
    execute format('create table wire.%I partition of wire.calls for values from (%s) to (%s)', 'calls_' || year, year, year + 1);
  end loop;
  create table wire.calls_other partition of wire.calls default;
end $$;

grant select, insert on wire.calls to toantrinh;
