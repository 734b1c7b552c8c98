/** Plays the token game on a net: every marking that can come up, whether each can still end, what gets stuck. */
import { overlap, union, within, without, type Places } from './marking.ts';
import type { Net, Transition } from './net.ts';

/** What the game found; node ids where it names places. */
export type Verdict = {
  /** More markings than the bound: nothing is proven. */
  readonly tooMany: boolean;
  /** Nodes that can be reached by two tokens at once. */
  readonly doubled: ReadonlySet<string>;
  /** Joins (else nodes) at which tokens can wait for ever. */
  readonly stuck: ReadonlySet<string>;
  /** Nodes that can never run. */
  readonly idle: ReadonlySet<string>;
};

const MOST_MARKINGS = 20_000;

type Marking = {
  readonly places: Places;
  readonly reachedFrom: Marking[];
  /** Something can still run. */
  moves: boolean;
  ends: boolean;
};

const keyOf = (places: Places): string => [...places].sort((left, right) => left - right).join(' ');

/** Where the tokens of a marking that cannot end wait: joins that have only part of their tokens, else where they stand. */
const waitingAt = (net: Net, { places }: Marking): readonly string[] => {
  const joins = [...net.transitions]
    .filter(({ join, take }) => join !== null && !within(take, places) && overlap(take, places).length > 0)
    .map(({ join }) => join);
  const found = joins.filter((join) => join !== null);
  return found.length > 0 ? found : [...places].map((place) => net.leadsTo.get(place) ?? '');
};

/** Marks every marking from which the empty one can be reached. */
const markEnding = (end: Marking | undefined): void => {
  const queue = end ? [end] : [];
  for (let marking = queue.pop(); marking; marking = queue.pop()) {
    if (marking.ends) continue;
    marking.ends = true;
    queue.push(...marking.reachedFrom);
  }
};

/** Plays from a marking (the start place when none is given) until every reachable marking is known or the bound is met. */
export const play = (net: Net, from: Places = new Set([net.start])): Verdict => {
  // Each transition is looked for under one of its places only: it cannot run without that one.
  const startingAt = Map.groupBy(net.transitions, ({ take }) => take.values().next().value);
  const first: Marking = { places: from, reachedFrom: [], moves: false, ends: false };
  const markings = new Map([[keyOf(from), first]]);
  const queue = [first];
  const doubled = new Set<string>();
  const fired = new Set<Transition>();
  let tooMany = false;
  for (let marking = queue.pop(); marking && !tooMany; marking = queue.pop()) {
    for (const transition of [...marking.places].flatMap((place) => startingAt.get(place) ?? [])) {
      if (!within(transition.take, marking.places)) continue;
      fired.add(transition);
      marking.moves = true;
      const rest = without(marking.places, transition.take);
      for (const place of overlap(transition.give, rest)) doubled.add(net.leadsTo.get(place) ?? '');
      const places = transition.terminates ? new Set<number>() : union(rest, transition.give);
      const key = keyOf(places);
      const known = markings.get(key);
      if (known) known.reachedFrom.push(marking);
      else if (markings.size >= MOST_MARKINGS) tooMany = true;
      else {
        const next: Marking = { places, reachedFrom: [marking], moves: false, ends: false };
        markings.set(key, next);
        queue.push(next);
      }
    }
  }
  markEnding(markings.get(''));
  const lost = tooMany ? [] : [...markings.values()].filter(({ ends }) => !ends);
  // Where nothing moves any more is the place to mend; only where tokens turn in a circle for ever are all of them named.
  const dead = lost.filter(({ moves }) => !moves);
  const stuck = new Set((dead.length > 0 ? dead : lost).flatMap((marking) => waitingAt(net, marking)));
  const running = new Set([...fired].flatMap(({ nodes }) => nodes));
  const idle = [...net.transitions].flatMap(({ nodes }) => nodes).filter((node) => !running.has(node));
  return { tooMany, doubled, stuck, idle: new Set(idle) };
};
