-- Ratings after the result (đánh giá sự hài lòng), private to the rater: who gave which is stored nowhere.
create schema requests;
grant usage on schema requests to toantrinh;

create table requests.ratings (
  tenant smallint not null,
  id uuid not null,
  agency uuid not null,
  procedure text not null,
  day date not null,
  score smallint not null check (score between 1 and 5),
  words text not null,
  primary key (tenant, id)
);
comment on table requests.ratings is 'Ratings: agency, procedure, day, score and words; no person, no dossier, no time of day';
comment on column requests.ratings.tenant is 'Ministry or province';
comment on column requests.ratings.id is 'Random: tells neither time nor order';
comment on column requests.ratings.agency is 'Agency that decided';
comment on column requests.ratings.procedure is 'Code of the procedure';
comment on column requests.ratings.day is 'Day on which it was given';
comment on column requests.ratings.score is '1 very dissatisfied … 5 very satisfied';
comment on column requests.ratings.words is 'What the person added; may be empty';

create table requests.rated (
  tenant smallint not null,
  mark text not null,
  primary key (tenant, mark)
);
comment on table requests.rated is 'Dossiers that were rated, as marks that lead from neither side to the other: nobody rates twice';
comment on column requests.rated.tenant is 'Ministry or province';
comment on column requests.rated.mark is 'Keyed hash of the dossier; the key lies outside of the database';

grant select, insert on requests.ratings, requests.rated to toantrinh;
