/** Taking the next number. */
import { send } from '../../ground/db/connect.ts';
import type { Act } from '../../ground/db/act.ts';
import { fill, periodOf, type Period } from './template.ts';

/** A book: what is counted, how its numbers look, when it begins anew. */
export type Book = { readonly name: string; readonly template: string; readonly period: Period };

/**
 * Takes the next number of a book and fills the template. A statement of its own, because the rows of the act carry
 * the number; it holds the book until the act commits, so that numbers have no gaps and no doubles.
 */
export async function takeNumber(
  act: Act,
  book: Book,
  day: string,
  values: Readonly<Record<string, string>>,
): Promise<{ n: number; text: string }> {
  const [row] = await send<{ last: number }>(
    act.tx,
    `insert into numbers.books as b (tenant, book, period, last) values ($1, $2, $3, 1)
     on conflict (tenant, book, period) do update set last = b.last + 1 returning last`,
    [act.tenant, book.name, periodOf(book.period, day)],
  );
  const n = row!.last;
  return { n, text: fill(book.template, { n, day, values }) };
}
