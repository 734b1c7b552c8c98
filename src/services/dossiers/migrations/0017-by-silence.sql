-- Approval by silence (chấp thuận mặc nhiên) is counted apart: what nobody decided is no achievement of the agency.
alter table dossiers.dossiers add column by_silence boolean not null default false;
comment on column dossiers.dossiers.by_silence is 'The limit passed and the law takes silence as approval (chấp thuận do quá hạn): nobody decided it. Told since this column is there';
