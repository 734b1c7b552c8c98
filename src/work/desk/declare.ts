/** An officer declares an interest in a matter; a leader finds that it does not stand in the way. Each is a step of the record of the matter. */
import type { Act, By } from '../../ground/db/act.ts';
import { insert, remove } from '../../ground/db/writes.ts';
import { Conflict, NotAllowed } from '../../ground/operate/errors.ts';
import { lockItem, step } from '../../ground/record/index.ts';
import { maySee } from './assign.ts';
import { handOver } from './commands.ts';
import { listInterests } from './interest.ts';
import { listWorkOf } from './queries.ts';
import { mayAssign, type Work } from './schema.ts';
import { words } from './words.ts';

/**
 * An officer declares an interest in a matter (khai xung đột lợi ích): what they have of it goes back to everybody of the role, and they
 * do nothing more with it. Throws Conflict when they have said so before.
 */
export async function declareInterest(act: Act, about: Work, reason: string): Promise<void> {
  const head = await lockItem(act, about.item);
  const { person, account, name } = act.by;
  if (person === null || !(await maySee(act, about))) throw new NotAllowed(words.notYours);
  if ((await listInterests(act, about.item)).some((one) => one.person === person))
    throw new Conflict(words.declaredMatter);
  insert(act.writes, 'desk.interests', {
    tenant: act.tenant,
    item: about.item,
    person,
    name,
    reason,
    at: act.now,
  });
  for (const { id, holder } of await listWorkOf(act, about.item))
    if (holder === account) handOver(act, id, null);
  step(act, head, { act: 'desk.declare-interest', visible: 'inside', after: { person }, reason });
}

/**
 * A leader who distributes the work finds that a declared interest does not stand in the way, and says why. Nobody lifts their own.
 * Throws Conflict when it is not declared (any more).
 */
export async function liftInterest(act: Act, about: Work, person: string, reason: string): Promise<void> {
  const head = await lockItem(act, about.item);
  if (!mayAssign(act.by, about) || person === act.by.person) throw new NotAllowed(words.notYoursToLift);
  if (!(await listInterests(act, about.item)).some((one) => one.person === person))
    throw new Conflict(words.notDeclared);
  const may = (by: By): boolean => mayAssign(by, about);
  remove(act.writes, 'desk.interests', { tenant: act.tenant, item: about.item, person });
  step(act, head, { act: 'desk.lift-interest', visible: 'inside', after: { person }, reason, may });
}
