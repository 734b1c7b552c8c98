/** A definition as a graph: built once for each definition object and kept as long as that lives. */
import type { BoundaryEvent, Definition, Flow, Node } from './schema.ts';

/** A node with its surroundings. */
export type Spot = {
  readonly node: Node;
  readonly incoming: readonly Flow[];
  readonly outgoing: readonly Flow[];
  /** Events attached to it. */
  readonly boundaries: readonly BoundaryEvent[];
};
export type Graph = {
  readonly spots: ReadonlyMap<string, Spot>;
  /** The nodes of each level: key null for the process itself, the id for a sub-process. */
  readonly levels: ReadonlyMap<string | null, readonly Spot[]>;
};

const known = new WeakMap<Definition, Graph>();

const build = (definition: Definition): Graph => {
  const incoming = Map.groupBy(definition.flows, ({ to }) => to);
  const outgoing = Map.groupBy(definition.flows, ({ from }) => from);
  const attached = Map.groupBy(
    definition.nodes.filter((node) => node.kind === 'boundary'),
    ({ host }) => host,
  );
  const spots = new Map<string, Spot>();
  for (const node of definition.nodes) {
    spots.set(node.id, {
      node,
      incoming: incoming.get(node.id) ?? [],
      outgoing: outgoing.get(node.id) ?? [],
      boundaries: attached.get(node.id) ?? [],
    });
  }
  return { spots, levels: Map.groupBy(spots.values(), ({ node }) => node.scope) };
};

/** The graph of a definition. */
export const graphOf = (definition: Definition): Graph => {
  const existing = known.get(definition);
  if (existing) return existing;
  const graph = build(definition);
  known.set(definition, graph);
  return graph;
};

/** Ids of the nodes that can be reached from `from` along flows and attached events. */
export const reachableFrom = (graph: Graph, from: readonly string[]): ReadonlySet<string> => {
  const seen = new Set(from);
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const spot = graph.spots.get(id);
    if (!spot) continue;
    for (const next of [...spot.outgoing.map(({ to }) => to), ...spot.boundaries.map((event) => event.id)]) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
};

/** Ids of the nodes from which one of `to` can be reached. */
export const reaching = (graph: Graph, to: readonly string[]): ReadonlySet<string> => {
  const seen = new Set(to);
  const queue = [...to];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const spot = graph.spots.get(id);
    if (!spot) continue;
    const host = spot.node.kind === 'boundary' ? [spot.node.host] : [];
    for (const previous of [...spot.incoming.map(({ from }) => from), ...host]) {
      if (seen.has(previous)) continue;
      seen.add(previous);
      queue.push(previous);
    }
  }
  return seen;
};
