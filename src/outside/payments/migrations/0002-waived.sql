-- What was owed and is not taken (miễn thu) stands in the books: when, by whom. Why stands in ended_why.
alter table payments.charges
  add column waived_at timestamptz,
  add column waived_by uuid,
  add column waived_by_name text,
  add check ((waived_at is null) = (waived_by_name is null)),
  add check (waived_at is null or (state = 'void' and ended_why is not null));
comment on column payments.charges.waived_at is 'When an officer decided that it is not taken (miễn thu); ended_why says why';
comment on column payments.charges.waived_by is 'Account of that officer';
create index charges_waived on payments.charges (tenant, waived_at) where waived_at is not null;

-- What was waived before stands in the record alone until now.
update payments.charges h
   set waived_at = s.at, waived_by = s.account, waived_by_name = coalesce(s.name, '—'), ended_why = coalesce(h.ended_why, s.reason, '—')
  from record.steps s
  join record.payloads p using (tenant, born, item, seq)
 where s.tenant = h.tenant and s.item = h.item and s.act = 'payment.waive' and p.after->>'charge' = h.id::text and h.state = 'void';
