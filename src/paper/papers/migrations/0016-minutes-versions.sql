-- Minutes that were refused go back to whoever wrote them; a new version takes their place. After issue a new document corrects them and names them.
alter table papers.minutes
  add column drafter uuid,
  add column written jsonb,
  add column follows uuid,
  add column refused_by text;
comment on column papers.minutes.drafter is 'Account that wrote them: a refusal is its work; null: written before this was noted';
comment on column papers.minutes.written is 'What the drafter wrote, from which a new version begins; null: written before this was kept';
comment on column papers.minutes.follows is 'The refused version in whose place this one stands';
comment on column papers.minutes.refused_by is 'Who did not sign';
create unique index on papers.minutes (tenant, follows);
