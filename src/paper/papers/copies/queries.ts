/** Reading the books of copies. */
import { sql } from 'kysely';
import { own, type Look } from '../../../ground/db/act.ts';
import { isId } from '../../../ground/record/index.ts';
import { findFormer } from '../renewal/signed-files.ts';
import type { Copy, PaperTables } from '../schema.ts';

const copies = (look: Look) =>
  own<PaperTables>(look.tx).selectFrom('papers.copies').selectAll().where('tenant', '=', look.tenant);

/** The copy or conversion with this code of the public check, or null. */
export const findCopyByCode = async (look: Look, code: string): Promise<Copy | null> =>
  (await copies(look).where('code', '=', code.trim().toUpperCase()).executeTakeFirst()) ?? null;

/** One of the copies of a paper, or null. */
export const findCopy = async (look: Look, paper: string, id: string): Promise<Copy | null> =>
  isId(id)
    ? ((await copies(look).where('paper', '=', paper).where('id', '=', id).executeTakeFirst()) ?? null)
    : null;

/** The copy with this id, or null. */
export const findCopyById = async (look: Look, id: string): Promise<Copy | null> =>
  isId(id) ? ((await copies(look).where('id', '=', id).executeTakeFirst()) ?? null) : null;

/** The electronic copy whose bytes have this hash, now or before its evidence was renewed; or null. */
export async function findCopyByFile(look: Look, hash: string): Promise<Copy | null> {
  const now = await copies(look).where('file', '=', hash).executeTakeFirst();
  if (now) return now;
  const former = await findFormer(look, 'copy', hash);
  return former && findCopyById(look, former.id);
}

/** How many copies a page of the book holds. */
export const COPIES_A_PAGE = 50;

/** A line of the book: a copy, with the paper that a copy on paper was made of. */
export type BookLine = Copy & {
  readonly paper_title: string | null;
  readonly paper_symbol: string | null;
  readonly paper_issuer: string | null;
};

/** The book of copies of these agencies, newest first, one more than a page so that one knows whether there are more. */
export function listBook(
  look: Look,
  agencies: readonly string[],
  before: { readonly at: string; readonly id: string } | null,
): Promise<BookLine[]> {
  const query = own<PaperTables>(look.tx)
    .selectFrom('papers.copies as c')
    .leftJoin('papers.papers as p', (on) =>
      on.onRef('p.tenant', '=', 'c.tenant').onRef('p.id', '=', 'c.paper'),
    )
    .selectAll('c')
    .select(['p.title as paper_title', 'p.symbol as paper_symbol', 'p.agency_name as paper_issuer'])
    .where('c.tenant', '=', look.tenant)
    .where('c.agency', '=', sql<string>`any(${agencies}::uuid[])`)
    .where('c.number', 'is not', null)
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(COPIES_A_PAGE + 1);
  return (
    before
      ? query.where(sql<boolean>`(c.made_at, c.id) < (${before.at}::timestamptz, ${before.id}::uuid)`)
      : query
  ).execute();
}

/** What was made of a paper, oldest first. */
export const listCopies = (look: Look, paper: string): Promise<Copy[]> =>
  copies(look).where('paper', '=', paper).orderBy('made_at').execute();
