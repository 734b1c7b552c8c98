/** Reading papers. */
import { own, type Look } from '../../ground/db/act.ts';
import type { Paper, PaperTables } from './schema.ts';

/** The paper with this code of the public check, or null. */
export const findByCheckCode = (look: Look, code: string): Promise<Paper | null> =>
  one(look, 'code', code.trim().toUpperCase());

/** The paper whose bytes have this hash, or null. */
export const findByHash = (look: Look, hash: string): Promise<Paper | null> => one(look, 'hash', hash);

const one = async (look: Look, column: 'code' | 'hash', value: string): Promise<Paper | null> =>
  (await own<PaperTables>(look.tx)
    .selectFrom('papers.papers')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where(column, '=', value)
    .executeTakeFirst()) ?? null;

/** Papers of an item, oldest first. */
export const listPapersOf = (look: Look, item: string): Promise<Paper[]> =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.papers')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('item', '=', item)
    .orderBy('created_at')
    .execute();
