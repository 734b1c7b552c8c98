-- What came by public post and is entered by an officer keeps the way by which it came (channel 3): its fees and figures follow it.
alter table applications.drafts add column by_post boolean not null default false;
comment on column applications.drafts.by_post is 'The paper dossier came by post; only of drafts that an officer enters';
