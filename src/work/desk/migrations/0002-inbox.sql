-- The desk, widened: whose matter it is, search without diacritics, saved views, opinions of colleagues, work done in batches.
alter table desk.work
  add column party uuid,
  add column search text not null default '',
  add column order_at timestamptz generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored;
comment on column desk.work.party is 'The person whose matter it is: who is that person or a relative does not handle it (Law 36/2018/QH14 art. 23)';
comment on column desk.work.search is 'Code, title and subject folded, for the search on the desk';
comment on column desk.work.order_at is 'Due date; what has none comes last';
update desk.work set search = lower(code || ' ' || title || ' ' || subject) where closed_at is null;

drop index desk.work_of_holder;
drop index desk.work_of_role;
-- As before, each inbox is read from its index alone.
create index work_of_holder on desk.work (tenant, holder, order_at, id)
  include (item, room, kind, agency, unit, role, party, code, title, subject, step, ref, due_at, paused_for, opened_at) where closed_at is null;
create index work_of_role on desk.work (tenant, agency, role, order_at, id)
  include (item, room, kind, unit, holder, party, code, title, subject, step, ref, due_at, paused_for, opened_at) where closed_at is null and holder is null;

create table desk.views (
  tenant smallint not null,
  id uuid not null,
  account uuid not null,
  name text not null,
  query text not null,
  primary key (tenant, id)
);
comment on table desk.views is 'Saved views (bộ lọc đã lưu) of an officer: a name and what stands behind the question mark';
create index on desk.views (tenant, account);

create table desk.opinions (
  tenant smallint not null,
  work uuid not null,
  item uuid not null,
  of_work uuid not null,
  asked_by uuid not null,
  asked_name text not null,
  asked_at timestamptz not null,
  question text not null,
  answer text,
  answered_name text,
  answered_at timestamptz,
  primary key (tenant, work)
);
comment on table desk.opinions is 'Opinions that officers ask of colleagues; each waits on the desk as work of its own and never moves the date of the matter';
comment on column desk.opinions.work is 'The work item that waits for the answer';
comment on column desk.opinions.of_work is 'The work item for which it was asked';
create index on desk.opinions (tenant, item);

create table desk.batches (
  tenant smallint not null,
  id uuid not null,
  account uuid not null,
  by_officer jsonb not null,
  made_at timestamptz not null,
  act text,
  note text,
  colleague uuid,
  started_at timestamptz,
  primary key (tenant, id)
);
comment on table desk.batches is 'Work done in batches (xử lý hàng loạt): one act on up to 500 work items';
comment on column desk.batches.by_officer is 'Who acts: kept so that an interrupted batch goes on in the same name; powers are looked up anew for each item';
create index on desk.batches (tenant, account, made_at desc);

create table desk.batch_items (
  tenant smallint not null,
  batch uuid not null,
  work uuid not null,
  n smallint not null,
  code text not null,
  title text not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  problem jsonb,
  at timestamptz,
  primary key (tenant, batch, work)
);
comment on table desk.batch_items is 'Each item of a batch with its own result';

grant select, insert, update on desk.opinions, desk.batches, desk.batch_items to toantrinh;
grant select, insert, delete on desk.views to toantrinh;
