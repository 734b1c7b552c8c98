-- Whoever gives an address proves that it is theirs before anything is sent to it: a wrong one would tell a stranger of their matters.
create table messages.proofs (
  tenant smallint not null,
  owner uuid not null,
  kind text not null check (kind in ('email', 'phone')),
  value text not null,
  salt text not null,
  mac text not null,
  tries integer not null default 0,
  asked integer not null default 1,
  at timestamptz not null,
  primary key (tenant, owner, kind)
);
comment on table messages.proofs is 'Addresses whose owner has been sent a code and has not entered it yet; one per kind';
comment on column messages.proofs.value is 'The address or number that the code went to';
comment on column messages.proofs.mac is 'Hash of the code with the salt';
comment on column messages.proofs.tries is 'Wrong codes entered';
comment on column messages.proofs.asked is 'Codes sent within the last day';
comment on column messages.proofs.at is 'When the last code was sent';
grant select, insert, update, delete on messages.proofs to toantrinh;
