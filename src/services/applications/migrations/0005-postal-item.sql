-- What came by public post: when it reached us, who sent it, and the number of the postal item. Kept with the dossier as well.
alter table applications.drafts add column postal jsonb;
comment on column applications.drafts.postal is 'The postal item of a paper dossier (arrivedOn, sender, number); null: it did not come by post';
