-- The postal item of a paper dossier: when it reached the one-stop unit, who sent it, and its number at the post.
alter table dossiers.dossiers add column postal jsonb;
comment on column dossiers.dossiers.postal is 'Bưu gửi: arrivedOn, sender, number; null: it did not come by post, or before they were entered';
