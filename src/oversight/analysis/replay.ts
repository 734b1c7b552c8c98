/**
 * Replay of past dossiers against a changed definition, limit or calendar, before it is adopted (C10). Each step takes as long as it
 * really took that dossier, in the same order of tries, and longer where days off were added to it; a step that did not exist takes its
 * limit. Pure.
 */
import { due, elapsed, startClock, type Calendar, type Term } from '../../work/clock/index.ts';
import {
  advance,
  start,
  type Definition,
  type Effect,
  type Instance,
  type Limit,
} from '../../work/process/index.ts';
import type { Case } from '../../services/dossiers/index.ts';
import { hoursOf, quantile, visitsOf, type Visit } from './measure.ts';

/** What would be different. `null` stays as it is. */
export type Change = {
  readonly definition: Definition | null;
  readonly term: Term | null;
  /** The calendar that counts now for each agency that decided one of the dossiers. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Further days off (`YYYY-MM-DD`). */
  readonly daysOff: readonly string[];
};

/** A dossier before and after the change. */
export type Replayed = {
  readonly hoursBefore: number;
  readonly hoursAfter: number;
  readonly lateBefore: boolean;
  readonly lateAfter: boolean;
};

export type Outcome = {
  readonly cases: number;
  /** Dossiers that the changed process cannot bring to an end by what is known of them. */
  readonly stuck: number;
  readonly medianBefore: number;
  readonly medianAfter: number;
  readonly lateBefore: number;
  readonly lateAfter: number;
  /** Steps of the changed definition that no dossier ever took: their limit is assumed. */
  readonly assumed: readonly string[];
};

/** A loop that goes on longer than this is not a dossier's way. */
const MOST_STEPS = 200;

/** The calendars with further days off. One that several agencies share is made once: unrolling it takes its time. */
function withDaysOff({ calendars, daysOff }: Change): Change['calendars'] {
  if (daysOff.length === 0) return calendars;
  const made = new Map([...new Set(calendars.values())].map((one) => [one, closedOn(one, daysOff)]));
  return new Map([...calendars].map(([agency, calendar]) => [agency, made.get(calendar)!]));
}

const closedOn = (calendar: Calendar, days: readonly string[]): Calendar => ({
  ...calendar,
  edition: `${calendar.edition}+${days.length}`,
  days: [
    ...days.map((date) => ({
      date,
      kind: 'HOLIDAY' as const,
      name: { vi: 'Ngày nghỉ thử', en: 'Day off, tried out' },
      basis: { code: null, cite: { vi: 'Phát lại quy trình', en: 'Replay of the process' } },
    })),
    ...calendar.days,
  ],
});

const cause = { cause: { vi: 'Phát lại', en: 'Replay' }, basis: null, evidence: null };

const dueAfter = (term: Term, from: Date, calendar: Calendar): Date =>
  due(startClock(term, from, cause), calendar).at;

const limitEnd = ({ unit, amount }: Limit, from: Date, calendar: Calendar): Date =>
  dueAfter({ unit, amount }, from, calendar);

/** The calendar by which work was done, and the one that is tried out. */
type Calendars = { readonly before: Calendar; readonly after: Calendar };

const officeHours = (from: Date, to: Date, calendar: Calendar): number =>
  elapsed(startClock({ unit: 'working_hour', amount: 1 }, from, cause), calendar, to).amount;

/**
 * When what took from one moment to another ends if it begins at `start`: as long after it, unless the tried calendar leaves less office
 * time in that span than was worked. A day off must not make dossiers look faster.
 */
function endOf({ from, to }: Pick<Visit, 'from' | 'to'>, start: Date, { before, after }: Calendars): Date {
  const plain = new Date(start.getTime() + (to.getTime() - from.getTime()));
  if (before === after) return plain;
  const worked = officeHours(from, to, before);
  return officeHours(start, plain, after) >= worked
    ? plain
    : dueAfter({ unit: 'working_hour', amount: worked }, start, after);
}

type Waiting = { readonly token: number; readonly until: Date; readonly data: Visit['data'] };

/** When the changed process would have been decided; null when it cannot be told. `assumed` collects steps never seen. */
function decidedBy(
  one: Case,
  definition: Definition,
  calendars: Calendars,
  assumed: Set<string>,
): Date | null {
  const seen = Map.groupBy(visitsOf(one), ({ node }) => node);
  const names = new Map(definition.nodes.map(({ id, name }) => [id, name]));
  const decisive = new Set(
    definition.nodes.flatMap((node) => ('office' in node && node.office.act === 'seal' ? [node.id] : [])),
  );
  let waiting: Waiting[] = [];
  let decided: Date | null = null;
  const open = (effects: readonly Effect[], at: Date): void => {
    for (const effect of effects) {
      if (effect.do !== 'open-step') continue;
      const before = seen.get(effect.node)?.shift();
      const { limit } = effect.office;
      if (!before) assumed.add(names.get(effect.node) || effect.node);
      const until = before ? endOf(before, at, calendars) : limit ? limitEnd(limit, at, calendars.after) : at;
      // Where the signature was never sent back, or a step is new, the process goes on by approval.
      waiting.push({ token: effect.token, until, data: before?.data ?? { duyet: true } });
    }
  };
  let instance: Instance;
  const begun = start(definition, {});
  instance = begun.instance;
  open(begun.effects, one.acceptedAt);
  for (let n = 0; n < MOST_STEPS && waiting.length > 0; n++) {
    const next = waiting.reduce((first, other) => (other.until < first.until ? other : first));
    waiting = waiting.filter((other) => other !== next);
    const node = instance.tokens.find(({ id }) => id === next.token)?.node ?? '';
    const progress = advance(definition, instance, { kind: 'done', token: next.token, data: next.data });
    instance = progress.instance;
    if (decisive.has(node)) return next.until;
    decided = next.until;
    open(progress.effects, next.until);
  }
  return waiting.length > 0 || instance.tokens.length > 0 ? null : decided;
}

function replayOne(
  one: Case,
  { definition, term, daysOff }: Change,
  calendars: Calendars,
  assumed: Set<string>,
): Replayed | null {
  const decidedAt = one.decidedAt!;
  let after: Date | null = endOf({ from: one.acceptedAt, to: decidedAt }, one.acceptedAt, calendars);
  try {
    if (definition) after = decidedBy(one, definition, calendars, assumed);
  } catch {
    after = null; // A condition that asks for what is not known of a past dossier.
  }
  if (!after) return null;
  const { clock } = one;
  // The pauses of the dossier stay; an apology puts off no promise.
  const promised =
    term || daysOff.length > 0
      ? due({ ...clock, term: term ?? clock.term, longer: 0 }, calendars.after).at
      : one.promisedAt;
  return {
    hoursBefore: hoursOf(one.acceptedAt, decidedAt),
    hoursAfter: hoursOf(one.acceptedAt, after),
    lateBefore: decidedAt > one.promisedAt,
    lateAfter: after > promised,
  };
}

const median = (numbers: readonly number[]): number =>
  quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
const share = (some: readonly boolean[]): number =>
  some.length === 0 ? 0 : some.filter(Boolean).length / some.length;

/** Replays decided dossiers and says what the change would have made of them. */
export function replay(cases: readonly Case[], change: Change): Outcome {
  const decided = cases.filter(({ decidedAt }) => decidedAt !== null);
  const assumed = new Set<string>();
  const tried = withDaysOff(change);
  const all = decided.map((one) => {
    const calendars = { before: change.calendars.get(one.agency)!, after: tried.get(one.agency)! };
    return replayOne(one, change, calendars, assumed);
  });
  const done = all.filter((one) => one !== null);
  return {
    cases: done.length,
    stuck: all.length - done.length,
    medianBefore: median(done.map(({ hoursBefore }) => hoursBefore)),
    medianAfter: median(done.map(({ hoursAfter }) => hoursAfter)),
    lateBefore: share(done.map(({ lateBefore }) => lateBefore)),
    lateAfter: share(done.map(({ lateAfter }) => lateAfter)),
    assumed: [...assumed],
  };
}
