/** Reading papers. */
import { sql } from 'kysely';
import { own, type Look } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { isId } from '../../ground/record/index.ts';
import { findFormer } from './renewal/signed-files.ts';
import type { Paper, PaperTables } from './schema.ts';

/** The paper of this id. Throws NotFound. */
export async function getPaper(look: Look, id: string): Promise<Paper> {
  const row = isId(id) ? await one(look, 'id', id) : null;
  if (!row) throw new NotFound({ vi: 'Không có văn bản này.', en: 'There is no such paper.' });
  return row;
}

/** The paper with this code of the public check, or null. */
export const findByCheckCode = (look: Look, code: string): Promise<Paper | null> =>
  one(look, 'code', code.trim().toUpperCase());

/** The paper whose bytes have this hash, now or before its evidence was renewed; or null. */
export async function findByHash(look: Look, hash: string): Promise<Paper | null> {
  const now = await one(look, 'hash', hash);
  if (now) return now;
  const former = await findFormer(look, 'paper', hash);
  return former && one(look, 'id', former.id);
}

const papers = (look: Look) =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.papers')
    .leftJoin('papers.keepers', (on) =>
      on
        .onRef('papers.keepers.tenant', '=', 'papers.papers.tenant')
        .onRef('papers.keepers.agency', '=', 'papers.papers.agency'),
    )
    .selectAll('papers.papers')
    .select('papers.keepers.keeper')
    .where('papers.papers.tenant', '=', look.tenant);

const one = async (look: Look, column: 'id' | 'code' | 'hash', value: string): Promise<Paper | null> =>
  (await papers(look).where(`papers.papers.${column}`, '=', value).executeTakeFirst()) ?? null;

/** Papers of an item, oldest first. */
export const listPapersOf = (look: Look, item: string): Promise<Paper[]> =>
  papers(look).where('item', '=', item).orderBy('created_at').execute();

/** Which issued papers an officer wants to see. */
export type PaperFilter = {
  /** Words in number, title or owner's name. */
  readonly words?: string;
  readonly state?: 'issued' | 'revoked' | 'superseded';
  /** The last row of the page before. */
  readonly after?: { readonly at: string; readonly id: string };
};

/** How many papers a page of the list holds. */
export const PAPERS_A_PAGE = 50;

/** Issued papers of these agencies and of those whose papers they look after, newest first, one more than a page so that one knows whether there are more. */
export function listIssued(look: Look, agencies: readonly string[], filter: PaperFilter): Promise<Paper[]> {
  const kept = sql`array(select agency from papers.keepers where tenant = ${look.tenant} and keeper = any(${agencies}::uuid[]))`;
  let query = papers(look)
    .where('papers.papers.agency', '=', sql<string>`any(${agencies}::uuid[] || ${kept})`)
    .where('issued_at', 'is not', null)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAPERS_A_PAGE + 1);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.words) {
    const like = `%${filter.words.replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where((is) =>
      is.or([is('symbol', 'ilike', like), is('title', 'ilike', like), is('owner_name', 'ilike', like)]),
    );
  }
  if (filter.after)
    query = query.where(
      sql<boolean>`(issued_at, id) < (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`,
    );
  return query.execute();
}

/** The open correction of a paper: drafted, neither issued yet nor refused; or null. */
export const findCorrection = async (look: Look, id: string): Promise<Paper | null> =>
  (await papers(look)
    .where('replaces', '=', id)
    .where('issued_at', 'is', null)
    .where('state', '<>', 'revoked')
    .executeTakeFirst()) ?? null;
