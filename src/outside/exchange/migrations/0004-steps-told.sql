-- Which steps of the record an envelope tells, so that those the portal refused can be told again.
alter table exchange.outbox add column tells jsonb;
comment on column exchange.outbox.tells is 'Numbers of the steps that are told (CapNhatTienDoHoSoMC); null: none, or written before this was kept';
