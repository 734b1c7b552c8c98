-- Figures (số liệu): roll-ups written in the act that makes the fact. A busy row is split into a few parts, so that acts do not wait for each other.
create schema figures;
grant usage on schema figures to toantrinh;

create table figures.daily (
  tenant smallint not null,
  measure text not null,
  agency uuid not null,
  day date not null,
  subject text not null,
  kind text not null,
  part smallint not null,
  n integer not null,
  primary key (tenant, measure, agency, day, subject, kind, part)
);
comment on table figures.daily is 'How many facts of each kind happened at an agency on a day in Vietnam, by subject';
comment on column figures.daily.tenant is 'Ministry or province';
comment on column figures.daily.measure is 'What is counted: dossiers …; the room that owns the items names it';
comment on column figures.daily.agency is 'Agency that is answerable for the fact, as of its day';
comment on column figures.daily.day is 'Calendar day in Vietnam';
comment on column figures.daily.subject is 'What it is about: the code of the procedure';
comment on column figures.daily.kind is 'What happened: submitted, accepted, on-time, late …';
comment on column figures.daily.part is 'One of a few parts of the same figure: the figure is their sum';
comment on column figures.daily.n is 'How many';

create table figures.monthly (
  tenant smallint not null,
  measure text not null,
  month date not null,
  agency uuid not null,
  subject text not null,
  kind text not null,
  part smallint not null,
  n integer not null,
  primary key (tenant, measure, month, agency, subject, kind, part)
);
comment on table figures.monthly is 'The same by month: once by agency (subject empty), once by subject for the whole tenant (agency zero)';
comment on column figures.monthly.tenant is 'Ministry or province';
comment on column figures.monthly.measure is 'What is counted';
comment on column figures.monthly.month is 'First day of the month in Vietnam';
comment on column figures.monthly.agency is 'Agency; the zero id stands for all of the tenant';
comment on column figures.monthly.subject is 'Subject; empty stands for all';
comment on column figures.monthly.kind is 'What happened';
comment on column figures.monthly.part is 'One of a few parts of the same figure';
comment on column figures.monthly.n is 'How many';

create table figures.standing (
  tenant smallint not null,
  measure text not null,
  agency uuid not null,
  state text not null,
  subject text not null,
  part smallint not null,
  n integer not null,
  primary key (tenant, measure, agency, state, subject, part)
);
comment on table figures.standing is 'How many open items stand in each state now; a part may be negative, the sum is not';
comment on column figures.standing.tenant is 'Ministry or province';
comment on column figures.standing.measure is 'What is counted';
comment on column figures.standing.agency is 'Agency that is answerable for the item';
comment on column figures.standing.state is 'State of the item';
comment on column figures.standing.subject is 'What it is about';
comment on column figures.standing.part is 'One of a few parts of the same figure';
comment on column figures.standing.n is 'How many';

create table figures.spans (
  tenant smallint not null,
  measure text not null,
  subject text not null,
  agency uuid not null,
  year smallint not null,
  bucket smallint not null,
  part smallint not null,
  n integer not null,
  primary key (tenant, measure, subject, agency, year, bucket, part)
);
comment on table figures.spans is 'Histogram of how long items really took, pauses excluded: medians without sorting, by agency and (agency zero) for the whole tenant';
comment on column figures.spans.tenant is 'Ministry or province';
comment on column figures.spans.measure is 'What is counted';
comment on column figures.spans.subject is 'What it is about';
comment on column figures.spans.agency is 'Agency; the zero id stands for all of the tenant';
comment on column figures.spans.year is 'Year in Vietnam in which the item was finished';
comment on column figures.spans.bucket is 'Length in minutes by figures.bucket: exact below 32, then 16 to each doubling';
comment on column figures.spans.part is 'One of a few parts of the same figure';
comment on column figures.spans.n is 'How many';

create function figures.bucket(minutes integer) returns integer language sql immutable parallel safe as $$
  select case when minutes < 32 then minutes
    else 32 + (k - 5) * 16 + (minutes >> (k - 4)) - 16 end
    from (select 32 - position('1' in minutes::bit(32)::text) as k) as exponent
$$;
comment on function figures.bucket is 'Bucket of a length in minutes: 16 to each doubling; the same rule as bucketOf of the program';

grant select, insert, update, delete on figures.daily, figures.monthly, figures.standing, figures.spans to toantrinh;
