-- The ledger is read by state, newest first: what failed must be found among very many that did not.
create index deliveries_by_state on messages.deliveries (tenant, state, at desc, id desc);
