-- Electronic copies (sao y, sao lục, trích sao as signed files) stand in the same book as copies on paper. Also of documents that this
-- installation did not issue: then there is no paper, and the copy says itself what it was made from.
alter table papers.copies
  alter column paper drop not null,
  add column medium text not null default 'paper' check (medium in ('paper', 'electronic')),
  add column original jsonb,
  add column pages text,
  add column file text,
  add column size bigint,
  add column authorised_by text,
  add column authorised_as text,
  add check (medium = 'paper' or (file is not null and size is not null and original is not null and authorised_by is not null)),
  add check (medium = 'electronic' or paper is not null);
comment on column papers.copies.medium is 'On paper, or a file signed by the agency (Decree 30/2020, art. 25.1c)';
comment on column papers.copies.original is 'What an electronic copy was made from: title, symbol, issuer, day, kind of source';
comment on column papers.copies.pages is 'Pages of the source that an electronic extract holds';
comment on column papers.copies.file is 'SHA-256 of the signed copy';
comment on column papers.copies.authorised_by is 'Who decided that it be made (thẩm quyền sao, art. 27)';
comment on column papers.copies.authorised_as is 'In which capacity, as it would stand above the name';
create unique index on papers.copies (tenant, file) where file is not null;
create index on papers.copies (tenant, agency, made_at desc);

-- Copies of all kinds are numbered together (Annex I, part II, section II.1c): the common book goes on after the highest number given.
insert into numbers.books (tenant, book, period, last)
  select tenant, 'copies ' || agency, extract(year from made_on)::text, max(number) from papers.copies
   where number is not null group by 1, 2, 3;
