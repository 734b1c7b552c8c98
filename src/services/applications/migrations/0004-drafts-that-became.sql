-- Drafts that were submitted before the ledger of calls knew what became of a draft.
insert into wire.drafts (tenant, draft, item)
select tenant, id, dossier from applications.drafts where dossier is not null
on conflict do nothing;
