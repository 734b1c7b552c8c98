/**
 * Work of an officer who does not come any more (đã nghỉ việc, chuyển cơ quan, bị khóa tài khoản) goes back to everybody of the role: it
 * would wait on a desk that nobody opens. Who is only away for some days has a substitute instead (`absence.ts`).
 */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { announce, listener, type Listener, type Timed } from '../../ground/jobs/index.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { step } from '../../ground/record/index.ts';
import { ACCOUNT_STOPPED, listAccountsById } from '../../world/access/index.ts';
import { listAuthorisedBelow, powersOf } from '../../world/mandates/index.ts';
import { holdWork } from './assign.ts';
import { handOver } from './commands.ts';
import type { DeskTables, Work } from './schema.ts';
import { words } from './words.ts';

/** An account is to be looked at: may it still do what it holds? */
const LOOK_AT = 'desk.look-at-holder';
/** Announced when work went back to everybody: whoever can do nothing with it has to be found by the room of the work. */
export const WORK_FREED = 'desk.freed';
/** A piece of work is to go back to everybody. */
const FREE = 'desk.free';

const heldOpen = (look: Look) =>
  own<DeskTables>(look.tx)
    .selectFrom('desk.work')
    .where('tenant', '=', look.tenant)
    .where('closed_at', 'is', null);

/** Whether who holds work of an agency still comes to it: their account is open, and they hold some post or authority there today. */
async function comes(look: Look, holder: string, agency: string): Promise<boolean> {
  const [account] = await listAccountsById(look, [holder]);
  if (!account?.person || account.closed_at !== null || account.suspended_for !== null) return false;
  const { person } = account;
  return (
    (await powersOf(look, person)).some((power) => power.agency === agency) ||
    (await listAuthorisedBelow(look, agency)).some(({ officer }) => officer.person === person)
  );
}

/** Has what an account holds freed where it does not come any more, each in a transaction of its own. */
async function lookAtHolder(act: Act, holder: string): Promise<void> {
  const held = await heldOpen(act).select(['id', 'item', 'agency']).where('holder', '=', holder).execute();
  for (const [agency, works] of Map.groupBy(held, (one) => one.agency)) {
    if (await comes(act, holder, agency)) continue;
    for (const { id, item } of works) announce(act, FREE, item, { work: id });
  }
}

/** Gives work back to everybody of the role, if who holds it still does not come. It may have been done or handed over meanwhile. */
async function free(act: Act, asked: Pick<Work, 'id' | 'item'>): Promise<void> {
  const held = await holdWork(act, asked).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!held?.work.holder || (await comes(act, held.work.holder, held.work.agency))) return;
  const { head, work } = held;
  handOver(act, work.id, null);
  step(act, head, {
    act: FREE,
    visible: 'inside',
    before: { holder: work.holder },
    after: { work: work.id, step: work.step, holder: null },
    reason: words.holderLeft.vi,
  });
  announce(act, WORK_FREED, work.item, { room: work.room, kind: work.kind });
}

/** Every account that holds open work is looked at. */
async function lookAtAll(act: Act): Promise<void> {
  const holders = await heldOpen(act).select('holder').distinct().where('holder', 'is not', null).execute();
  for (const { holder } of holders) announce(act, LOOK_AT, holder!, {});
}

export const leaverListeners: readonly Listener[] = [
  ...[ACCOUNT_STOPPED, LOOK_AT].map((on) =>
    listener({
      on,
      name: `desk.look-after-${on}`,
      does: {
        vi: 'Xem cán bộ đang giữ việc còn làm việc ở cơ quan không',
        en: 'See whether an officer who holds work still comes',
      },
      act: (act, { item }) => lookAtHolder(act, item),
    }),
  ),
  listener({
    on: FREE,
    name: 'desk.free-work',
    does: {
      vi: 'Trả lại việc của cán bộ không còn làm việc',
      en: 'Give back work of an officer who has left',
    },
    act: (act, { item, payload }) => free(act, { id: String(payload['work']), item }),
  }),
];

/** Posts end by the day: what their holders have is looked at when the day has begun. */
export const leaverTimed: Timed = { name: 'desk.leavers', cron: '15 0 * * *', act: lookAtAll };
