-- A signer of minutes who cannot sign any more (left, ill) is replaced by another, for a reason that the minutes say.
alter table papers.minutes
  add column secretary_for text,
  add column secretary_why text,
  add column chair_for text,
  add column chair_why text,
  add column edition integer not null default 1,
  add check ((secretary_for is null) = (secretary_why is null)),
  add check ((chair_for is null) = (chair_why is null));
comment on column papers.minutes.secretary_for is 'Who was the secretary at the meeting, where another signs in their place; null: the secretary signs';
comment on column papers.minutes.secretary_why is 'Why another signs in the place of the secretary';
comment on column papers.minutes.chair_for is 'Who chaired the meeting, where another signs in their place; null: the chair signs';
comment on column papers.minutes.chair_why is 'Why another signs in the place of the chair';
comment on column papers.minutes.edition is 'Grows with each change of signers: a signature over an earlier edition does not count';
