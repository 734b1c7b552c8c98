/**
 * Puts the sample's dossiers to work through the acts that people do, each at its own moment of the last days. Repeating it
 * changes nothing: a dossier that was handed in once is left as it is.
 */
import { nobody, type Act, type By, type Look } from '../../src/ground/db/act.ts';
import type { Caller, Edge } from '../../src/ground/db/edge.ts';
import { vietnamDay, vietnamMoment } from '../../src/ground/text/dates.ts';
import { same } from '../../src/ground/text/language.ts';
import { destinationOf, handIn } from '../../src/services/applications/index.ts';
import { getProcedure } from '../../src/services/catalogue/index.ts';
import {
  acceptNow,
  askSupplement,
  doStep,
  findDossier,
  hold,
  processOf,
  wholeOf,
  withdraw,
  type Held,
  type Whole,
} from '../../src/services/dossiers/index.ts';
import { calendarOf, dayInfo, due, startClock, type Calendar } from '../../src/work/clock/index.ts';
import { dayBefore } from '../../src/world/law/index.ts';
import { sampleId } from '../province/ids.ts';
import { samplePersonOf } from './applications.ts';
import { sampleDossiers, type Reached, type SampleDossier } from './dossiers.ts';
import { officerFor } from './officers.ts';

/** Working hours until a dossier is accepted, and until each step is done. */
const PACE = 2;
/** Days since the newborn came, and until shops open. */
const DAYS_AROUND = 12;
const defects = [{ where: '', what: 'Nơi cư trú ghi khác với Cơ sở dữ liệu quốc gia về dân cư.' }];
/** Steps that end with a signed paper are left to whoever tries the product. */
const LEFT = new Set(['draft', 'sign', 'seal', 'return']);

/** Puts them to work; `now` is the moment after all of it. Returns the ids of those that were handed in. */
export async function seedDossiers(edge: Edge, tenant: number, now: Date): Promise<string[]> {
  const at = (moment: Date, by: By): Caller => ({ tenant, by, requestId: 'sample', now: moment });
  const day = (days: number): string => vietnamDay(new Date(now.getTime() + days * 86_400_000));
  const begun: string[] = [];
  for (const [n, sample] of sampleDossiers(day(-DAYS_AROUND), day(DAYS_AROUND)).entries()) {
    const by = citizen(sample.applicant);
    const calendar = await edge.look(at(now, by), (look) => calendarOf(look, null));
    const moment = vietnamMoment(workingDayBefore(calendar, now, sample.daysAgo), sample.time);
    const { id, again } = await edge.act(at(moment, by), (act) => submit(act, sample, `sample ${n + 1}`));
    if (again) continue;
    begun.push(id);
    await proceed({ edge, at, calendar, now }, id, sample, moment);
  }
  return begun;
}

const citizen = (slug: string): By => ({
  ...nobody,
  kind: 'citizen',
  person: sampleId('person', slug),
  name: samplePersonOf(slug).name,
  assurance: 2,
});

/** The working day so many before the last one that is over. */
function workingDayBefore(calendar: Calendar, now: Date, daysAgo: number): string {
  let day = vietnamDay(now);
  for (let left = daysAgo; ; day = dayBefore(day)) {
    if (!dayInfo(calendar, day).works || vietnamMoment(day, '17:30') > now) continue;
    if (left-- === 0) return day;
  }
}

async function submit(act: Act, { procedure: code, applicant, answers }: SampleDossier, key: string) {
  const procedure = await getProcedure(act, code);
  const owner = { person: sampleId('person', applicant), organisation: null };
  const destination = await destinationOf(act, procedure, answers, owner);
  if (!destination) throw new Error(`Nobody decides ${code} for ${applicant}`);
  const filed = {
    ...owner,
    answers,
    key,
    channel: 2,
    filer: null,
    returnWay: 'online',
    components: [],
  } as const;
  return handIn(act, filed, procedure, destination);
}

type Days = {
  readonly edge: Edge;
  readonly at: (moment: Date, by: By) => Caller;
  readonly calendar: Calendar;
  readonly now: Date;
};

/** Does with a dossier what its people do, every few working hours, until it is where it should be or it is now. */
async function proceed(
  { edge, at, calendar, now }: Days,
  id: string,
  { reached, applicant }: SampleDossier,
  from: Date,
): Promise<void> {
  let moment = from;
  const deeds = reached === 'submitted' ? 0 : typeof reached === 'number' ? reached + 1 : 1;
  for (let n = 0; n < deeds; n++) {
    moment = hoursAfter(calendar, moment);
    if (moment > now) return;
    const deed = await edge.look(at(moment, nobody), async (look) => {
      const dossier = await findDossier(look, id);
      return dossier && deedOn(look, await wholeOf(look, dossier), reached, citizen(applicant));
    });
    if (!deed) return;
    await edge.act(at(moment, deed.by), async (act) => deed.does(act, await hold(act, id)));
  }
}

const hoursAfter = (calendar: Calendar, moment: Date): Date => {
  const why = { cause: same(''), basis: null, evidence: null };
  return due(startClock({ unit: 'working_hour', amount: PACE }, moment, why), calendar).at;
};

type Deed = { readonly by: By; readonly does: (act: Act, held: Held) => Promise<unknown> };

/** What is done with a dossier next, and by whom; null when nobody can. */
async function deedOn(look: Look, whole: Whole, reached: Reached, owner: By): Promise<Deed | null> {
  if (reached === 'withdrawn')
    return { by: owner, does: (act, held) => withdraw(act, held, 'Không còn cần') };
  const work = whole.work.find(({ kind }) => !LEFT.has(kind));
  const by = work ? await officerFor(look, work) : null;
  if (!work || !by) return null;
  if (reached === 'supplement') return { by, does: (act, held) => askSupplement(act, held, defects, null) };
  if (work.kind === 'accept') return { by, does: (act) => acceptNow(act, whole) };
  const process = processOf(whole.procedure, whole.agency, whole.oneStop);
  return { by, does: (act, held) => doStep(act, held, process, Number(work.ref), 'Hồ sơ đúng và đủ.') };
}
