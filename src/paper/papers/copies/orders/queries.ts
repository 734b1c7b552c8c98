/** Reading electronic copies that are being prepared and decided on. */
import { sql } from 'kysely';
import { own, type Look } from '../../../../ground/db/act.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import { isId } from '../../../../ground/record/index.ts';
import type { CopyOrder, PaperTables } from '../../schema.ts';
import { orderWords } from './words.ts';

const orders = (look: Look) =>
  own<PaperTables>(look.tx).selectFrom('papers.copy_orders').selectAll().where('tenant', '=', look.tenant);

/** The order of this id. Throws NotFound. */
export async function getOrder(look: Look, id: string): Promise<CopyOrder> {
  const found = isId(id) ? await orders(look).where('id', '=', id).executeTakeFirst() : null;
  if (!found) throw new NotFound(orderWords.none);
  return found;
}

/** How long a refusal is listed. */
const REFUSED_DAYS = 30;
const MOST = 100;

/** What these agencies have not signed yet, and what was refused of late; newest first. */
export const listOpenOrders = (look: Look, agencies: readonly string[]): Promise<CopyOrder[]> =>
  orders(look)
    .where('agency', '=', sql<string>`any(${agencies}::uuid[])`)
    .where('state', 'in', ['draft', 'asked', 'approved', 'refused'])
    .where((is) =>
      is.or([
        is('state', '<>', 'refused'),
        is('decided_at', '>', new Date(look.now.getTime() - REFUSED_DAYS * 86_400_000)),
      ]),
    )
    .orderBy('prepared_at', 'desc')
    .limit(MOST)
    .execute();

/** Ids of what an agency has neither signed nor ended, above `after`, rising: for its heir. */
export async function listUnsigned(
  look: Look,
  agency: string,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  let query = orders(look)
    .where('agency', '=', agency)
    .where('state', 'in', ['draft', 'asked', 'approved'])
    .orderBy('id')
    .limit(limit);
  if (after !== null) query = query.where('id', '>', after);
  return (await query.execute()).map(({ id }) => id);
}
