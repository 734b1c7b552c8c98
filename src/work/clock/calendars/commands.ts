/**
 * Changing a calendar, and entering what the Government decided for a year: each is an edition of its own, a step of the record with
 * before and after, and an event. Who may: the administrator of the agency, or of a top agency for what all have in common. C4, E4.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { lockItem, newId, openItem, step } from '../../../ground/record/index.ts';
import { guardAgency, managersOf } from '../../../world/agencies/index.ts';
import type { Calendar } from '../schema.ts';
import { composeCalendar, composePublic, decisionsAfter } from './compose.ts';
import { refuseBad } from './edit.ts';
import { CALENDAR_CHANGED, type CalendarChanged } from './events.ts';
import { findDecision, findStored, listDecisions } from './queries.ts';
import type { CalendarChange } from './schema.ts';

/** What was on the screen when the form was filled in: another edition since then is a Conflict. */
type Entering = { readonly seen: number; readonly why: string };

/** Enters a change. Throws NotAllowed, Conflict when somebody was faster, Invalid at `field` when it contradicts itself. */
export async function changeCalendar(
  act: Act,
  change: CalendarChange,
  { seen, why }: Entering,
  field: string,
): Promise<void> {
  const agency = 'agency' in change ? change.agency : null;
  await guardAgency(act, agency);
  refuseBad(field, await changed(act, change));
  const last = 'year' in change ? await findDecision(act, change.year) : await findStored(act, agency);
  if ((last?.edition ?? 0) !== seen) throw movedOn();
  const kind = 'year' in change ? 'calendar-year' : 'calendar';
  const head = last ? await lockItem(act, last.item) : openItem(act, kind);
  const edition = {
    tenant: act.tenant,
    id: newId(act.now),
    item: head.id,
    edition: seen + 1,
    entered_at: act.now,
  };
  if ('year' in change) insert(act.writes, 'clock.decisions', { ...edition, ...change });
  else insert(act.writes, 'clock.calendars', { ...edition, ...change });
  step(act, head, {
    act: 'year' in change ? 'calendar.decide-year' : 'calendar.change',
    visible: 'inside',
    before: last && ('days' in last ? { days: last.days } : { content: last.content }),
    after: { ...change },
    reason: why,
    may: await managersOf(act, agency),
  });
  const payload: CalendarChanged = { agency, why, changedAt: act.now.toISOString() };
  announce(act, CALENDAR_CHANGED, head.id, payload);
  // Acts that were under way have read the old calendar and may commit after the first hearing.
  announce(act, CALENDAR_CHANGED, head.id, payload, new Date(act.now.getTime() + UNDER_WAY));
}

/** No act takes longer. */
const UNDER_WAY = 60_000;

const movedOn = (): Conflict =>
  new Conflict({
    vi: 'Lịch này vừa được người khác thay đổi. Mời xem lại rồi thực hiện tiếp.',
    en: 'Somebody else has just changed this calendar. Please look at it again before you go on.',
  });

/** The calendar that a change makes, to see whether it holds together. */
async function changed(look: Look, change: CalendarChange): Promise<Calendar> {
  const common = composePublic(decisionsAfter(await listDecisions(look), change));
  const { agency, content } = 'year' in change ? { agency: null, content: null } : change;
  return composeCalendar(content && { id: '', agency, content }, common);
}
