/**
 * Which calendar counts for an agency: its own, else the common one of the tenant, else the civil-service one that ships; with the
 * Government's decision of each year as it was entered. One statement, so that every process sees what was committed last. C4.
 */
import { sql } from 'kysely';
import { own, type Look } from '../../../ground/db/act.ts';
import { prepared } from '../../../ground/db/prepared.ts';
import type { Calendar, PublicDays } from '../schema.ts';
import { composeCalendar, composePublic, decisionsAfter } from './compose.ts';
import type { CalendarChange, ClockTables, StoredCalendar, StoredDecision } from './schema.ts';

type Asked = { readonly tenant: number; readonly agency: string | null; readonly until: string };
type Entered = {
  readonly calendar: Parameters<typeof composeCalendar>[0];
  readonly decisions: readonly Pick<StoredDecision, 'id' | 'year' | 'days'>[] | null;
};

const entered = prepared((db, { tenant, agency, until }: Asked) => ({
  compile: () =>
    sql<Entered>`
      select (select jsonb_build_object('id', id, 'agency', agency, 'content', content)
                from (select distinct on (agency) id, agency, content from clock.calendars
                       where tenant = ${tenant} and (agency = ${agency}::uuid or agency is null)
                         and entered_at < ${until}::timestamptz
                       order by agency, edition desc) latest
               where content is not null order by agency nulls last limit 1) as calendar,
             (select jsonb_agg(jsonb_build_object('id', id, 'year', year, 'days', days) order by year)
                from (select distinct on (year) id, year, days from clock.decisions
                       where tenant = ${tenant} and entered_at < ${until}::timestamptz
                       order by year, edition desc) latest) as decisions`.compile(db),
}));

/** An unrolled calendar takes about 1.2 MB: so many are kept by one process. */
const MOST_KEPT = 16;

/** By the ids of the editions they are made of. An id names one content for ever, so nothing kept here grows stale. */
const kept = { public: new Map<string, PublicDays>(), calendars: new Map<string, Calendar>() };

/** The value under a key, made when it is not there; what was not used for longest goes first. */
function keep<T>(all: Map<string, T>, key: string, make: () => T): T {
  const value = all.get(key) ?? make();
  all.delete(key);
  all.set(key, value);
  for (const [oldest] of all) {
    if (all.size <= MOST_KEPT) break;
    all.delete(oldest);
  }
  return value;
}

/**
 * The calendar that counts for an agency; for `null` that of agencies without their own. With `before`, as it was known to the
 * system just before that moment: what a date was promised by.
 */
export async function calendarOf(
  { tx, tenant }: Look,
  agency: string | null,
  before: Date | null = null,
): Promise<Calendar> {
  const [found] = await entered(tx, { tenant, agency, until: before?.toISOString() ?? 'infinity' });
  const calendar = found?.calendar ?? null;
  const decisions = found?.decisions ?? [];
  const years = decisions.map(({ id }) => id).join(' ');
  const common = keep(kept.public, years, () => composePublic(decisions));
  return keep(kept.calendars, `${calendar?.id ?? ''} ${years}`, () => composeCalendar(calendar, common));
}

const calendars = (look: Look) =>
  own<ClockTables>(look.tx)
    .selectFrom('clock.calendars')
    .select(['id', 'item', 'agency', 'edition', 'content'])
    .where('tenant', '=', look.tenant);

/** The latest edition of exactly this calendar, or null when none was entered. */
export const findStored = async (look: Look, agency: string | null): Promise<StoredCalendar | null> =>
  (await calendars(look)
    .where('agency', agency === null ? 'is' : '=', agency)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** Agencies with a calendar of their own. */
export const listOwners = async (look: Look): Promise<readonly string[]> =>
  (
    await calendars(look)
      .where('agency', 'is not', null)
      .distinctOn('agency')
      .orderBy('agency')
      .orderBy('edition', 'desc')
      .execute()
  ).flatMap(({ agency, content }) => (content && agency) ?? []);

/** What was entered for each year, the latest edition of each. */
export const listDecisions = (look: Look): Promise<StoredDecision[]> =>
  own<ClockTables>(look.tx)
    .selectFrom('clock.decisions')
    .select(['id', 'item', 'year', 'edition', 'days'])
    .where('tenant', '=', look.tenant)
    .distinctOn('year')
    .orderBy('year')
    .orderBy('edition', 'desc')
    .execute();

/** What was entered for one year, or null. */
export const findDecision = async (look: Look, year: number): Promise<StoredDecision | null> =>
  (await listDecisions(look)).find((one) => one.year === year) ?? null;

/** What will stand entered for exactly this agency after a change; null: nothing. */
async function enteredAfter(
  look: Look,
  agency: string | null,
  change: CalendarChange,
): Promise<Entered['calendar']> {
  const changes = 'content' in change && change.agency === agency;
  const entered = changes ? { id: 'after', ...change } : await findStored(look, agency);
  return entered?.content ? { ...entered, content: entered.content } : null;
}

/** The calendars that agencies would have after a change that is not entered yet. Nothing of it is kept longer than the asking. */
export function calendarsAfter(look: Look, change: CalendarChange): (agency: string) => Promise<Calendar> {
  let common: Promise<PublicDays> | null = null;
  const made = new Map<string, Calendar>();
  return async (agency) => {
    common ??= listDecisions(look).then((decided) => composePublic(decisionsAfter(decided, change)));
    const entered = (await enteredAfter(look, agency, change)) ?? (await enteredAfter(look, null, change));
    const key = entered?.id ?? '';
    const calendar = made.get(key) ?? composeCalendar(entered, await common);
    made.set(key, calendar);
    return calendar;
  };
}
