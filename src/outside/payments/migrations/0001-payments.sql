-- Payments (thanh toán): what is owed, what came in, what was given back. Money is whole đồng.
create schema payments;
grant usage on schema payments to toantrinh;

create table payments.charges (
  tenant smallint not null,
  id uuid not null,
  key text not null,
  item uuid not null,
  code text not null,
  title text not null,
  procedure text not null,
  ref text not null,
  due_when text not null check (due_when in ('intake', 'supplement', 'return')),
  lines jsonb not null,
  amount bigint check (amount >= 0),
  state text not null check (state in ('due', 'paid', 'refunded', 'void')),
  agency uuid not null,
  counter uuid not null,
  person uuid,
  organisation uuid,
  filer uuid,
  payer_name text not null,
  created_at timestamptz not null,
  paid_at timestamptz,
  ended_why text,
  primary key (tenant, id),
  unique (tenant, key),
  unique (tenant, ref),
  check (state in ('due', 'void') or amount is not null)
);
comment on table payments.charges is 'What is asked for at once for one item (khoản phải nộp): one payment pays all its lines';
comment on column payments.charges.key is 'Makes a charge exist once, whatever is retried';
comment on column payments.charges.item is 'Item of the record that it is for: the dossier';
comment on column payments.charges.ref is 'Written on transfers; every MaThamChieu begins with it';
comment on column payments.charges.due_when is 'HinhThucThu: 1 intake, 2 supplement, 4 return';
comment on column payments.charges.lines is 'Fees and charges with quantity, rate, amount, basis and exemption';
comment on column payments.charges.amount is 'Đồng; null: unknown, cannot be paid until an officer enters it';
comment on column payments.charges.agency is 'Agency that collects';
comment on column payments.charges.counter is 'One-stop unit that takes cash for it';
create index on payments.charges (tenant, item);
create index charges_due on payments.charges (tenant, counter, created_at) where state = 'due';

create table payments.attempts (
  tenant smallint not null,
  ref text not null,
  charge uuid not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('begun', 'paid', 'failed', 'lapsed')),
  url text,
  begun_at timestamptz not null,
  asked integer not null default 0,
  ended_at timestamptz,
  primary key (tenant, ref),
  foreign key (tenant, charge) references payments.charges (tenant, id)
);
comment on table payments.attempts is 'Tries to pay at the national payment platform; ref is the MaThamChieu';
comment on column payments.attempts.asked is 'How often the platform was asked what became of it';
create index on payments.attempts (tenant, charge);

create table payments.credits (
  tenant smallint not null,
  id uuid not null,
  source text not null check (source in ('platform', 'bank', 'cash')),
  outside_id text not null,
  ref text,
  charge uuid,
  amount bigint not null check (amount > 0),
  at timestamptz not null,
  noted_at timestamptz not null,
  fate text not null check (fate in ('charge', 'surplus', 'wrong-amount', 'unmatched')),
  words text,
  cashier uuid,
  cashier_name text,
  primary key (tenant, id),
  unique (tenant, source, outside_id),
  foreign key (tenant, charge) references payments.charges (tenant, id)
);
comment on table payments.credits is 'Money that came in, each once by the number under which its source knows it';
comment on column payments.credits.fate is 'charge: pays one · surplus: it was paid already or is void · wrong-amount · unmatched: nobody knows what for';
comment on column payments.credits.words is 'What the payer wrote on the transfer';
comment on column payments.credits.cashier is 'Account of the officer who took it in cash';
create unique index one_payment on payments.credits (tenant, charge) where fate = 'charge';
create index on payments.credits (tenant, source, at);
create index on payments.credits (tenant, cashier, at) where cashier is not null;

create table payments.receipts (
  tenant smallint not null,
  charge uuid not null,
  credit uuid not null,
  agency uuid not null,
  symbol text not null,
  number text not null,
  amount bigint not null,
  issued_at timestamptz not null,
  primary key (tenant, charge),
  unique (tenant, agency, symbol, number),
  foreign key (tenant, credit) references payments.credits (tenant, id)
);
comment on table payments.receipts is 'Receipts (biên lai): one per paid charge, numbered from 1 each year without gaps in the book of the agency';

create table payments.refunds (
  tenant smallint not null,
  id uuid not null,
  credit uuid not null,
  charge uuid,
  amount bigint not null check (amount > 0),
  why text not null,
  state text not null check (state in ('asked', 'done')),
  asked_at timestamptz not null,
  asked_by uuid,
  done_at timestamptz,
  done_by uuid,
  evidence text,
  primary key (tenant, id),
  unique (tenant, credit),
  foreign key (tenant, credit) references payments.credits (tenant, id)
);
comment on table payments.refunds is 'Money to be given back, whole, each credit once (hoàn trả)';
comment on column payments.refunds.evidence is 'Number of the transfer or voucher by which it was given back';

grant select, insert, update on payments.charges, payments.attempts, payments.refunds to toantrinh;
grant select, insert on payments.credits, payments.receipts to toantrinh;
