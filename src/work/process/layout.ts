/** Places the nodes of a definition that has no drawing: layers from left to right, side by side within a layer (after Sugiyama 1981). */
import { graphOf, type Graph } from './graph.ts';
import type { Definition, Flow, Node } from './schema.ts';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };
export type Drawing = {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: ReadonlyMap<string, readonly Point[]>;
  readonly width: number;
  readonly height: number;
};

const GAP_ACROSS = 60;
const GAP_DOWN = 40;
const PADDING = 40;
const LANE_OF_RETURN = 12;
const EVENT = 36;
const SWEEPS = 4;

const largest = (numbers: Iterable<number>): number => {
  let found = 0;
  for (const number of numbers) found = Math.max(found, number);
  return found;
};

type Cell = { readonly id: string; readonly width: number; readonly height: number };
type Edge = { readonly flow: Flow; readonly from: string; readonly to: string };

/** How large a node is drawn. */
export const sizeOf = (node: Node): { readonly width: number; readonly height: number } => {
  switch (node.kind) {
    case 'start':
    case 'end':
    case 'catch':
    case 'throw':
    case 'boundary':
      return { width: EVENT, height: EVENT };
    case 'exclusive':
    case 'parallel':
      return { width: 50, height: 50 };
    default:
      return { width: 120, height: 80 };
  }
};

/** Flows that lead back to a node on the current path of a depth-first walk: they are drawn below, not layered. */
const findReturns = (
  cells: readonly Cell[],
  edges: ReadonlyMap<string, readonly Edge[]>,
): ReadonlySet<Edge> => {
  const returns = new Set<Edge>();
  const state = new Map<string, 'open' | 'done'>();
  for (const { id } of cells) {
    const path: { readonly id: string; readonly left: Edge[] }[] = [];
    const open = (next: string): void => {
      state.set(next, 'open');
      path.push({ id: next, left: [...(edges.get(next) ?? [])].reverse() });
    };
    if (!state.has(id)) open(id);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = top.left.pop();
      if (!edge) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(edge.to) === 'open') returns.add(edge);
      else if (!state.has(edge.to)) open(edge.to);
    }
  }
  return returns;
};

/** Longest path from a node without predecessor. */
const layerOf = (cells: readonly Cell[], edges: readonly Edge[]): ReadonlyMap<string, number> => {
  const layers = new Map(cells.map(({ id }) => [id, 0]));
  const missing = new Map(cells.map(({ id }) => [id, 0]));
  for (const { to } of edges) missing.set(to, (missing.get(to) ?? 0) + 1);
  const leaving = Map.groupBy(edges, ({ from }) => from);
  const queue = cells.filter(({ id }) => missing.get(id) === 0).map(({ id }) => id);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const { to } of leaving.get(id) ?? []) {
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(id) ?? 0) + 1));
      const left = (missing.get(to) ?? 0) - 1;
      missing.set(to, left);
      if (left === 0) queue.push(to);
    }
  }
  return layers;
};

type Grid = {
  readonly layers: readonly (readonly Cell[])[];
  /** The cells that a forward flow passes, ends included. */
  readonly chains: ReadonlyMap<Edge, readonly string[]>;
};

/** Cells by layer, with a placeholder wherever a flow passes a layer. */
const gridOf = (cells: readonly Cell[], edges: readonly Edge[]): Grid => {
  const layerById = layerOf(cells, edges);
  const layers: Cell[][] = Array.from({ length: largest(layerById.values()) + 1 }, () => []);
  for (const cell of cells) layers[layerById.get(cell.id) ?? 0]?.push(cell);
  const chains = new Map<Edge, readonly string[]>();
  for (const edge of edges) {
    const chain = [edge.from];
    for (let layer = (layerById.get(edge.from) ?? 0) + 1; layer < (layerById.get(edge.to) ?? 0); layer += 1) {
      const id = `${edge.flow.id} ${layer}`;
      layers[layer]?.push({ id, width: 0, height: 20 });
      chain.push(id);
    }
    chains.set(edge, [...chain, edge.to]);
  }
  return { layers, chains };
};

/** Orders each layer by the mean place of its neighbours, to and fro, so that few flows cross. */
const untangle = ({ layers, chains }: Grid): readonly (readonly Cell[])[] => {
  const neighbours = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  };
  for (const chain of chains.values()) {
    for (const [at, id] of chain.entries()) {
      const next = chain[at + 1];
      if (next === undefined) continue;
      link(`${id} after`, next);
      link(`${next} before`, id);
    }
  }
  const ordered = layers.map((layer) => [...layer]);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const side = sweep % 2 === 0 ? 'before' : 'after';
    const places = new Map(
      ordered.flatMap((layer) => layer.map(({ id }, at) => [id, at - layer.length / 2] as const)),
    );
    for (const layer of side === 'before' ? ordered : [...ordered].reverse()) {
      const weight = new Map(
        layer.map(({ id }) => {
          const near = neighbours.get(`${id} ${side}`) ?? [];
          const sum = near.reduce((total, other) => total + (places.get(other) ?? 0), 0);
          return [id, near.length > 0 ? sum / near.length : (places.get(id) ?? 0)];
        }),
      );
      layer.sort((left, right) => (weight.get(left.id) ?? 0) - (weight.get(right.id) ?? 0));
      for (const [at, { id }] of layer.entries()) places.set(id, at - layer.length / 2);
    }
  }
  return ordered;
};

/** A line with right angles through the given points. */
const square = (points: readonly Point[]): readonly Point[] =>
  points.flatMap((point, at) => {
    const before = points[at - 1];
    if (!before || before.y === point.y || before.x === point.x) return [point];
    const middle = (before.x + point.x) / 2;
    return [{ x: middle, y: before.y }, { x: middle, y: point.y }, point];
  });

const placeLayers = (layers: readonly (readonly Cell[])[]): Map<string, Box> => {
  const boxes = new Map<string, Box>();
  const heights = layers.map((layer) =>
    layer.reduce((sum, { height }) => sum + height + GAP_DOWN, -GAP_DOWN),
  );
  const tallest = largest(heights);
  let x = 0;
  for (const [at, layer] of layers.entries()) {
    const width = largest(layer.map((cell) => cell.width));
    let y = (tallest - (heights[at] ?? 0)) / 2;
    for (const cell of layer) {
      // A placeholder takes the whole column, so that its flow passes straight through.
      const own = cell.width === 0 ? width : cell.width;
      boxes.set(cell.id, { x: x + (width - own) / 2, y, width: own, height: cell.height });
      y += cell.height + GAP_DOWN;
    }
    x += width + GAP_ACROSS;
  }
  return boxes;
};

const shift = (drawing: Drawing, dx: number, dy: number): Drawing => ({
  ...drawing,
  boxes: new Map([...drawing.boxes].map(([id, box]) => [id, { ...box, x: box.x + dx, y: box.y + dy }])),
  lines: new Map(
    [...drawing.lines].map(([id, points]) => [
      id,
      points.map((point) => ({ x: point.x + dx, y: point.y + dy })),
    ]),
  ),
});

const rightOf = ({ x, y, width, height }: Box): Point => ({ x: x + width, y: y + height / 2 });
const leftOf = ({ x, y, height }: Box): Point => ({ x, y: y + height / 2 });
const below = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height });

/** Draws the flows of a level; the lowest line that it needs. */
const drawLines = (
  grid: Grid,
  returns: ReadonlySet<Edge>,
  boxes: ReadonlyMap<string, Box>,
  bottom: number,
) => {
  const lines = new Map<string, readonly Point[]>();
  const empty: Box = { x: 0, y: 0, width: 0, height: 0 };
  const box = (id: string): Box => boxes.get(id) ?? empty;
  for (const [edge, chain] of grid.chains) {
    const passing = chain.slice(1, -1).flatMap((id) => [leftOf(box(id)), rightOf(box(id))]);
    const path = [...passing, leftOf(box(edge.to))];
    const source = box(edge.flow.from);
    if (edge.flow.from === edge.from) lines.set(edge.flow.id, square([rightOf(source), ...path]));
    else {
      // From a boundary event: down first, then on.
      const foot = below(source);
      const turn = Math.max(foot.y + EVENT / 2, path[0]?.y ?? 0);
      lines.set(edge.flow.id, [foot, ...square([{ x: foot.x, y: turn }, ...path])]);
    }
  }
  let track = bottom;
  for (const edge of returns) {
    track += LANE_OF_RETURN;
    const from = below(box(edge.flow.from));
    const to = below(box(edge.to));
    lines.set(edge.flow.id, [
      from,
      { x: from.x, y: track + LANE_OF_RETURN },
      { x: to.x, y: track + LANE_OF_RETURN },
      to,
    ]);
  }
  return { lines, height: returns.size > 0 ? track + LANE_OF_RETURN : bottom };
};

const drawLevel = (definition: Definition, graph: Graph, scope: string | null): Drawing => {
  const spots = graph.levels.get(scope) ?? [];
  const inner = new Map<string, Drawing>();
  const cells: Cell[] = [];
  for (const { node } of spots) {
    if (node.kind === 'boundary') continue;
    if (node.kind !== 'sub') {
      cells.push({ id: node.id, ...sizeOf(node) });
      continue;
    }
    const drawing = drawLevel(definition, graph, node.id);
    inner.set(node.id, drawing);
    cells.push({ id: node.id, width: drawing.width + 2 * PADDING, height: drawing.height + 2 * PADDING });
  }
  const hostOf = (id: string): string => {
    const node = graph.spots.get(id)?.node;
    return node?.kind === 'boundary' ? node.host : id;
  };
  const edges = definition.flows
    .filter((flow) => flow.scope === scope)
    .map((flow): Edge => ({ flow, from: hostOf(flow.from), to: flow.to }));
  const returns = findReturns(
    cells,
    Map.groupBy(edges, ({ from }) => from),
  );
  const forward = edges.filter((edge) => !returns.has(edge));
  const grid = gridOf(cells, forward);
  const boxes = placeLayers(untangle(grid));
  for (const { boundaries, node } of spots) {
    const host = boxes.get(node.id);
    if (!host) continue;
    for (const [at, { id }] of boundaries.entries()) {
      boxes.set(id, {
        x: host.x + 10 + at * (EVENT + 6),
        y: host.y + host.height - EVENT / 2,
        width: EVENT,
        height: EVENT,
      });
    }
  }
  const bottom = largest(boxes.values().map(({ y, height }) => y + height));
  const right = largest(boxes.values().map(({ x, width }) => x + width));
  const { lines, height } = drawLines(grid, returns, boxes, bottom);
  for (const [id, drawing] of inner) {
    const outer = boxes.get(id);
    if (!outer) continue;
    const moved = shift(drawing, outer.x + PADDING, outer.y + PADDING);
    for (const [key, value] of moved.boxes) boxes.set(key, value);
    for (const [key, value] of moved.lines) lines.set(key, value);
  }
  const real = new Map([...boxes].filter(([id]) => graph.spots.has(id)));
  return { boxes: real, lines, width: right, height };
};

/** A drawing of the whole definition, its upper left corner at the given point. */
export const layOut = (definition: Definition, at: Point): Drawing =>
  shift(drawLevel(definition, graphOf(definition), null), at.x, at.y);

/** A drawing of what lies in one sub-process, its upper left corner at the origin. */
export const layOutLevel = (definition: Definition, scope: string): Drawing =>
  drawLevel(definition, graphOf(definition), scope);
