/**
 * When lateness can be foreseen: the steps ahead, each with the time it is given, or the time that such dossiers usually take from here
 * no longer end by the promised date (C4, Decree 61/2018 art. 19.9). Pure.
 */
import { due, elapsed, startClock, type Calendar, type Term } from '../../work/clock/index.ts';
import type { Work } from '../../work/desk/index.ts';
import { describeLimit, hoursGiven, leastAfter, type Definition } from '../../work/process/index.ts';
import type { Dossier } from './schema.ts';
import { usualWords, type UsualFrom } from './usual.ts';
import { tokenOf } from './work.ts';

/** Fractions of an hour get lost in reckoning: so many hours are no lateness. */
const NEARLY = 1 / 60;

export type Seen = {
  readonly dossier: Pick<Dossier, 'due_at' | 'accepted_at' | 'process'>;
  readonly work: readonly Pick<Work, 'ref' | 'opened_at'>[];
  readonly definition: Definition;
  /** Null where too few are known, or where this one waited for the person meanwhile. */
  readonly usual: UsualFrom | null;
  readonly calendar: Calendar;
};

/** Why it will hardly be in time, as a sentence of the apology; or when to look again if it stands here still. */
export type Foresight =
  | { readonly late: true; readonly why: string; readonly until: Date }
  | { readonly late: false; readonly again: Date };

/** Looks ahead from now. Null: nothing is promised or nothing is under way. */
export function foresight(seen: Seen, now: Date): Foresight | null {
  const { dossier, usual } = seen;
  if (!dossier.due_at || !dossier.process) return null;
  const ways = waysOf(seen, now);
  const worst = ways.toSorted((a, b) => a.spare - b.spare)[0];
  if (worst && worst.spare < -NEARLY)
    return { late: true, why: planned(worst), until: after(worst.needs, worst.from, seen) };
  const usually = usual && new Date(usual.since.getTime() + usual.usual.hours * 3_600_000);
  if (usually && usually > dossier.due_at && usually > now)
    return { late: true, why: experienced(usual), until: usually };
  return { late: false, again: worst ? after(Math.max(0, worst.spare), worst.from, seen) : dossier.due_at };
}

/** One way to the end: from when it must be gone at the latest by the plan, what its steps need, and what is to spare until the date. */
type Ahead = { readonly from: Date; readonly needs: number; readonly left: number; readonly spare: number };

function waysOf({ dossier, work, definition, calendar }: Seen, now: Date): readonly Ahead[] {
  const least = leastAfter(definition);
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  const opened = new Map(work.map((one) => [tokenOf(one), one.opened_at]));
  const share = shareOf({ dossier, definition, calendar }, least);
  return (dossier.process?.tokens ?? []).flatMap(({ id, node }) => {
    const here = nodes.get(node);
    const following = least.get(node);
    if (!here || following === undefined || !Number.isFinite(following)) return [];
    const begun = opened.get(id);
    // What waits has the rest of its own time, too; when that is over, it may end at any moment.
    const planned = begun ? after(hoursGiven(here) * share, begun, { calendar }) : now;
    const from = planned > now ? planned : now;
    const needs = following * share;
    const left = hoursBetween(from, dossier.due_at!, calendar);
    return { from, needs, left, spare: left - needs };
  });
}

/** A promise may be shorter than all steps together (the same day, the rest of a day): each step then has its share of the promise. */
function shareOf(
  { dossier, definition, calendar }: Pick<Seen, 'dossier' | 'definition' | 'calendar'>,
  least: ReadonlyMap<string, number>,
): number {
  const start = definition.nodes.find(({ kind, scope }) => kind === 'start' && scope === null);
  const whole = (start && least.get(start.id)) ?? 0;
  if (!dossier.accepted_at || whole === 0 || !Number.isFinite(whole)) return 1;
  return Math.min(1, hoursBetween(dossier.accepted_at, dossier.due_at!, calendar) / whole);
}

const why = { cause: { vi: 'Hẹn lại', en: 'Put off' }, basis: null, evidence: null };
const workingHours = (amount: number): Term => ({ unit: 'working_hour', amount });

const after = (hours: number, from: Date, { calendar }: Pick<Seen, 'calendar'>): Date =>
  due(startClock(workingHours(hours), from, why), calendar).at;

/** Working hours from a moment to a later one; less than nothing when it is earlier. */
const hoursBetween = (from: Date, to: Date, calendar: Calendar): number =>
  from <= to
    ? elapsed(startClock(workingHours(1), from, why), calendar, to).amount
    : -elapsed(startClock(workingHours(1), to, why), calendar, from).amount;

const planned = ({ needs, left }: Ahead): string =>
  `Các bước tiếp theo được giao ${hoursWords(needs)}, nhiều hơn thời gian còn lại đến ngày hẹn (${hoursWords(Math.max(0, left))}).`;

const experienced = ({ usual }: UsualFrom): string => {
  const { value, note } = usualWords(usual);
  return `Hồ sơ cùng loại thường mất ${value.vi} từ bước này (${lowerFirst(note.vi)}), quá ngày hẹn trả.`;
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const hoursWords = (hours: number): string =>
  describeLimit({ amount: Math.round(hours * 10) / 10, unit: 'working_hour' }).vi;
