/**
 * Letting any number of running dossiers go over to the newest process: the leader orders it once, the worker does it in portions, each
 * dossier by itself and with its own result (C2).
 */
import { own, type Act } from '../../../ground/db/act.ts';
import { attempt } from '../../../ground/db/attempt.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { newId } from '../../../ground/record/index.ts';
import { powersOf } from '../../../world/mandates/index.ts';
import { getProcedure } from '../../catalogue/index.ts';
import { hold } from '../load.ts';
import { changeProcess } from './change.ts';
import { olderThan } from './preview.ts';
import { findMove, listWaiting } from './queries.ts';
import type { ProcessMoveTables } from './schema.ts';

/** The next portion of an order is due. */
export const MOVE_ON = 'dossiers.process-move-on';

/** So many dossiers go over in one transaction. */
const PORTION = 50;

const noneChosen = { vi: 'Hãy chọn ít nhất một hồ sơ.', en: 'Choose at least one dossier.' };

/**
 * Orders that these running dossiers, or all of the officer's agencies that go by an older process, go over to the newest one. Returns the
 * id of the order. Throws Invalid where there are none.
 */
export async function orderMove(
  act: Act,
  procedure: string,
  chosen: readonly string[] | 'all',
  reason: string,
): Promise<string> {
  const id = newId(act.now);
  const older = olderThan(act, await getProcedure(act, procedure));
  const meant = older && (chosen === 'all' ? older : older.where('id', 'in', [...chosen]));
  if (!meant || chosen.length === 0) throw new Invalid([{ field: 'id', message: noneChosen }]);
  // Written at once where it is found: there may be more dossiers than an act should carry through the program.
  const { numInsertedOrUpdatedRows: n } = await own<ProcessMoveTables>(act.tx)
    .insertInto('dossiers.process_move_items')
    .columns(['tenant', 'move', 'dossier', 'state'])
    .expression(
      meant.select(({ val, cast }) => [
        'tenant',
        cast<string>(val(id), 'uuid').as('move'),
        'id as dossier',
        val('waiting').as('state'),
      ]),
    )
    .executeTakeFirstOrThrow();
  if (!n) throw new Invalid([{ field: 'id', message: noneChosen }]);
  insert(act.writes, 'dossiers.process_moves', {
    tenant: act.tenant,
    id,
    procedure,
    account: act.by.account,
    by_officer: act.by,
    reason,
    asked_at: act.now,
  });
  announce(act, MOVE_ON, id);
  return id;
}

/** Lets one portion of an order go over, in the name and with the powers of today of who ordered it, and asks for the next. */
export async function movePortion(act: Act, id: string, most = PORTION): Promise<void> {
  const order = await findMove(act, id);
  if (!order) return;
  const { by_officer: ordered, reason } = order;
  const by = { ...ordered, powers: ordered.person ? await powersOf(act, ordered.person) : [] };
  const waiting = await listWaiting(act, id, most);
  for (const dossier of waiting) {
    const problem = await attempt({ ...act, by }, dossier, async (inner) => {
      await changeProcess(inner, await hold(inner, dossier), reason);
    });
    update(
      act.writes,
      'dossiers.process_move_items',
      { tenant: act.tenant, move: id, dossier },
      { state: problem ? 'failed' : 'done', problem, at: act.now },
    );
  }
  if (waiting.length === most) announce(act, MOVE_ON, id);
}
