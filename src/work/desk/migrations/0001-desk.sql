-- The desk (bàn làm việc): what waits for whom, until when. One inbox for every system.
create schema desk;
grant usage on schema desk to toantrinh;

create table desk.work (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  room text not null,
  kind text not null,
  agency uuid not null,
  unit uuid,
  role text not null,
  holder uuid,
  code text not null,
  title text not null,
  subject text not null,
  step text not null,
  ref text,
  due_at timestamptz,
  paused_for text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (tenant, id)
);
comment on table desk.work is 'Work items (việc): one thing that one officer, or the holders of a role in an agency, must do';
comment on column desk.work.item is 'The item of the record it is about';
comment on column desk.work.room is 'The room whose item it is';
comment on column desk.work.kind is 'What must be done: accept, appraise, sign …';
comment on column desk.work.holder is 'Account of the officer who has it; null while it waits for anybody of the role';
comment on column desk.work.subject is 'Name of the applicant or author, as shown in the list';
comment on column desk.work.ref is 'Where the room finds its place again: the token of the process';
comment on column desk.work.paused_for is 'Why the clock stands still (waiting for the applicant …); null while it runs';
-- The two inboxes, each read from its index alone: what an officer has, and what waits for anybody of a role. Only open work lies in them.
create index work_of_holder on desk.work (tenant, holder, due_at, id)
  include (item, room, kind, agency, unit, role, code, title, subject, step, ref, paused_for, opened_at) where closed_at is null;
create index work_of_role on desk.work (tenant, agency, role, due_at, id)
  include (item, room, kind, unit, holder, code, title, subject, step, ref, paused_for, opened_at) where closed_at is null and holder is null;
create index work_of_item on desk.work (tenant, item);

create table desk.comments (
  tenant smallint not null,
  id uuid not null,
  item uuid not null,
  account uuid not null,
  name text not null,
  at timestamptz not null,
  body text not null,
  primary key (tenant, id)
);
comment on table desk.comments is 'Private comments of officers on an item; never seen by the applicant';
create index on desk.comments (tenant, item, at);

grant select, insert, update, delete on desk.work, desk.comments to toantrinh;
