/**
 * A drawing of another tool that gets something new: what was drawn keeps its place, or makes room along one axis; lines and frames go with
 * it. Works on the shapes of a plane as they stand in the file, foreign parts included.
 */
import type { ModdleElement } from 'bpmn-moddle';
import type { Box, Point } from './layout.ts';
import { child, children } from './moddle.ts';

export type Axis = 'x' | 'y';

const numberIn = (element: ModdleElement, name: string): number => Number(element.get(name) ?? 0);

const boundsIn = (element: ModdleElement): ModdleElement | null => child(element, 'bounds');

/** The box of a shape; null when it has none. */
export function boxOf(shape: ModdleElement): Box | null {
  const bounds = shape.$type === 'bpmndi:BPMNShape' ? boundsIn(shape) : null;
  if (!bounds) return null;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(bounds, name)) as [
    number,
    number,
    number,
    number,
  ];
  return [x, y, width, height].every(Number.isFinite) ? { x, y, width, height } : null;
}

/** Elements that hold others: they grow where what they hold moves apart. */
const frames = new Set([
  'bpmn:Participant',
  'bpmn:Lane',
  'bpmn:SubProcess',
  'bpmn:Transaction',
  'bpmn:AdHocSubProcess',
  'bpmn:Group',
]);

const isFrame = (shape: ModdleElement): boolean => frames.has(child(shape, 'bpmnElement')?.$type ?? '');

const sizeAlong = { x: 'width', y: 'height' } as const;

/** Moves everything on the far side of `edge` by `by`, and widens the frames across it. */
export function makeRoom(plane: ModdleElement, axis: Axis, edge: number, by: number): void {
  const move = (place: ModdleElement): void => place.set(axis, numberIn(place, axis) + by);
  const isBeyond = (place: ModdleElement): boolean => numberIn(place, axis) >= edge;
  for (const shape of children(plane, 'planeElement')) {
    const bounds = boundsIn(shape);
    const label = child(shape, 'label');
    const labelBounds = label && boundsIn(label);
    for (const place of [bounds, labelBounds, ...children(shape, 'waypoint')]) {
      if (!place) continue;
      if (isBeyond(place)) move(place);
      else if (place === bounds && isFrame(shape)) {
        const size = sizeAlong[axis];
        const end = numberIn(place, axis) + numberIn(place, size);
        if (end >= edge) place.set(size, numberIn(place, size) + by);
      }
    }
  }
}

const overlaps = (one: Box, other: Box, gap: number): boolean =>
  one.x < other.x + other.width + gap &&
  other.x < one.x + one.width + gap &&
  one.y < other.y + other.height + gap &&
  other.y < one.y + one.height + gap;

/** Whether a box would lie on, or too near to, something that is no frame. */
export const isTaken = (plane: ModdleElement, box: Box, gap: number): boolean =>
  children(plane, 'planeElement').some((shape) => {
    const other = isFrame(shape) ? null : boxOf(shape);
    return other !== null && overlaps(box, other, gap);
  });

/** Grows a frame until a box lies inside it, by making room at its right and lower end. */
export function growAround(plane: ModdleElement, frame: ModdleElement, box: Box, padding: number): void {
  for (const axis of ['x', 'y'] as const) {
    const now = boxOf(frame);
    if (!now) return;
    const end = now[axis] + now[sizeAlong[axis]];
    const wanting = box[axis] + box[sizeAlong[axis]] + padding - end;
    if (wanting > 0) makeRoom(plane, axis, end, wanting);
  }
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A line between two boxes: from side to side where one lies beside the other, from edge to edge where it lies below, else around. */
export function lineBetween(from: Box, to: Box): readonly Point[] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const [right, left] = [from.x + from.width, to.x];
  if (left >= right) {
    const turn = (right + left) / 2;
    const bend = a.y === b.y ? [] : [point(turn, a.y), point(turn, b.y)];
    return [point(right, a.y), ...bend, point(left, b.y)];
  }
  const isBelow = to.y >= from.y + from.height;
  if (isBelow || to.y + to.height <= from.y) {
    const [start, end] = isBelow ? [from.y + from.height, to.y] : [from.y, to.y + to.height];
    const turn = (start + end) / 2;
    const bend = a.x === b.x ? [] : [point(a.x, turn), point(b.x, turn)];
    return [point(a.x, start), ...bend, point(b.x, end)];
  }
  const low = Math.max(from.y + from.height, to.y + to.height);
  return [
    point(a.x, from.y + from.height),
    point(a.x, low + AROUND),
    point(b.x, low + AROUND),
    point(b.x, to.y + to.height),
  ];
}

const AROUND = 20;

const point = (x: number, y: number): Point => ({ x, y });
