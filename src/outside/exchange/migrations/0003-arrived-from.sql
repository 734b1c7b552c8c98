-- What arrives says where it was filed, is known again by its content, and keeps what of its files never came.
alter table exchange.arrivals
  add column digest text,
  add column missing jsonb not null default '[]',
  add column differs_at timestamptz;
comment on column exchange.arrivals.system is 'Where it was filed: national-portal · vneid';
comment on column exchange.arrivals.digest is 'SHA-256 of the message as it was received: the same one sent again is known by it; null: received before this was kept';
comment on column exchange.arrivals.missing is 'Files that could not be had, each with its name and why';
comment on column exchange.arrivals.differs_at is 'When the same code last arrived with another content after it had been taken in; that content was not kept';
create index arrivals_item on exchange.arrivals (tenant, item) where item is not null;
