-- Keeping in step with the national procedure database (đối chiếu với Cơ sở dữ liệu quốc gia về thủ tục hành chính).
create table catalogue.comparisons (
  tenant smallint not null,
  id uuid not null,
  at timestamptz not null,
  by_account uuid,
  listed integer,
  asked integer,
  trouble text check (trouble in ('no-answer', 'short-list')),
  primary key (tenant, id)
);
comment on table catalogue.comparisons is 'A comparison of the whole catalogue with the national database';
comment on column catalogue.comparisons.by_account is 'Who pressed the button; null: the nightly one';
comment on column catalogue.comparisons.listed is 'How many procedures the database listed; null until it answered';
comment on column catalogue.comparisons.asked is 'How many of them are here and are read one by one';
comment on column catalogue.comparisons.trouble is 'No answer at all, or a list so short that nothing is concluded from what is not in it';
create index latest_comparison on catalogue.comparisons (tenant, at desc);

create table catalogue.national_answers (
  tenant smallint not null,
  code text not null,
  comparison uuid not null,
  name text not null,
  state text not null check (state in ('same', 'differs', 'new', 'absent', 'unreadable')),
  hash text,
  content jsonb,
  settled text,
  checked_at timestamptz not null,
  primary key (tenant, code)
);
comment on table catalogue.national_answers is 'What the national database said last of each procedure';
comment on column catalogue.national_answers.hash is 'Hash of the answer';
comment on column catalogue.national_answers.content is 'The answer as a row that the import reads; null: it is in the list only, or no longer there';
comment on column catalogue.national_answers.settled is 'Hash of the answer that an editor took over or set aside: it is not shown again';
create index open_answers on catalogue.national_answers (tenant, state, code);

grant select, insert, update on catalogue.comparisons, catalogue.national_answers to toantrinh;
