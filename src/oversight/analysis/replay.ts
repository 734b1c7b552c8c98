/**
 * Replay of past dossiers against a changed definition, limit or calendar, before it is adopted (C10). Each step takes as long as it
 * really took that dossier, in the same order of tries, and longer where days off were added to it; a step that did not exist takes its
 * limit. Pure.
 */
import { due, elapsed, startClock, type Calendar, type Term } from '../../work/clock/index.ts';
import {
  advance,
  ringing,
  start,
  type Definition,
  type Effect,
  type Instance,
  type Limit,
  type NodeKind,
  type Outcome as Outcomes,
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

type Waiting = { readonly outcome: Outcomes & { readonly token: number }; readonly until: Date };
type Waited = Extract<Effect, { readonly token: number }>;

/**
 * How what was asked for a token comes to its end; null of what is only attached to a step: that it interrupted is not known of a past
 * dossier.
 */
function outcomeOf(effect: Effect, kinds: ReadonlyMap<string, NodeKind>): Waiting['outcome'] | null {
  switch (effect.do) {
    case 'open-step':
    case 'call-service':
    case 'call-process':
      return { kind: 'done', token: effect.token };
    case 'wait-message':
    case 'start-timer': {
      const { token, node } = effect;
      if (kinds.get(node) === 'boundary') return null;
      return effect.do === 'start-timer'
        ? { kind: 'timer', token, node }
        : { kind: 'message', token, message: effect.message };
    }
    default:
      return null;
  }
}

/** When what no dossier has done yet would end: a step by its limit, a timer when it rings, all else at once. */
function assumedEnd(effect: Effect, at: Date, calendar: Calendar): Date {
  if ('office' in effect) return effect.office.limit ? limitEnd(effect.office.limit, at, calendar) : at;
  if (effect.do !== 'start-timer') return at;
  return effect.timer.kind === 'limit'
    ? limitEnd(effect.timer.limit, at, calendar)
    : (ringing(effect.timer, at)?.at ?? at);
}

/** When the changed process would have been decided; null when it cannot be told. `assumed` collects steps never seen. */
function decidedBy(
  one: Case,
  definition: Definition,
  calendars: Calendars,
  assumed: Set<string>,
): Date | null {
  const seen = Map.groupBy(visitsOf(one), ({ node }) => node);
  const names = new Map(definition.nodes.map(({ id, name }) => [id, name]));
  const kinds = new Map(definition.nodes.map(({ id, kind }) => [id, kind]));
  const decisive = new Set(
    definition.nodes.flatMap((node) => ('office' in node && node.office.act === 'seal' ? [node.id] : [])),
  );
  let waiting: Waiting[] = [];
  let decided: Date | null = null;
  const open = (effects: readonly Effect[], at: Date): void => {
    for (const effect of effects) {
      const outcome = outcomeOf(effect, kinds);
      if (!outcome) continue;
      const { node } = effect as Waited;
      const before = seen.get(node)?.shift();
      if (!before) assumed.add(names.get(node) || node);
      const until = before ? endOf(before, at, calendars) : assumedEnd(effect, at, calendars.after);
      // Where the signature was never sent back, or a step is new, the process goes on by approval.
      waiting.push({ outcome: { ...outcome, data: before?.data ?? { duyet: true } }, until });
    }
  };
  let instance: Instance;
  const begun = start(definition, {});
  instance = begun.instance;
  open(begun.effects, one.acceptedAt);
  for (let n = 0; n < MOST_STEPS && waiting.length > 0; n++) {
    const next = waiting.reduce((first, other) => (other.until < first.until ? other : first));
    waiting = waiting.filter((other) => other !== next);
    const node = instance.tokens.find(({ id }) => id === next.outcome.token)?.node ?? '';
    const progress = advance(definition, instance, next.outcome);
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
