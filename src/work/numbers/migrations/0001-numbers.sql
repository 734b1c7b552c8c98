-- Numbers (số): books that count without gaps or doubles.
create schema numbers;
grant usage on schema numbers to toantrinh;

create table numbers.books (
  tenant smallint not null,
  book text not null,
  period text not null,
  last bigint not null,
  primary key (tenant, book, period)
);
comment on table numbers.books is 'Last number given in each book (sổ) and period; a number and the fact that bears it commit together';
comment on column numbers.books.book is 'What is counted and for whom: dossier codes of an agency, its outgoing documents …';
comment on column numbers.books.period is 'Day or year after which counting begins anew';

grant select, insert, update on numbers.books to toantrinh;
