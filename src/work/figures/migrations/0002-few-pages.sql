-- A month and what stands open are read from few pages: one row holds all kinds, or all states, of an agency or of a subject in the whole tenant.
-- Pages are filled to a fifth: the next versions of a row find room beside it even while something long reads, so that counting neither spreads a
-- month over the table nor writes to its index.
alter table figures.daily alter column part set default 0;
alter table figures.spans alter column part set default 0;

alter table figures.monthly rename to monthly_by_kind;
alter index figures.monthly_pkey rename to monthly_by_kind_pkey;
create table figures.monthly (
  tenant smallint not null,
  measure text not null,
  month date not null,
  agency uuid not null,
  subject text not null,
  part smallint not null default 0,
  numbers jsonb not null,
  primary key (tenant, measure, month, agency, subject, part)
) with (fillfactor = 20);
comment on table figures.monthly is 'How many facts of each kind happened in a month: once by agency (subject empty), once by subject for the whole tenant (agency zero)';
comment on column figures.monthly.tenant is 'Ministry or province';
comment on column figures.monthly.measure is 'What is counted';
comment on column figures.monthly.month is 'First day of the month in Vietnam';
comment on column figures.monthly.agency is 'Agency; the zero id stands for all of the tenant';
comment on column figures.monthly.subject is 'Subject; empty stands for all';
comment on column figures.monthly.part is 'One of a few parts of the same figures, where the whole tenant counts; agencies have one';
comment on column figures.monthly.numbers is 'How many, by what happened: submitted, accepted, on-time, late …';
insert into figures.monthly (tenant, measure, month, agency, subject, numbers)
  select tenant, measure, month, agency, subject, jsonb_object_agg(kind, n)
    from (select tenant, measure, month, agency, subject, kind, sum(n)::int as n from figures.monthly_by_kind group by 1, 2, 3, 4, 5, 6) k
   group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5;
drop table figures.monthly_by_kind;

alter table figures.standing rename to standing_by_subject;
alter index figures.standing_pkey rename to standing_by_subject_pkey;
create table figures.standing (
  tenant smallint not null,
  measure text not null,
  agency uuid not null,
  numbers jsonb not null,
  primary key (tenant, measure, agency)
) with (fillfactor = 20);
comment on table figures.standing is 'How many open items stand in each state now';
comment on column figures.standing.tenant is 'Ministry or province';
comment on column figures.standing.measure is 'What is counted';
comment on column figures.standing.agency is 'Agency that is answerable for the items';
comment on column figures.standing.numbers is 'How many, by state; zero where none stands any more';
insert into figures.standing (tenant, measure, agency, numbers)
  select tenant, measure, agency, jsonb_object_agg(state, n)
    from (select tenant, measure, agency, state, sum(n)::int as n from figures.standing_by_subject group by 1, 2, 3, 4) s
   group by 1, 2, 3 order by 1, 2, 3;
drop table figures.standing_by_subject;

grant select, insert, update, delete on figures.monthly, figures.standing to toantrinh;
