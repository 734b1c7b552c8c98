/**
 * One level of a process as a Petri net (places are flows, transitions are what a node may do), and the rules that shrink it
 * without changing whether it can get stuck (series and parallel rules after Murata 1989). A well-nested process shrinks to almost nothing.
 */
import type { Spot } from './graph.ts';
import { equal, overlap, union, type Places } from './marking.ts';

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
const swap = (set: Places, out: number, into: Iterable<number>): Places =>
  new Set([...set].filter((place) => place !== out).concat([...into]));

/**
 * Shrinks a net that is played from the places `marked`. Its answers to “can it get stuck”, “can a place hold two tokens” and “can it end”
 * stay the same.
 */
export const shrink = (net: Net, marked: Places = new Set([net.start])): Net => {
  const all = new Set(net.transitions);
  const producers = new Map<number, Set<Transition>>();
  const consumers = new Map<number, Set<Transition>>();
  const queue = new Set<number>(net.leadsTo.keys());
  const leadsTo = new Map(net.leadsTo);
  const around = (index: Map<number, Set<Transition>>, place: number): Set<Transition> => {
    const set = index.get(place) ?? new Set<Transition>();
    index.set(place, set);
    return set;
  };
  const attach = (transition: Transition): void => {
    all.add(transition);
    for (const place of transition.give) around(producers, place).add(transition);
    for (const place of transition.take) around(consumers, place).add(transition);
    for (const place of union(transition.give, transition.take)) queue.add(place);
  };
  const detach = (transition: Transition): void => {
    all.delete(transition);
    for (const place of transition.give) around(producers, place).delete(transition);
    for (const place of transition.take) around(consumers, place).delete(transition);
    for (const place of union(transition.give, transition.take)) queue.add(place);
  };
  for (const transition of net.transitions) attach(transition);

  /** Two ways to do the same, or a way that changes nothing. */
  const dropRepeated = (place: number): boolean => {
    const ways = [...around(consumers, place)];
    for (const [at, way] of ways.entries()) {
      const repeats = ways.some(
        (other, index) =>
          index < at &&
          other.terminates === way.terminates &&
          equal(other.take, way.take) &&
          equal(other.give, way.give),
      );
      if (!repeats && (way.terminates || !equal(way.take, way.give))) continue;
      detach(way);
      return true;
    }
    return false;
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
    for (const way of before) {
      detach(way);
      attach({ ...way, give: swap(way.give, place, [next]) });
    }
    return true;
  };
  /** A step with one way in, from one step: the two become one. */
  const joinSteps = (place: number): boolean => {
    const first = only(producers.get(place));
    const second = only(consumers.get(place));
    if (!first || !second || first === second || second.take.size > 1 || second.terminates) return false;
    if (second.give.size === 0 || overlap(first.give, second.give).length > 0) return false;
    detach(first);
    detach(second);
    const nodes = [...first.nodes, ...second.nodes];
    attach({ ...first, nodes, give: swap(first.give, place, second.give) });
    return true;
  };
  /** A place that always holds what its neighbour holds. */
  const dropTwin = (place: number): boolean => {
    const makers = around(producers, place);
    const users = around(consumers, place);
    const maker = makers.values().next().value;
    if (!maker || users.size === 0) return false;
    const twin = [...maker.give].find(
      (other) =>
        other !== place &&
        !marked.has(other) &&
        equal(around(producers, other), makers) &&
        equal(around(consumers, other), users),
    );
    if (twin === undefined) return false;
    for (const way of union(makers, users)) {
      detach(way);
      attach({ ...way, take: swap(way.take, twin, []), give: swap(way.give, twin, []) });
    }
    return true;
  };

  for (const place of queue) {
    queue.delete(place);
    while (dropRepeated(place));
    if (marked.has(place)) continue;
    while (dropTwin(place) || passOn(place) || joinSteps(place)) while (dropRepeated(place));
  }
  return { ...net, transitions: all, leadsTo };
};
