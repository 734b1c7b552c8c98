/** Reading the books of copies. */
import { own, type Look } from '../../../ground/db/act.ts';
import { isId } from '../../../ground/record/index.ts';
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

/** What was made of a paper, oldest first. */
export const listCopies = (look: Look, paper: string): Promise<Copy[]> =>
  copies(look).where('paper', '=', paper).orderBy('made_at').execute();
