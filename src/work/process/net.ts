/**
 * One level of a process as a Petri net (places are flows, transitions are what a node may do), and the rules that shrink it
 * without changing whether it can get stuck (series and parallel rules after Murata 1989). A well-nested process shrinks to almost nothing.
 */
import type { Spot } from './graph.ts';
import { equal, union, type Places } from './marking.ts';

export type Transition = {
  readonly nodes: readonly string[];
  /** The parallel join this is, for the message when it waits forever. */
  readonly join: string | null;
  readonly take: Places;
  readonly give: Places;
  /** A terminate event: takes every other token with it. */
  readonly terminates: boolean;
};
export type Net = {
  readonly transitions: ReadonlySet<Transition>;
  readonly start: number;
  /** Places by what they are: `flow <id>`, `node <id>` (where several flows meet), `start`. */
  readonly places: ReadonlyMap<string, number>;
  /** The node that each place leads to. */
  readonly leadsTo: ReadonlyMap<number, string>;
};

const MANY_SIDE_PATHS = 3;

/** Every selection of the items, or of at most one when there are many. */
const selections = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => {
  if (items.length > MANY_SIDE_PATHS) return [[], ...items.map((item) => [item])];
  const numbers = Array.from({ length: 2 ** items.length }, (_, number) => number);
  return numbers.map((number) => items.filter((_, index) => (number >> index) & 1));
};

/** The net of the nodes of one level that starts at `start`. Tokens that reach an end event disappear; done is the empty net. */
export const netOf = (level: readonly Spot[], start: Spot): Net => {
  const places = new Map<string, number>();
  const leadsTo = new Map<number, string>();
  const place = (key: string, node: string): number => {
    const index = places.get(key) ?? places.size;
    places.set(key, index);
    leadsTo.set(index, node);
    return index;
  };
  const transitions = new Set<Transition>();
  const add = (node: string, take: readonly number[], give: readonly number[], terminates = false): void => {
    const join = take.length > 1 ? node : null;
    transitions.add({ nodes: [node], join, take: new Set(take), give: new Set(give), terminates });
  };
  const flowsOut = ({ outgoing }: Spot): readonly number[] =>
    outgoing.map(({ id, to }) => place(`flow ${id}`, to));
  const byId = new Map(level.map((spot) => [spot.node.id, spot]));
  const initial = place('start', start.node.id);
  for (const spot of level) {
    const { id, kind } = spot.node;
    if (kind === 'boundary' || (kind === 'start' && spot !== start)) continue;
    const arriving = kind === 'start' ? [initial] : spot.incoming.map((flow) => place(`flow ${flow.id}`, id));
    const leaving = flowsOut(spot);
    if (kind === 'parallel') {
      add(id, arriving, leaving);
      continue;
    }
    let here = arriving;
    if (arriving.length > 1) {
      here = [place(`node ${id}`, id)];
      for (const from of arriving) add(id, [from], here);
    }
    if (kind === 'exclusive') for (const to of leaving) add(id, here, [to]);
    else if (kind === 'end') add(id, here, [], spot.node.event.type === 'terminate');
    else {
      const paths = (event: { readonly id: string }): readonly number[] => {
        const boundary = byId.get(event.id);
        return boundary ? flowsOut(boundary) : [];
      };
      const beside = selections(spot.boundaries.filter(({ interrupting }) => !interrupting).map(paths));
      const instead = spot.boundaries.filter(({ interrupting }) => interrupting).map(paths);
      for (const main of [leaving, ...instead])
        for (const more of beside) add(id, here, [...main, ...more.flat()]);
    }
  }
  return { transitions, start: initial, places, leadsTo };
};

const only = <Item>(set: ReadonlySet<Item> | undefined): Item | undefined =>
  set?.size === 1 ? set.values().next().value : undefined;
/** A transition while it is being shrunk: changed where it stands, for one of a wide split has thousands of places. */
type Way = {
  readonly nodes: string[];
  readonly join: string | null;
  readonly take: Set<number>;
  readonly give: Set<number>;
  readonly terminates: boolean;
};

const keyOf = ({ take, give, terminates }: Way): string =>
  [[...take].sort(), [...give].sort(), terminates].join(' ');

/**
 * Shrinks a net that is played from the places `marked`. Its answers to “can it get stuck”, “can a place hold two tokens” and “can it end”
 * stay the same.
 */
export const shrink = (net: Net, marked: Places = new Set([net.start])): Net => {
  const all = new Set<Way>();
  const producers = new Map<number, Set<Way>>();
  const consumers = new Map<number, Set<Way>>();
  const queue = new Set<number>();
  const leadsTo = new Map(net.leadsTo);
  const around = (index: Map<number, Set<Way>>, place: number): Set<Way> => {
    const set = index.get(place) ?? new Set<Way>();
    index.set(place, set);
    return set;
  };
  const lookAgain = (places: Places): void => {
    for (const place of places) queue.add(place);
  };
  const attach = (way: Way): void => {
    all.add(way);
    for (const place of way.give) around(producers, place).add(way);
    for (const place of way.take) around(consumers, place).add(way);
  };
  const detach = (way: Way): void => {
    all.delete(way);
    for (const place of way.give) around(producers, place).delete(way);
    for (const place of way.take) around(consumers, place).delete(way);
    lookAgain(way.give);
    lookAgain(way.take);
  };
  /** The way gives these places instead of that one. */
  const giveInstead = (way: Way, place: number, others: Iterable<number>): void => {
    way.give.delete(place);
    around(producers, place).delete(way);
    for (const other of others) {
      way.give.add(other);
      around(producers, other).add(way);
      queue.add(other);
    }
    lookAgain(way.take);
  };
  for (const { nodes, join, take, give, terminates } of net.transitions)
    attach({ nodes: [...nodes], join, take: new Set(take), give: new Set(give), terminates });

  /** Two ways to do the same, or a way that changes nothing. */
  const dropRepeated = (place: number): boolean => {
    const ways = [...around(consumers, place)];
    const kept = new Set<string>();
    const isKnown = (way: Way): boolean => kept.size === kept.add(keyOf(way)).size;
    const needless = ways.filter(
      (way) => (!way.terminates && equal(way.take, way.give)) || (ways.length > 1 && isKnown(way)),
    );
    for (const way of needless) detach(way);
    return needless.length > 0;
  };
  /** A step that only passes a token on: its place becomes the next one. */
  const passOn = (place: number): boolean => {
    const step = only(consumers.get(place));
    const next = step && only(step.give);
    if (!step || next === undefined || next === place || step.take.size > 1 || step.terminates) return false;
    const before = [...around(producers, place)];
    if (before.some(({ give }) => give.has(next))) return false;
    // The merged place is named after the node that comes first.
    if (around(producers, next).size === 1) leadsTo.set(next, leadsTo.get(place) ?? '');
    detach(step);
    for (const way of before) giveInstead(way, place, [next]);
    return true;
  };
  /** A step with one way in, from one step: the two become one. */
  const joinSteps = (place: number): boolean => {
    const first = only(producers.get(place));
    const second = only(consumers.get(place));
    if (!first || !second || first === second || second.take.size > 1 || second.terminates) return false;
    if (second.give.size === 0 || [...second.give].some((given) => first.give.has(given))) return false;
    detach(second);
    first.nodes.push(...second.nodes);
    giveInstead(first, place, second.give);
    return true;
  };
  /** Places that always hold what their neighbour holds. */
  const dropTwins = (place: number): boolean => {
    const makers = around(producers, place);
    const users = around(consumers, place);
    const maker = makers.values().next().value;
    const user = users.values().next().value;
    if (!maker || !user) return false;
    const near = maker.give.size < user.take.size ? maker.give : user.take;
    const twins = [...near].filter(
      (other) =>
        other !== place &&
        !marked.has(other) &&
        equal(around(producers, other), makers) &&
        equal(around(consumers, other), users),
    );
    if (twins.length === 0) return false;
    for (const way of union(makers, users)) {
      for (const twin of twins) {
        way.take.delete(twin);
        way.give.delete(twin);
      }
      lookAgain(way.take);
      lookAgain(way.give);
    }
    for (const twin of twins) {
      producers.delete(twin);
      consumers.delete(twin);
    }
    return true;
  };

  // What one rule leaves may let another work that failed before, so until a whole round changes nothing.
  let isChanged = true;
  const shrunk = (done: boolean): boolean => {
    isChanged ||= done;
    return done;
  };
  while (isChanged) {
    isChanged = false;
    lookAgain(new Set(net.leadsTo.keys()));
    for (const place of queue) {
      queue.delete(place);
      shrunk(dropRepeated(place));
      if (marked.has(place)) continue;
      while (shrunk(dropTwins(place) || passOn(place) || joinSteps(place))) shrunk(dropRepeated(place));
    }
  }
  return { ...net, transitions: all, leadsTo };
};
