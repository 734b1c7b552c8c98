/** Erasure by law of what steps say of a person; the steps, their hashes and the chain stay (Law 91/2025/QH15, art. 14). */
import { sql } from 'kysely';
import type { Act } from '../db/act.ts';

/**
 * Blanks the payloads of all steps of items of a kind that name this owner. Returns how many were blanked. A rare act of an
 * officer: it reads all items of the kind.
 */
export async function erasePayloads(act: Act, kind: string, owner: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select p.seq, record.erase(p.tenant, p.born, p.item, p.seq, ${act.now})
      from record.payloads p
      join record.items i on i.tenant = p.tenant and i.born = p.born and i.id = p.item
     where p.tenant = ${act.tenant} and i.kind = ${kind} and p.erased_at is null
       and (p.before->>'owner' = ${owner} or p.after->>'owner' = ${owner})`.execute(act.tx);
  return rows.length;
}
