/** Where the parts of a definition lie: as the tool that made it drew them (BPMN DI), or laid out here when it drew nothing. */
import type { ModdleElement } from 'bpmn-moddle';
import { openDocument } from './document.ts';
import { idOf } from './elements.ts';
import { layOut, type Box, type Drawing, type Point } from './layout.ts';
import { bpmn, child, children } from './moddle.ts';
import type { Definition } from './schema.ts';

const PADDING = 20;

const numberIn = (element: ModdleElement, name: string): number => Number(element.get(name) ?? 0);
const finite = (...numbers: readonly number[]): boolean => numbers.every(Number.isFinite);

function boxOf(shape: ModdleElement): Box | null {
  const bounds = child(shape, 'bounds');
  if (!bounds) return null;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberIn(bounds, name)) as [
    number,
    number,
    number,
    number,
  ];
  return finite(x, y, width, height) && width > 0 && height > 0 ? { x, y, width, height } : null;
}

const pointsOf = (edge: ModdleElement): readonly Point[] =>
  children(edge, 'waypoint')
    .map((point) => ({ x: numberIn(point, 'x'), y: numberIn(point, 'y') }))
    .filter(({ x, y }) => finite(x, y));

/** The drawing moved so that its upper left corner is near the origin. */
function fitted(boxes: ReadonlyMap<string, Box>, lines: ReadonlyMap<string, readonly Point[]>): Drawing {
  const xs = [...boxes.values()].flatMap(({ x, width }) => [x, x + width]);
  const ys = [...boxes.values()].flatMap(({ y, height }) => [y, y + height]);
  for (const { x, y } of [...lines.values()].flat()) {
    xs.push(x);
    ys.push(y);
  }
  const left = Math.min(...xs) - PADDING;
  const top = Math.min(...ys) - PADDING;
  return {
    boxes: new Map([...boxes].map(([id, box]) => [id, { ...box, x: box.x - left, y: box.y - top }])),
    lines: new Map(
      [...lines].map(([id, points]) => [id, points.map(({ x, y }) => ({ x: x - left, y: y - top }))]),
    ),
    width: Math.max(...xs) - left + PADDING,
    height: Math.max(...ys) - top + PADDING,
  };
}

/** The drawing that a file brings along for this definition; null when it draws not every node. */
async function drawnIn({ nodes, flows, source }: Definition): Promise<Drawing | null> {
  const document = source === null ? null : openDocument(source);
  if (!document || 'unreadable' in document) return null;
  const { rootElement } = await bpmn().fromXML(document.xml);
  const boxes = new Map<string, Box>();
  const lines = new Map<string, readonly Point[]>();
  const [own, arrows] = [new Set(nodes.map(({ id }) => id)), new Set(flows.map(({ id }) => id))];
  for (const diagram of children(rootElement, 'diagrams')) {
    const plane = child(diagram, 'plane');
    for (const shape of plane ? children(plane, 'planeElement') : []) {
      const element = child(shape, 'bpmnElement');
      if (!element) continue;
      const id = idOf(element);
      const box = own.has(id) ? boxOf(shape) : null;
      if (box) boxes.set(id, box);
      if (arrows.has(id)) lines.set(id, pointsOf(shape));
    }
  }
  return nodes.every(({ id }) => boxes.has(id)) ? fitted(boxes, lines) : null;
}

/** Whether the file of a definition draws every step and every arrow. */
export const isDrawn = async (definition: Definition): Promise<boolean> => {
  const drawn = await drawnIn(definition);
  return drawn !== null && definition.flows.every(({ id }) => (drawn.lines.get(id)?.length ?? 0) > 1);
};

/** The drawing of a definition. */
export const drawingOf = async (definition: Definition): Promise<Drawing> => {
  const drawn = await drawnIn(definition);
  if (drawn) return drawn;
  const { boxes, lines } = layOut(definition, { x: 0, y: 0 });
  return fitted(boxes, lines);
};
