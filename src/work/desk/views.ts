/** Saved views of the inbox (bộ lọc đã lưu): an officer's own, a name and what stands behind the question mark. */
import type { Act } from '../../ground/db/act.ts';
import { insert, remove, update } from '../../ground/db/writes.ts';
import { Invalid, NotFound } from '../../ground/operate/errors.ts';
import { newId } from '../../ground/record/index.ts';
import { listViews } from './queries.ts';
import { words } from './words.ts';

const MOST = 50;
/** What of an address a view keeps: the filters, never the place in the list. */
const kept = ['xem', 'tre', 'q', 'loai', 'sort'] as const;

/** The part of a query that a view keeps, in one order. */
export const viewOf = (query: Readonly<Record<string, string>>): string =>
  new URLSearchParams(
    kept.flatMap((name) => (query[name] ? [[name, query[name].slice(0, 100)]] : [])),
  ).toString();

/** Keeps the present filters under a name. */
export async function saveView(act: Act, name: string, query: string): Promise<void> {
  if ((await listViews(act)).length >= MOST)
    throw new Invalid([{ field: 'name', message: words.tooManyViews }]);
  const plain = viewOf(Object.fromEntries(new URLSearchParams(query)));
  insert(act.writes, 'desk.views', {
    tenant: act.tenant,
    id: newId(act.now),
    account: act.by.account,
    name,
    query: plain,
  });
}

/** Throws NotFound for a view that the officer who acts has not: those of others are nobody's business. */
async function guardOwn(act: Act, id: string): Promise<void> {
  if (!(await listViews(act)).some((view) => view.id === id)) throw new NotFound(words.noView);
}

/** Gives a saved view of the officer who acts another name. */
export async function renameView(act: Act, id: string, name: string): Promise<void> {
  await guardOwn(act, id);
  update(act.writes, 'desk.views', { tenant: act.tenant, id }, { name });
}

/** Drops a saved view of the officer who acts. */
export async function dropView(act: Act, id: string): Promise<void> {
  await guardOwn(act, id);
  remove(act.writes, 'desk.views', { tenant: act.tenant, id });
}
