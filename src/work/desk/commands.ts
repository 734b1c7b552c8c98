/** Opening and closing work, and private comments. Rooms call these inside their own acts. */
import { own, type Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { newId } from '../../ground/record/index.ts';
import { fold } from '../../ground/text/fold.ts';
import type { DeskTables, NewWork, Work } from './schema.ts';

/** So much of a work item is searched: its code, who it is for, and the beginning of a title of any length. */
const SEARCHED_LETTERS = 500;

/** Opens a work item. Returns its id. */
export function openWork(act: Act, { party = null, ...work }: NewWork): string {
  const id = newId(act.now);
  insert(act.writes, 'desk.work', {
    tenant: act.tenant,
    id,
    ...work,
    party,
    search: fold(`${work.code} ${work.subject} ${work.title}`).slice(0, SEARCHED_LETTERS),
    opened_at: act.now,
    closed_at: null,
    closed_by: null,
  });
  return id;
}

/** Closes open work items of an item, all or those that fit, because the act that was asked for was done. */
export async function closeWork(
  act: Act,
  item: string,
  which: { readonly kind?: string; readonly ref?: string } = {},
): Promise<void> {
  for (const work of await openOf(act, item)) {
    if ((which.kind && work.kind !== which.kind) || (which.ref && work.ref !== which.ref)) continue;
    shut(act, work.id);
  }
}

/** Closes one work item. */
export const shut = (act: Act, work: string): void =>
  update(
    act.writes,
    'desk.work',
    { tenant: act.tenant, id: work },
    { closed_at: act.now, closed_by: act.by.account },
  );

/** Gives one open work item to an officer, or (null) back to everybody of the role. */
export const handOver = (act: Act, work: string, to: string | null): void =>
  update(act.writes, 'desk.work', { tenant: act.tenant, id: work }, { holder: to });

/** Marks one open work item as waiting for something outside (its date stays), or (null) as possible again. */
export const pauseWork = (act: Act, work: string, why: string | null): void =>
  update(act.writes, 'desk.work', { tenant: act.tenant, id: work }, { paused_for: why });

/** Sets the due date of one open work item. */
export const redateWork = (act: Act, work: string, due: Date): void =>
  update(act.writes, 'desk.work', { tenant: act.tenant, id: work }, { due_at: due });

/** Sets due date and pause of the open work of an item, after its clock was computed anew; not of work that has a clock of its own. */
export async function retime(
  act: Act,
  item: string,
  due: Date | null,
  pausedFor: string | null,
  hasOwnClock: (work: Pick<Work, 'kind' | 'ref'>) => boolean = () => false,
): Promise<void> {
  for (const work of await openOf(act, item)) {
    if (hasOwnClock(work)) continue;
    update(
      act.writes,
      'desk.work',
      { tenant: act.tenant, id: work.id },
      { due_at: due, paused_for: pausedFor },
    );
  }
}

const openOf = (act: Act, item: string) =>
  own<DeskTables>(act.tx)
    .selectFrom('desk.work')
    .select(['id', 'kind', 'ref'])
    .where('tenant', '=', act.tenant)
    .where('item', '=', item)
    .where('closed_at', 'is', null)
    .execute();

/** Adds a private comment to an item. */
export function comment(act: Act, item: string, body: string): void {
  insert(act.writes, 'desk.comments', {
    tenant: act.tenant,
    id: newId(act.now),
    item,
    account: act.by.account,
    name: act.by.name,
    at: act.now,
    body,
  });
}
