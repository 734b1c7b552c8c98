-- Who signed for the result at the counter (ký nhận): printed in the register (form 07).
alter table dossiers.dossiers add column received_by text;
comment on column dossiers.dossiers.received_by is 'Name of who signed for the result at the counter; null: it went another way, or nobody has it yet';
