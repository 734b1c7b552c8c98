-- The digest of what a version says: whoever has that content in memory need not fetch it again.
alter table catalogue.versions
  add column content_hash text not null generated always as (md5(national::text || local::text)) stored;
comment on column catalogue.versions.content_hash is 'Digest of both layers; guards nothing, it only tells contents apart';
