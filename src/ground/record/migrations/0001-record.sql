-- The record (nhật ký nghiệp vụ): one append-only log per item. It is at once audit trail, timeline for the
-- citizen and source of every figure. The program may add steps, never change or remove them.
create schema record;
grant usage on schema record to toantrinh;

create table record.items (
  tenant smallint not null,
  born smallint not null,
  id uuid not null,
  kind text not null,
  seq integer not null,
  hash bytea not null,
  primary key (tenant, born, id)
) partition by range (born);
comment on table record.items is 'Head of the chain of each item: how many steps it has, hash of the last';
comment on column record.items.tenant is 'Ministry or province';
comment on column record.items.born is 'Year in which the item began: partitions are years';
comment on column record.items.kind is 'What the item is: dossier, paper, mandate …';

create table record.steps (
  tenant smallint not null,
  born smallint not null,
  item uuid not null,
  seq integer not null,
  act text not null,
  visible text not null check (visible in ('public', 'party', 'inside')),
  at timestamptz not null,
  by_kind text not null,
  account uuid,
  person uuid,
  organisation uuid,
  post uuid,
  agency uuid,
  unit uuid,
  mandate uuid,
  name text not null,
  reason text,
  request_id text not null,
  payload_hash bytea not null,
  prev bytea not null,
  hash bytea not null,
  primary key (tenant, born, item, seq)
) partition by range (born);
comment on table record.steps is 'Steps of items, in a hash chain per item';
comment on column record.steps.act is 'The legal act, as a name of the room that did it: dossier.accept';
comment on column record.steps.visible is 'Who may see it: public, the parties, or inside the agency only';
comment on column record.steps.name is 'Name of who acted, as it was then';
comment on column record.steps.payload_hash is 'SHA-256 over a random salt and what was before and after';
comment on column record.steps.hash is 'SHA-256 over the hash of the step before and all columns of this one';
create index on record.steps (tenant, at);

create table record.payloads (
  tenant smallint not null,
  born smallint not null,
  item uuid not null,
  seq integer not null,
  salt text,
  before jsonb,
  after jsonb,
  erased_at timestamptz,
  primary key (tenant, born, item, seq)
) partition by range (born);
comment on table record.payloads is 'What was before and after each step. Only retention or erasure by law may blank it; the chain still verifies';

create table record.looks (
  tenant smallint not null,
  year smallint not null,
  id uuid not null,
  at timestamptz not null,
  subject uuid not null,
  item uuid,
  purpose text not null,
  by_kind text not null,
  account uuid,
  person uuid,
  post uuid,
  agency uuid,
  name text not null,
  request_id text not null,
  primary key (tenant, year, id)
) partition by range (year);
comment on table record.looks is 'Looks at personal data: who looked at whose, when and why (requirement D4, N1)';
create index on record.looks (tenant, subject, at desc);

create table record.seals (
  tenant smallint not null,
  day date not null,
  steps integer not null,
  digest bytea not null,
  prev bytea not null,
  sealed_at timestamptz not null,
  primary key (tenant, day)
);
comment on table record.seals is 'Daily seal: hash over all steps of the day and the seal of the day before';

do $$
declare parent text;
begin
  foreach parent in array array['items', 'steps', 'payloads', 'looks'] loop
    for year in 2025..2035 loop
      execute format('create table record.%I partition of record.%I for values from (%s) to (%s)',
        parent || '_' || year, parent, year, year + 1);
    end loop;
    execute format('create table record.%I partition of record.%I default', parent || '_other', parent);
  end loop;
end $$;

grant select, insert, update on record.items to toantrinh;
grant select, insert on record.steps, record.payloads, record.looks, record.seals to toantrinh;

-- Erasure by law: the one door through which a payload may be blanked; it cannot touch the chain.
create function record.erase(of_tenant smallint, of_born smallint, of_item uuid, of_seq integer, moment timestamptz)
  returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update record.payloads set salt = null, before = null, after = null, erased_at = moment
   where tenant = of_tenant and born = of_born and item = of_item and seq = of_seq and erased_at is null;
$$;
comment on function record.erase is 'Blanks the payload of one step (Law 91/2025/QH15; retention schedules). The step and its hash stay';
revoke all on function record.erase from public;
grant execute on function record.erase to toantrinh;
