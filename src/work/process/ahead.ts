/** What is still to be done from where a process stands. Pure. */
import { hoursOf } from './limit.ts';
import type { Definition, Instance, Limit, Node, Task } from './schema.ts';
import { ringing } from './timer.ts';

const HOURS_OF_A_DAY = 8;
/** A calendar day and a month as parts of working weeks of five days. */
const WORKED_OF_A_DAY = 5 / 7;
const DAYS_OF_A_MONTH = 30;

/** Working hours that a limit takes, nearly: what counts days by the calendar loses its weekends. */
const nearHours = ({ amount, unit }: Limit): number => {
  const days = unit === 'month' ? amount * DAYS_OF_A_MONTH : amount;
  return hoursOf({ amount, unit }) ?? (unit === 'hour' ? amount : days * WORKED_OF_A_DAY * HOURS_OF_A_DAY);
};

/** Steps one after the other, and the working hours that they are given together. */
export type Way = { readonly hours: number; readonly steps: readonly Task[] };

const nowhere: Way = { hours: 0, steps: [] };

/**
 * The longest way from where the process stands to its end, by the hours given to its steps, the steps that wait now among them.
 * A way back (a dossier returned to an earlier step) is not gone: nobody plans for it.
 */
export function wayAhead({ nodes, flows }: Definition, { tokens }: Pick<Instance, 'tokens'>): Way {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const known = new Map<string, Way>();
  const next = nextOf({ nodes, flows });
  const from = (id: string): Way => {
    const found = known.get(id);
    if (found) return found;
    const node = byId.get(id);
    if (!node) return nowhere;
    // Whoever comes back here on the way has gone back: it counts for nothing.
    known.set(id, nowhere);
    const longest = longestOf(next(node).map(from));
    const step = node.kind === 'user' ? node : null;
    const way: Way = {
      hours: longest.hours + hoursGiven(node),
      steps: step ? [step, ...longest.steps] : longest.steps,
    };
    known.set(id, way);
    return way;
  };
  // From the beginning, so that it is known which ways lead back.
  for (const { id, kind, scope } of nodes) if (kind === 'start' && scope === null) from(id);
  return longestOf(tokens.map(({ node }) => from(node)));
}

const longestOf = (ways: readonly Way[]): Way =>
  ways.reduce((longest, one) => (isLonger(one, longest) ? one : longest), ways[0] ?? nowhere);

const isLonger = (one: Way, other: Way): boolean =>
  one.hours === other.hours ? one.steps.length > other.steps.length : one.hours > other.hours;

/**
 * The working hours that the steps after each node are given at the least: the shortest way where a decision chooses one, the longest of
 * ways that are gone side by side. Infinity: no way leads from there to the end.
 */
export function leastAfter({ nodes, flows }: Definition): ReadonlyMap<string, number> {
  const onward = nextOf({ nodes, flows });
  const after = new Map(nodes.map(({ id }) => [id, Infinity]));
  const own = new Map(nodes.map((node) => [node.id, hoursGiven(node)]));
  const least = (node: Node): number => {
    const ways = onward(node).map((to) => (own.get(to) ?? 0) + (after.get(to) ?? Infinity));
    if (ways.length === 0) return 0;
    return node.kind === 'exclusive' ? Math.min(...ways) : Math.max(...ways);
  };
  // Figures only become smaller, the last steps first: a few rounds are enough, whatever leads back.
  for (let changed = true; changed;) {
    changed = false;
    for (const node of nodes.toReversed()) {
      const hours = least(node);
      if (hours >= after.get(node.id)!) continue;
      after.set(node.id, hours);
      changed = true;
    }
  }
  return after;
}

/** The working hours that are given to a step or pass at a timer, nearly; 0 of what neither has. */
export function hoursGiven(node: Node): number {
  if (node.kind === 'user' || node.kind === 'receive')
    return node.office.limit ? nearHours(node.office.limit) : 0;
  const timer = node.kind === 'catch' && node.event.type === 'timer' ? node.event.timer : null;
  if (timer?.kind === 'limit') return nearHours(timer.limit);
  const rings = timer?.kind === 'duration' ? ringing(timer, EPOCH) : null;
  return rings ? nearHours({ unit: 'day', amount: rings.at.getTime() / DAY_MS }) : 0;
}

const EPOCH = new Date(0);
const DAY_MS = 86_400_000;

/** Where one goes from a node: into a sub-process, along its flows, or out of the sub-process that ends with it. */
const nextOf = ({
  nodes,
  flows,
}: Pick<Definition, 'nodes' | 'flows'>): ((node: Node) => readonly string[]) => {
  const on = Map.groupBy(flows, ({ from }) => from);
  const inside = Map.groupBy(
    nodes.filter(({ kind }) => kind === 'start'),
    ({ scope }) => scope,
  );
  const behind = (id: string): readonly string[] => (on.get(id) ?? []).map(({ to }) => to);
  return (node) => {
    if (node.kind === 'sub') return (inside.get(node.id) ?? []).map(({ id }) => id);
    const straight = behind(node.id);
    return straight.length > 0 || node.scope === null ? straight : behind(node.scope);
  };
};
