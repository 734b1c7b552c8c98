/** Where time goes, from the record alone (C10): visits of steps, their durations, the ways that dossiers took. Pure. */
import type { Case, CaseEvent } from '../../services/dossiers/index.ts';

/** One time that a dossier stood at a step: from when it was opened there until somebody finished it. */
export type Visit = {
  readonly node: string;
  readonly from: Date;
  readonly to: Date;
  readonly agency: string | null;
  readonly group: string | null;
  readonly account: string | null;
  readonly data: CaseEvent['data'];
};

const HOUR = 3_600_000;
/** Fewer officers than this are never shown as a group: it would be a figure of single persons. */
const SMALLEST_GROUP = 3;

export const hoursOf = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / HOUR;

/** The visits of a dossier, in the order in which they ended. */
export function visitsOf({ events }: Case): readonly Visit[] {
  const open = new Map<string, Date[]>();
  const visits: Visit[] = [];
  for (const { node, opened, at, agency, group, account, data } of events) {
    const from = node === null ? undefined : open.get(node)?.shift();
    if (node !== null && from) visits.push({ node, from, to: at, agency, group, account, data });
    for (const next of opened) open.set(next, [...(open.get(next) ?? []), at]);
  }
  return visits;
}

/** Time at one step, agency or group, in hours. */
export type Spent = {
  readonly key: string;
  readonly visits: number;
  readonly median: number;
  /** Nine of ten were faster. */
  readonly slowest: number;
  /** Part of all the time that was measured. */
  readonly share: number;
};

/** The value below which so much of a sorted list lies; between two values in proportion, as `percentile_cont` of SQL. */
export function quantile(sorted: readonly number[], part: number): number {
  const place = part * (sorted.length - 1);
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** Sums visits up by a key; keys with the longest share first. */
export function spentBy(visits: readonly Visit[], keyOf: (visit: Visit) => string): readonly Spent[] {
  const total = visits.reduce((sum, { from, to }) => sum + hoursOf(from, to), 0);
  return [...Map.groupBy(visits, keyOf)]
    .map(([key, some]): Spent => {
      const hours = some.map(({ from, to }) => hoursOf(from, to)).sort((a, b) => a - b);
      const sum = hours.reduce((one, other) => one + other, 0);
      return {
        key,
        visits: some.length,
        median: quantile(hours, 0.5),
        slowest: quantile(hours, 0.9),
        share: total === 0 ? 0 : sum / total,
      };
    })
    .sort((a, b) => b.share - a.share);
}

/** The same by groups of officers; groups of fewer than three officers are put together, and left out when still too few. */
export function spentByGroup(visits: readonly Visit[], others: string): readonly Spent[] {
  const named = visits.filter(({ group }) => group !== null);
  const groups = Map.groupBy(named, ({ group }) => group ?? '');
  const officers = (some: readonly Visit[]): number => new Set(some.map(({ account }) => account)).size;
  const small = new Set(
    [...groups].filter(([, some]) => officers(some) < SMALLEST_GROUP).map(([group]) => group),
  );
  const rest = named.filter(({ group }) => small.has(group ?? ''));
  const shown =
    officers(rest) < SMALLEST_GROUP ? named.filter(({ group }) => !small.has(group ?? '')) : named;
  return spentBy(shown, ({ group }) => (small.has(group ?? '') ? others : (group ?? '')));
}

/** The same cases without the groups that are too small to be shown, for logs that leave the house. */
export function withoutSmallGroups(cases: readonly Case[]): readonly Case[] {
  const officers = Map.groupBy(
    cases.flatMap(({ events }) => events),
    ({ group }) => group,
  );
  const large = (group: string | null): boolean =>
    new Set(officers.get(group)?.map(({ account }) => account)).size >= SMALLEST_GROUP;
  return cases.map((one) => ({
    ...one,
    events: one.events.map((event) => ({ ...event, group: large(event.group) ? event.group : null })),
  }));
}

/** One way through the process, with how often and how fast it was taken. */
export type Variant = { readonly path: readonly string[]; readonly cases: number; readonly median: number };

/** The ways that decided dossiers took, the most frequent first. */
export function variantsOf(cases: readonly Case[]): readonly Variant[] {
  const decided = cases.filter(({ decidedAt }) => decidedAt !== null);
  const ways = Map.groupBy(decided, (one) => JSON.stringify(visitsOf(one).map(({ node }) => node)));
  return [...ways]
    .map(([path, some]): Variant => {
      const hours = some
        .map(({ acceptedAt, decidedAt }) => hoursOf(acceptedAt, decidedAt!))
        .sort((a, b) => a - b);
      return { path: JSON.parse(path) as string[], cases: some.length, median: quantile(hours, 0.5) };
    })
    .sort((a, b) => b.cases - a.cases);
}

/** How many decided dossiers were late, against the first promise. */
export function lateShare(cases: readonly Case[]): number {
  const decided = cases.filter(({ decidedAt }) => decidedAt !== null);
  const late = decided.filter(({ decidedAt, promisedAt }) => decidedAt! > promisedAt);
  return decided.length === 0 ? 0 : late.length / decided.length;
}
