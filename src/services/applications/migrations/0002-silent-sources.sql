-- Registries that did not answer when a draft was begun: their questions are asked, marked, and checked after submission.
alter table applications.drafts add column silent text[] not null default '{}';
comment on column applications.drafts.silent is 'Sources that did not answer when the draft was begun (population, civil-status …)';
