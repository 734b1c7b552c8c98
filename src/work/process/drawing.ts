/** The drawing (BPMN DI) of a written file: kept as other tools drew it, with what is new placed into it; laid out anew where there is none. */
import type { ModdleElement } from 'bpmn-moddle';
import { idOf } from './elements.ts';
import { graphOf } from './graph.ts';
import { layOut, layOutLevel, type Box, type Point } from './layout.ts';
import { child, children } from './moddle.ts';
import { drawInside, fillFrame, lineOf, placeNew, shapeOf, type Pane } from './place-new.ts';
import type { Definition, Node } from './schema.ts';
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

/** How to draw on a plane. */
const paneOn = (sheet: Sheet, plane: ModdleElement): Pane => ({
  plane,
  addShape: (id, box) => addShape(sheet, plane, id, box),
  addEdge: (id, points) => addEdge(sheet, plane, id, points),
});

/** A drawing of its own for what lies in a step that is drawn closed. */
const openPlane = ({ moddle, root }: Sheet, element: ModdleElement): ModdleElement => {
  const id = String(element.get('id'));
  const plane = moddle.create('bpmndi:BPMNPlane', { id: `${id}_plane`, bpmnElement: element });
  const diagram = moddle.create('bpmndi:BPMNDiagram', { id: `${id}_diagram`, plane });
  plane.$parent = diagram;
  addTo(root, 'diagrams', diagram);
  return plane;
};

/** Levels from the outside in: a step is placed before what lies in it. */
const levelsOf = (definition: Definition): readonly (readonly [string | null, readonly Node[]])[] => {
  const { levels } = graphOf(definition);
  const from = (scope: string | null): readonly (readonly [string | null, readonly Node[]])[] => {
    const nodes = (levels.get(scope) ?? []).map(({ node }) => node);
    return [[scope, nodes], ...nodes.flatMap(({ kind, id }) => (kind === 'sub' ? from(id) : []))];
  };
  return from(null);
};

/** Draws what a level has and the drawing has not; what was drawn stays where it is, or makes room. */
const drawNew = (
  sheet: Sheet,
  definition: Definition,
  scope: string | null,
  level: readonly Node[],
): void => {
  const onPlane = (plane: ModdleElement): boolean => level.some(({ id }) => shapeOf(plane, id));
  const home = planes(sheet.root).find(onPlane);
  if (home) return placeNew(sheet, definition, findPool(sheet), paneOn(sheet, home), level);
  const frame = scope === null ? undefined : sheet.elements.get(scope);
  if (!frame || scope === null || level.length === 0) return;
  const outer = planes(sheet.root).find((plane) => shapeOf(plane, scope));
  if (outer && shapeOf(outer, scope)?.get('isExpanded') === true)
    return fillFrame(definition, paneOn(sheet, outer), scope);
  const pane = paneOn(sheet, openPlane(sheet, frame));
  drawInside(pane, layOutLevel(definition, scope), { x: MARGIN, y: MARGIN });
};

/** Flows between nodes that have shapes, and no line yet. */
const drawMissingFlows = (sheet: Sheet, { flows }: Definition): void => {
  const drawn = drawnIds(sheet.root);
  for (const flow of flows) {
    if (drawn.has(flow.id)) continue;
    for (const plane of planes(sheet.root)) {
      const line = lineOf(plane, flow);
      if (line) addEdge(sheet, plane, flow.id, line);
    }
  }
};

/**
 * Brings the drawing into line with the definition. `gone` are elements that left it, `rewired` flows that lead elsewhere than they did.
 * What another tool drew stays; only where nothing of the process was drawn, it is laid out anew.
 */
export const writeDrawing = (
  sheet: Sheet,
  definition: Definition,
  gone: ReadonlySet<string>,
  rewired: ReadonlySet<string>,
): void => {
  erase(sheet.root, new Set([...gone, ...rewired]));
  const drawn = drawnIds(sheet.root);
  if (!definition.nodes.some(({ id, scope }) => scope === null && drawn.has(id)))
    return drawAnew(sheet, definition);
  for (const [scope, level] of levelsOf(definition)) drawNew(sheet, definition, scope, level);
  drawMissingFlows(sheet, definition);
};
