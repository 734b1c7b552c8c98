/** Where working calendars are administered, and whose calendar a path names. */
import type { Text } from '../../../ground/text/language.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { getAgency, guardAgency } from '../../../world/agencies/index.ts';
import { contentOf } from '../calendars/edit.ts';
import { calendarOf, findStored } from '../calendars/queries.ts';
import type { CalendarContent, StoredCalendar } from '../calendars/schema.ts';
import type { Calendar } from '../schema.ts';

export const CALENDARS_PATH = '/quan-tri/lich-lam-viec';
export const ONE_PATH = `${CALENDARS_PATH}/:id`;

/** In place of an agency: the calendar of all that have none of their own. */
export const COMMON = 'chung';

export const calendarPath = (agency: string | null): string => `${CALENDARS_PATH}/${agency ?? COMMON}`;
export const yearPath = (year: number | string): string => `${CALENDARS_PATH}/nam/${year}`;

export const calendarsName = { vi: 'Lịch làm việc', en: 'Working calendars' } as const;
const commonName = { vi: 'Lịch làm việc chung', en: 'The common calendar' } as const;

/** The way to the pages below the list, and below one calendar. */
export const calendarCrumbs = (owner?: Owner) =>
  administrationCrumbs(
    { text: calendarsName, href: CALENDARS_PATH },
    ...(owner ? [{ text: owner.name, href: calendarPath(owner.agency) }] : []),
  );

/** Whose calendar it is, what counts there now, and what was entered for exactly it. */
export type Owner = {
  readonly agency: string | null;
  readonly name: Text;
  readonly calendar: Calendar;
  readonly stored: StoredCalendar | null;
  /** What a change begins with: its own, else what it follows until then. */
  readonly content: CalendarContent;
};

/** The calendar in the path. Throws NotFound, or NotAllowed for who does not administer the agency. */
export async function ownerAt({ look, params }: Visit): Promise<Owner> {
  const id = params['id'] ?? '';
  if (id !== COMMON && !isId(id))
    throw new NotFound({ vi: 'Không có lịch làm việc này.', en: 'There is no such calendar.' });
  const found = id === COMMON ? null : await getAgency(look, id);
  const agency = found?.id ?? null;
  await guardAgency(look, agency);
  const [calendar, stored] = await Promise.all([calendarOf(look, agency), findStored(look, agency)]);
  const name = found ? { vi: found.name.vi, en: found.name.en || found.name.vi } : commonName;
  return { agency, name, calendar, stored, content: stored?.content ?? contentOf(calendar) };
}
