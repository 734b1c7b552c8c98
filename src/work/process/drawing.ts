/** The drawing (BPMN DI) of a written file: kept as other tools drew it as long as every node has a shape, else laid out anew. */
import type { ModdleElement } from 'bpmn-moddle';
import { idOf } from './elements.ts';
import { layOut, type Box, type Point } from './layout.ts';
import { child, children } from './moddle.ts';
import type { Definition } from './schema.ts';
import { findPool } from './write-lanes.ts';
import { addTo, type Sheet } from './write-node.ts';

const MARGIN = 100;
const POOL_PADDING = 40;

const planeOf = (sheet: Sheet): ModdleElement => {
  const { moddle, root, process } = sheet;
  const [diagram] = children(root, 'diagrams');
  const existing = diagram && child(diagram, 'plane');
  if (existing) return existing;
  const pool = findPool(sheet);
  const plane = moddle.create('bpmndi:BPMNPlane', { id: 'Plane', bpmnElement: pool?.$parent ?? process });
  const created = moddle.create('bpmndi:BPMNDiagram', { id: 'Diagram', plane });
  plane.$parent = created;
  addTo(root, 'diagrams', created);
  return plane;
};

const planes = (root: ModdleElement): readonly ModdleElement[] =>
  children(root, 'diagrams')
    .map((diagram) => child(diagram, 'plane'))
    .filter((plane) => plane !== null);

const drawnIds = (root: ModdleElement): ReadonlySet<string> =>
  new Set(
    planes(root)
      .flatMap((plane) => children(plane, 'planeElement'))
      .map((shape) => child(shape, 'bpmnElement'))
      .filter((element) => element !== null)
      .map(idOf),
  );

/** Takes the shapes of some elements out of every plane. */
const erase = (root: ModdleElement, ids: ReadonlySet<string>): void => {
  for (const plane of planes(root)) {
    const staying = children(plane, 'planeElement').filter((shape) => {
      const element = child(shape, 'bpmnElement');
      return element !== null && !ids.has(idOf(element));
    });
    plane.set('planeElement', staying);
  }
};

const boundsOf = ({ moddle }: Sheet, box: Box): ModdleElement => moddle.create('dc:Bounds', box);

/** Lower edge of all that is drawn. */
const bottomOf = (root: ModdleElement): number => {
  const shapes = planes(root).flatMap((plane) => children(plane, 'planeElement'));
  return shapes.reduce((lowest, shape) => {
    const bounds = shape.$type === 'bpmndi:BPMNShape' ? child(shape, 'bounds') : null;
    return bounds ? Math.max(lowest, Number(bounds.get('y')) + Number(bounds.get('height'))) : lowest;
  }, 0);
};

const addShape = (sheet: Sheet, plane: ModdleElement, id: string, box: Box): void => {
  const bpmnElement = sheet.elements.get(id);
  if (!bpmnElement) return;
  const { $type } = bpmnElement;
  addTo(
    plane,
    'planeElement',
    sheet.moddle.create('bpmndi:BPMNShape', {
      id: `${String(bpmnElement.get('id'))}_shape`,
      bpmnElement,
      bounds: boundsOf(sheet, box),
      ...($type === 'bpmn:SubProcess' ? { isExpanded: true } : {}),
      ...($type === 'bpmn:ExclusiveGateway' ? { isMarkerVisible: true } : {}),
    }),
  );
};

const addEdge = (sheet: Sheet, plane: ModdleElement, id: string, points: readonly Point[]): void => {
  const bpmnElement = sheet.elements.get(id);
  if (!bpmnElement) return;
  const waypoint = points.map((point) => sheet.moddle.create('dc:Point', point));
  const edgeId = `${String(bpmnElement.get('id'))}_edge`;
  addTo(plane, 'planeElement', sheet.moddle.create('bpmndi:BPMNEdge', { id: edgeId, bpmnElement, waypoint }));
};

const drawAnew = (sheet: Sheet, definition: Definition): void => {
  const pool = findPool(sheet);
  const own = new Set([...definition.nodes, ...definition.flows].map(({ id }) => id));
  erase(sheet.root, new Set([...own, ...(pool ? [idOf(pool)] : [])]));
  const plane = planeOf(sheet);
  const top = bottomOf(sheet.root) + MARGIN;
  const drawing = layOut(definition, { x: MARGIN + POOL_PADDING, y: top });
  if (pool) {
    const bounds = boundsOf(sheet, {
      x: MARGIN - POOL_PADDING,
      y: top - POOL_PADDING,
      width: drawing.width + 3 * POOL_PADDING,
      height: drawing.height + 2 * POOL_PADDING,
    });
    const id = `${String(pool.get('id'))}_shape`;
    const shape = sheet.moddle.create('bpmndi:BPMNShape', {
      id,
      bpmnElement: pool,
      isHorizontal: true,
      bounds,
    });
    addTo(plane, 'planeElement', shape);
  }
  for (const [id, box] of drawing.boxes) addShape(sheet, plane, id, box);
  for (const [id, points] of drawing.lines) addEdge(sheet, plane, id, points);
};

const middle = (shape: ModdleElement): Point => {
  const bounds = child(shape, 'bounds');
  const number = (name: string): number => Number(bounds?.get(name) ?? 0);
  return { x: number('x') + number('width') / 2, y: number('y') + number('height') / 2 };
};

/** Flows that were added between nodes that have shapes: a straight line each. */
const drawMissingFlows = (sheet: Sheet, definition: Definition, drawn: ReadonlySet<string>): void => {
  const plane = planeOf(sheet);
  const shapes = new Map(
    children(plane, 'planeElement').map((shape) => {
      const element = child(shape, 'bpmnElement');
      return [element ? idOf(element) : '', shape];
    }),
  );
  for (const flow of definition.flows) {
    const from = shapes.get(flow.from);
    const to = shapes.get(flow.to);
    if (!drawn.has(flow.id) && from && to) addEdge(sheet, plane, flow.id, [middle(from), middle(to)]);
  }
};

/** Brings the drawing into line with the definition. `gone` are elements that left it. */
export const writeDrawing = (sheet: Sheet, definition: Definition, gone: ReadonlySet<string>): void => {
  erase(sheet.root, gone);
  const drawn = drawnIds(sheet.root);
  if (definition.nodes.every(({ id }) => drawn.has(id))) drawMissingFlows(sheet, definition, drawn);
  else drawAnew(sheet, definition);
};
