-- An authorisation may be limited to a field of work: whether it covers paying is told by the charge.
alter table payments.charges add column field text;
comment on column payments.charges.field is 'Lĩnh vực of the procedure that it is for. Told since this column is there';
