/** Places what a definition has and its drawing has not, beside what leads to it; nothing that was drawn is drawn anew. */
import type { ModdleElement } from 'bpmn-moddle';
import { idOf } from './elements.ts';
import { graphOf } from './graph.ts';
import { layOutLevel, sizeOf, type Box, type Drawing, type Point } from './layout.ts';
import { child, children } from './moddle.ts';
import { boxOf, growAround, isTaken, lineBetween, makeRoom, type Axis } from './room-in-drawing.ts';
import type { Definition, Flow, Node } from './schema.ts';
import { lanesBelow } from './write-lanes.ts';
import type { Sheet } from './write-node.ts';

/** Between two steps beside each other, and below each other. */
const GAP = { x: 50, y: 30 } as const;
const PADDING = 30;
const EVENT = 36;
/** How many rows below its neighbour a place is looked for before room is made. */
const ROWS = 3;

/** A plane, and how to draw on it. */
export type Pane = {
  readonly plane: ModdleElement;
  readonly addShape: (id: string, box: Box) => void;
  readonly addEdge: (id: string, points: readonly Point[]) => void;
};

/** The shape of an element on a plane. */
export const shapeOf = (plane: ModdleElement, id: string): ModdleElement | undefined =>
  children(plane, 'planeElement').find((shape) => {
    const element = child(shape, 'bpmnElement');
    return element !== null && idOf(element) === id;
  });

const boxAt = (plane: ModdleElement, id: string): Box | null => {
  const shape = shapeOf(plane, id);
  return shape ? boxOf(shape) : null;
};

const otherAxis = { x: 'y', y: 'x' } as const;
const sizeAlong = { x: 'width', y: 'height' } as const;
const endOf = (box: Box, axis: Axis): number => box[axis] + box[sizeAlong[axis]];

/** Along which axis the drawing goes from one step to the next. */
function direction(from: Box | null, to: Box | null): Axis {
  if (!from || !to) return 'x';
  const across = to.x - endOf(from, 'x');
  const down = to.y - endOf(from, 'y');
  return down >= 0 && down > across ? 'y' : 'x';
}

/** A box of this size behind another, on the same middle line. */
function behind(before: Box, size: { readonly width: number; readonly height: number }, axis: Axis): Box {
  const along = endOf(before, axis) + GAP[axis];
  const cross = otherAxis[axis];
  const middle = before[cross] + (before[sizeAlong[cross]] - size[sizeAlong[cross]]) / 2;
  return axis === 'x' ? { x: along, y: middle, ...size } : { x: middle, y: along, ...size };
}

/** The shape of the lane that a node lies in, where the lane is drawn. */
function laneShape({ process }: Sheet, plane: ModdleElement, id: string): ModdleElement | undefined {
  const lane = lanesBelow(children(process, 'laneSets')).find((one) =>
    children(one, 'flowNodeRef').some((element) => idOf(element) === id),
  );
  return lane && shapeOf(plane, idOf(lane));
}

/** A place between what leads to a node and what follows it; room is made where there is none. */
function placeFor(
  sheet: Sheet,
  { plane }: Pane,
  id: string,
  size: { readonly width: number; readonly height: number },
  [before, after]: readonly [Box | null, string | null],
): Box {
  const lane = laneShape(sheet, plane, id);
  const band = lane && boxOf(lane);
  const afterBox = after === null ? null : boxAt(plane, after);
  const axis = direction(before, afterBox);
  const start = before ?? beginning(plane, afterBox, size);
  let box = behind(start, size, axis);
  // In a lane of its own it stands in the middle of that lane, as far along as where it comes from.
  if (band && axis === 'x' && (box.y < band.y || endOf(box, 'y') > endOf(band, 'y')))
    box = { ...box, y: band.y + (band.height - size.height) / 2 };
  if (afterBox && afterBox[axis] >= endOf(start, axis)) {
    const wanting = endOf(box, axis) + GAP[axis] - afterBox[axis];
    if (wanting > 0) makeRoom(plane, axis, (endOf(start, axis) + afterBox[axis]) / 2, wanting);
  }
  return freed(plane, box, axis, band ?? null);
}

/** Without anything that leads to it, a node stands before what follows, or behind everything. */
function beginning(plane: ModdleElement, after: Box | null, { width }: { readonly width: number }): Box {
  if (after) return { ...after, x: after.x - width - 2 * GAP.x, width: 0 };
  const boxes = children(plane, 'planeElement').flatMap((shape) => boxOf(shape) ?? []);
  const last = boxes.reduce<Box | null>(
    (far, one) => (far && endOf(far, 'x') >= endOf(one, 'x') ? far : one),
    null,
  );
  return last ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** The box, some rows beside where that is free; else there, with room made for it. */
function freed(plane: ModdleElement, box: Box, axis: Axis, band: Box | null): Box {
  const cross = otherAxis[axis];
  const step = box[sizeAlong[cross]] + GAP[cross];
  for (let row = 0; row < ROWS; row += 1) {
    const tried = { ...box, [cross]: box[cross] + row * step };
    const isInside = !band || cross === 'x' || row === 0 || endOf(tried, 'y') <= endOf(band, 'y');
    if (isInside && !isTaken(plane, tried, 0)) return tried;
  }
  makeRoom(plane, axis, box[axis] - GAP[axis] / 2, box[sizeAlong[axis]] + GAP[axis]);
  return box;
}

/** Every frame around a node grows until the node lies in it: lane, pool, the step that it is part of. */
function growFrames(
  sheet: Sheet,
  { plane }: Pane,
  node: Node,
  pool: ModdleElement | undefined,
  box: Box,
): void {
  const scope = node.scope === null ? undefined : shapeOf(plane, node.scope);
  const frames = [laneShape(sheet, plane, node.id), scope, pool && shapeOf(plane, idOf(pool))];
  for (const frame of frames) if (frame) growAround(plane, frame, box, PADDING);
}

/** Draws the nodes of a level that have no shape, on the plane where the others of it are drawn. */
export function placeNew(
  sheet: Sheet,
  definition: Definition,
  pool: ModdleElement | undefined,
  pane: Pane,
  level: readonly Node[],
): void {
  const { plane } = pane;
  const { spots } = graphOf(definition);
  for (const node of inReach(level, definition.flows, ({ id }) => shapeOf(plane, id) !== undefined)) {
    const { incoming = [], outgoing = [] } = spots.get(node.id) ?? {};
    if (node.kind === 'boundary') {
      const at = (spots.get(node.host)?.boundaries ?? []).findIndex(({ id }) => id === node.id);
      const box = boxAt(plane, node.host);
      if (box) pane.addShape(node.id, atEdge(box, at));
      continue;
    }
    const before = incoming.flatMap(({ from }) => boxAt(plane, from) ?? [])[0] ?? null;
    const after = outgoing.find(({ to }) => boxAt(plane, to))?.to ?? null;
    const inner = node.kind === 'sub' ? layOutLevel(definition, node.id) : null;
    const size = inner
      ? { width: inner.width + 2 * PADDING, height: inner.height + 2 * PADDING }
      : sizeOf(node);
    const box = placeFor(sheet, pane, node.id, size, [before, after]);
    pane.addShape(node.id, box);
    growFrames(sheet, pane, node, pool, box);
    if (inner) drawInside(pane, inner, box);
  }
}

/** An event at the lower edge of the step whose it is, beside those that are there. */
const atEdge = (host: Box, at: number): Box => ({
  x: host.x + 10 + at * (EVENT + 6),
  y: endOf(host, 'y') - EVENT / 2,
  width: EVENT,
  height: EVENT,
});

/** Draws what lies in a step that is drawn, none of it yet: the frame grows around it. */
export function fillFrame(definition: Definition, pane: Pane, scope: string): void {
  const frame = shapeOf(pane.plane, scope);
  const outer = frame && boxOf(frame);
  if (!frame || !outer) return;
  const inner = layOutLevel(definition, scope);
  const { width, height } = inner;
  growAround(pane.plane, frame, { x: outer.x + PADDING, y: outer.y + PADDING, width, height }, PADDING);
  drawInside(pane, inner, outer);
}

/** Draws a level laid out by itself, its corner inside that of the given place. */
export const drawInside = (pane: Pane, { boxes, lines }: Drawing, at: Point): void => {
  const [x, y] = [at.x + PADDING, at.y + PADDING];
  for (const [id, box] of boxes) pane.addShape(id, { ...box, x: box.x + x, y: box.y + y });
  for (const [id, points] of lines)
    pane.addEdge(
      id,
      points.map((one) => ({ x: one.x + x, y: one.y + y })),
    );
};

/** The nodes without a shape, each after one that leads to it where there is such a one; steps before the events at their edge. */
function inReach(
  level: readonly Node[],
  flows: readonly Flow[],
  isDrawn: (node: Node) => boolean,
): readonly Node[] {
  const known = new Set(level.filter(isDrawn).map(({ id }) => id));
  let waiting = level.filter(({ id }) => !known.has(id));
  const list: Node[] = [];
  const isReached = (node: Node): boolean =>
    node.kind === 'boundary'
      ? known.has(node.host)
      : flows.some(({ from, to }) => to === node.id && known.has(from));
  for (;;) {
    const next = waiting.find(isReached) ?? waiting.find(({ kind }) => kind !== 'boundary') ?? waiting[0];
    if (!next) return list;
    list.push(next);
    known.add(next.id);
    waiting = waiting.filter((node) => node !== next);
  }
}

/** The line of a flow between two shapes of a plane; null where one of them is not on it. */
export function lineOf(
  plane: ModdleElement,
  { from, to }: Pick<Flow, 'from' | 'to'>,
): readonly Point[] | null {
  const [start, end] = [boxAt(plane, from), boxAt(plane, to)];
  return start && end ? lineBetween(start, end) : null;
}
