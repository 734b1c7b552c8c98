/** What is still to be done from where a process stands. Pure. */
import { hoursOf } from './limit.ts';
import type { Definition, Instance, Limit, Node, Task } from './schema.ts';

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
  const next = (node: Node): readonly string[] => {
    if (node.kind === 'sub')
      return nodes.flatMap(({ id, kind, scope }) => (kind === 'start' && scope === node.id ? [id] : []));
    const on = flows.flatMap(({ from, to }) => (from === node.id ? [to] : []));
    if (on.length > 0 || node.scope === null) return on;
    return flows.flatMap(({ from, to }) => (from === node.scope ? [to] : []));
  };
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
      hours: longest.hours + (step?.office.limit ? nearHours(step.office.limit) : 0),
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
