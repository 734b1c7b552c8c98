/** One calendar out of what ships, what was entered for an agency or for all, and what was decided for each year. Pure. */
import { civilService, publicDays } from '../civil-service/calendar.ts';
import type { Calendar, PublicDays, YearDecision } from '../schema.ts';
import type { CalendarChange, CalendarContent, StoredCalendar, StoredDecision } from './schema.ts';

type Entered = Pick<StoredCalendar, 'id' | 'agency'> & { readonly content: CalendarContent };
type Decided = Pick<StoredDecision, 'id' | 'year' | 'days'>;

/** The public days with what was entered for a year in place of what ships for it. */
export const composePublic = (decided: readonly Decided[]): PublicDays => {
  if (decided.length === 0) return publicDays;
  const years = new Map<number, YearDecision>(publicDays.decisions.map((one) => [one.year, one]));
  for (const { year, days } of decided) years.set(year, { year, days });
  return { ...publicDays, decisions: [...years.values()].toSorted((a, b) => a.year - b.year) };
};

/** What is decided for each year after a change. */
export const decisionsAfter = (decided: readonly Decided[], change: CalendarChange): readonly Decided[] =>
  'year' in change
    ? [...decided.filter(({ year }) => year !== change.year), { id: 'after', ...change }]
    : decided;

const names = {
  own: { vi: 'Lịch làm việc của cơ quan', en: 'Calendar of the agency' },
  common: { vi: 'Lịch làm việc chung', en: 'Common calendar' },
} as const;

/** The calendar of an agency; where nothing was entered, exactly the civil-service one. */
export const composeCalendar = (entered: Entered | null, common: PublicDays): Calendar => {
  const base = common === publicDays ? civilService : { ...civilService, public: common };
  if (!entered) return base;
  const { id, agency, content } = entered;
  return {
    ...base,
    ...content,
    id: agency ?? 'common',
    edition: id,
    name: agency ? names.own : names.common,
  };
};
