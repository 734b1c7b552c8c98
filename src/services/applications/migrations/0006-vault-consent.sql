-- At the counter an officer looks for papers in the person's own vault only once that person, who stands there, has consented (Law 91/2025/QH15).
alter table applications.drafts add column vault_consent_at timestamptz;
comment on column applications.drafts.vault_consent_at is 'When the applicant consented at the counter that the officer looks for papers in the vault for this application; null: they have not';
