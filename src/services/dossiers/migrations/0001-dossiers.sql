-- Dossiers (hồ sơ thủ tục hành chính): one row from submission to archive.
create schema dossiers;
grant usage on schema dossiers to toantrinh;

create table dossiers.dossiers (
  tenant smallint not null,
  born smallint not null,
  id uuid not null,
  code text not null,
  procedure text not null,
  procedure_version integer not null,
  title text not null,
  state text not null,
  channel smallint not null check (channel in (1, 2, 3)),
  applicant uuid,
  organisation uuid,
  applicant_name text not null,
  filer uuid,
  filed_for text,
  mandate uuid,
  entered_by uuid,
  agency uuid not null,
  one_stop uuid not null,
  place text,
  answers jsonb not null,
  contact jsonb not null,
  return_way text not null check (return_way in ('online', 'counter', 'post')),
  submitted_at timestamptz not null,
  intake_clock jsonb not null,
  intake_due_at timestamptz not null,
  accepted_at timestamptz,
  clock jsonb,
  due_at timestamptz,
  promised_at timestamptz,
  process jsonb,
  supplements smallint not null default 0,
  apologies smallint not null default 0,
  outcome text check (outcome in ('granted', 'refused')),
  result uuid,
  decided_at timestamptz,
  returned_at timestamptz,
  ended_at timestamptz,
  primary key (tenant, born, id)
) partition by range (born);
comment on table dossiers.dossiers is 'Dossiers; pinned at acceptance to the versions of procedure, form and process';
comment on column dossiers.dossiers.born is 'Year of submission: partitions are years';
comment on column dossiers.dossiers.state is 'State; the transition table of the room maps it to the ten national statuses';
comment on column dossiers.dossiers.channel is '1 at the counter, 2 online, 3 by public post (KenhThucHien)';
comment on column dossiers.dossiers.applicant is 'Person whose dossier it is (chủ hồ sơ)';
comment on column dossiers.dossiers.filer is 'Person who filed it, when another than the applicant';
comment on column dossiers.dossiers.filed_for is 'Relation of the filer to the applicant';
comment on column dossiers.dossiers.entered_by is 'Officer who entered it at the counter for the applicant';
comment on column dossiers.dossiers.agency is 'Agency that decides (cơ quan có thẩm quyền): fixed by law and place';
comment on column dossiers.dossiers.one_stop is 'One-stop unit that received it (nơi tiếp nhận)';
comment on column dossiers.dossiers.place is 'Commune by which the deciding agency was found';
comment on column dossiers.dossiers.intake_clock is 'Ledger of the intake clock: from submission, 8 working hours';
comment on column dossiers.dossiers.clock is 'Ledger of the settlement clock: from acceptance of a complete dossier';
comment on column dossiers.dossiers.due_at is 'Due date today; null before acceptance';
comment on column dossiers.dossiers.promised_at is 'First date promised on the acceptance slip: figures measure against it';
comment on column dossiers.dossiers.process is 'Instance of the process: where its tokens stand';
create index on dossiers.dossiers (tenant, applicant, submitted_at desc);
create index on dossiers.dossiers (tenant, agency, submitted_at desc);
create index open_by_due on dossiers.dossiers (tenant, due_at) where ended_at is null;

do $$ begin
  for year in 2025..2035 loop
    execute format('create table dossiers.dossiers_%s partition of dossiers.dossiers for values from (%s) to (%s)', year, year, year + 1);
  end loop;
  create table dossiers.dossiers_other partition of dossiers.dossiers default;
end $$;

create table dossiers.codes (
  tenant smallint not null,
  code text not null,
  dossier uuid not null,
  primary key (tenant, code)
);
comment on table dossiers.codes is 'Codes of dossiers (mã hồ sơ), ours and those of the national portal: unique over all years';

create table dossiers.submissions (
  tenant smallint not null,
  key text not null,
  dossier uuid not null,
  primary key (tenant, key)
);
comment on table dossiers.submissions is 'Idempotency keys: a double click, a retry or two tabs make one dossier';

create table dossiers.components (
  tenant smallint not null,
  dossier uuid not null,
  n smallint not null,
  component text not null,
  name text not null,
  manner text not null check (manner in ('handed-in', 'shown', 'vault', 'registry')),
  file uuid,
  hash text,
  pages integer,
  originals smallint not null default 0,
  copies smallint not null default 0,
  matches_by uuid,
  added_at timestamptz not null,
  primary key (tenant, dossier, n)
);
comment on table dossiers.components is 'Documents of the dossier (thành phần hồ sơ), each with the hash of its file';
comment on column dossiers.components.matches_by is 'Officer who confirmed that the digital copy matches the original';

create table dossiers.supplements (
  tenant smallint not null,
  dossier uuid not null,
  n smallint not null,
  asked_at timestamptz not null,
  asked_by uuid,
  defects jsonb not null,
  basis text,
  answered_at timestamptz,
  primary key (tenant, dossier, n)
);
comment on table dossiers.supplements is 'Requests for supplement (yêu cầu bổ sung): all defects at once; more than one only where sector law is cited';

create table dossiers.proposals (
  tenant smallint not null,
  dossier uuid not null,
  n smallint not null,
  kind text not null check (kind in ('grant', 'refuse', 'supplement')),
  data jsonb not null,
  reason text,
  by_account uuid,
  at timestamptz not null,
  primary key (tenant, dossier, n)
);
comment on table dossiers.proposals is 'What the case officer proposes: the result to grant, a refusal, or a supplement';

grant select, insert, update on dossiers.dossiers, dossiers.supplements, dossiers.components to toantrinh;
grant select, insert on dossiers.codes, dossiers.submissions, dossiers.proposals to toantrinh;
