/** When an agency ends and its duties are divided, its open matters are handed over, some at a time. */
import type { Act } from '../../../ground/db/act.ts';
import { announce, listener, type Listener } from '../../../ground/jobs/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { AGENCY_ABOLISHED, getAgency, inheritedFrom, isTakenWhole } from '../../../world/agencies/index.ts';
import { divide, listLooseItems } from './commands.ts';
import type { Handover } from './schema.ts';

/** Matters of one job: each is a step of its own record. */
const AT_ONCE = 100;
/** The next matters of an agency are to be handed over. */
const NEXT = 'desk.divide';

/** Where the handing over of an agency stands: which room (null: work of the others), after which item. */
type Stand = { readonly room: string | null; readonly after: string | null };

/**
 * Has the open matters that one room has of an agency that ended handed over (of `null`: of the rooms without a handover). What
 * was asked already is not asked again, so a room may say it for a matter that came in the name of such an agency.
 */
export const handOverOpen = (act: Act, agency: string, room: string | null): void =>
  announce(act, NEXT, agency, { room, after: null } satisfies Stand);

/** Reads on in one room; says where to go on when there may be more. */
async function divideSome(act: Act, handovers: readonly Handover[], id: string, at: Stand): Promise<void> {
  const agency = await getAgency(act, id);
  const handover = handovers.find(({ room }) => room === at.room);
  const items = handover
    ? (await handover.open(act, id, at.after, AT_ONCE)).map((item) => ({ item, room: handover.room }))
    : await listLooseItems(
        act,
        handovers.map(({ room }) => room),
        id,
        at.after,
        AT_ONCE,
      );
  for (const one of items) await divide(act, { ...one, agency, handover });
  if (items.length === AT_ONCE) announce(act, NEXT, id, { ...at, after: items.at(-1)!.item });
}

export const handoverListeners = (handovers: readonly Handover[]): readonly Listener[] => [
  listener({
    on: AGENCY_ABOLISHED,
    name: 'desk.divide-work',
    does: { vi: 'Tìm việc đang mở của cơ quan đã chia', en: 'Find the open work of a divided agency' },
    act: async (act, { item }) => {
      const day = vietnamDay(act.now);
      // Also what the agency itself had taken over whole: its heirs do not reach that either.
      for (const id of [item, ...(await inheritedFrom(act, item, day))]) {
        if (await isTakenWhole(act, id, day)) continue;
        for (const room of [...handovers.map((one) => one.room), null]) handOverOpen(act, id, room);
      }
    },
  }),
  listener({
    on: NEXT,
    name: 'desk.divide-next',
    does: { vi: 'Chuyển việc đang mở đến cơ quan kế thừa', en: 'Hand open work over to the heirs' },
    act: (act, { item, payload }) => divideSome(act, handovers, item, payload as Stand),
  }),
];
