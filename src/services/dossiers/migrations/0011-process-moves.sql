-- Running dossiers that a leader lets go on by the newest process: any number, in portions, each with its own result.
create table dossiers.process_moves (
  tenant smallint not null,
  id uuid not null,
  procedure text not null,
  account uuid not null,
  by_officer jsonb not null,
  reason text not null,
  asked_at timestamptz not null,
  primary key (tenant, id)
);
comment on table dossiers.process_moves is 'Orders to let running dossiers go on by the newest process of their procedure';
comment on column dossiers.process_moves.by_officer is 'Who ordered it: kept so that it goes on in the same name; powers are looked up anew for each portion';

create table dossiers.process_move_items (
  tenant smallint not null,
  move uuid not null,
  dossier uuid not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  problem jsonb,
  at timestamptz,
  primary key (tenant, move, dossier)
);
comment on table dossiers.process_move_items is 'Each dossier of such an order with its own result';
comment on column dossiers.process_move_items.problem is 'Why it could not go over, in words';
create index on dossiers.process_move_items (tenant, move, state, dossier);

grant select, insert on dossiers.process_moves to toantrinh;
grant select, insert, update on dossiers.process_move_items to toantrinh;
