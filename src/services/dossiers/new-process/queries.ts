/** Reading orders: an officer sees only those that they gave themselves. */
import { own, type Look } from '../../../ground/db/act.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import type { MoveState, ProcessMove, ProcessMoveItem, ProcessMoveTables } from './schema.ts';
import type { DossierTables } from '../schema.ts';

const PAGE = 100;

const tables = (look: Look) => own<ProcessMoveTables & DossierTables>(look.tx);

/** An order, whoever gave it; for the worker. Null when there is none. */
export const findMove = async (look: Look, id: string): Promise<ProcessMove | null> =>
  (await tables(look)
    .selectFrom('dossiers.process_moves')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null;

/** An order of the officer who looks. Throws NotFound. */
export async function getMove(look: Look, id: string): Promise<ProcessMove> {
  const found = isId(id) ? await findMove(look, id) : null;
  if (found && found.account === look.by.account) return found;
  throw new NotFound({ vi: 'Không có lần chuyển quy trình này.', en: 'There is no such order.' });
}

const itemsOf = (look: Look, move: string) =>
  tables(look)
    .selectFrom('dossiers.process_move_items as i')
    .where('i.tenant', '=', look.tenant)
    .where('i.move', '=', move);

/** Dossiers of an order that have not gone over yet, in portions. */
export const listWaiting = async (look: Look, move: string, most: number): Promise<readonly string[]> =>
  (
    await itemsOf(look, move)
      .select('i.dossier')
      .where('i.state', '=', 'waiting')
      .orderBy('i.dossier')
      .limit(most)
      .execute()
  ).map(({ dossier }) => dossier);

/** How many of an order stand how. */
export async function countMoved(look: Look, move: string): Promise<Readonly<Record<MoveState, number>>> {
  const rows = await itemsOf(look, move)
    .select((one) => ['i.state', one.fn.countAll<string>().as('n')])
    .groupBy('i.state')
    .execute();
  const counts = { waiting: 0, done: 0, failed: 0 };
  for (const { state, n } of rows) counts[state] = Number(n);
  return counts;
}

/** One line of the list of results. */
export type Moved = Pick<ProcessMoveItem, 'dossier' | 'state' | 'problem'> & { readonly code: string };

/** A page of results, what could not go over first; `next` is where the following one begins, null at the end. */
export async function listMoved(
  look: Look,
  move: string,
  after?: string,
): Promise<{ readonly rows: readonly Moved[]; readonly next: string | null }> {
  const place = readPlace(after);
  let query = itemsOf(look, move)
    .innerJoin('dossiers.dossiers as d', (on) =>
      on.onRef('d.tenant', '=', 'i.tenant').onRef('d.id', '=', 'i.dossier'),
    )
    .select(['i.dossier', 'i.state', 'i.problem', 'd.code'])
    // What waits, then what could not go over, then what did.
    .orderBy('i.state', 'desc')
    .orderBy('i.dossier', 'desc')
    .limit(PAGE + 1);
  if (place)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('i.state', 'i.dossier'), '<', tuple(place.state, place.dossier)),
    );
  const found = await query.execute();
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return { rows, next: found.length > PAGE && last ? `${last.state}~${last.dossier}` : null };
}

/** Where a page begins; null for the first one, also when what came in the address is no place. */
function readPlace(
  after: string | undefined,
): { readonly state: MoveState; readonly dossier: string } | null {
  const [state = '', dossier = ''] = (after ?? '').split('~');
  return isState(state) && isId(dossier) ? { state, dossier } : null;
}

const isState = (word: string): word is MoveState =>
  word === 'waiting' || word === 'done' || word === 'failed';
