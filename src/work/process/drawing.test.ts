/** What another tool drew stays where it is when something is added: only what is new is placed, and what must make room for it moves. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDocument } from './document.ts';
import { idOf } from './elements.ts';
import { file, step } from './fixtures.ts';
import type { Box, Point } from './layout.ts';
import { bpmn, child, children } from './moddle.ts';
import { read } from './read.ts';
import { boxOf } from './room-in-drawing.ts';
import type { Definition, Node } from './schema.ts';
import { exportDefinition, exportDrawn } from './write.ts';

const tools = ['camunda-7.bpmn', 'signavio-drawn.bpmn', 'bizagi-drawn.bpmn'] as const;
/** Elements that hold others. */
const frames = new Set(['bpmn:Participant', 'bpmn:Lane']);

const first = async (xml: string | Uint8Array): Promise<Definition> =>
  (await read(xml)).definitions[0] ?? assert.fail('no process');

type Drawn = {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: ReadonlyMap<string, readonly Point[]>;
  readonly isFrame: (id: string) => boolean;
};

/** The first diagram of a file, as it stands there. */
async function drawnIn(xml: string | Uint8Array): Promise<Drawn> {
  const document = openDocument(xml);
  if ('unreadable' in document) return assert.fail(document.unreadable.en);
  const { rootElement } = await bpmn().fromXML(document.xml);
  const [diagram] = children(rootElement, 'diagrams');
  const plane = diagram && child(diagram, 'plane');
  const boxes = new Map<string, Box>();
  const lines = new Map<string, readonly Point[]>();
  const framed = new Set<string>();
  for (const shape of plane ? children(plane, 'planeElement') : []) {
    const element = child(shape, 'bpmnElement') ?? assert.fail('a shape of nothing');
    const box = boxOf(shape);
    if (box) boxes.set(idOf(element), box);
    else
      lines.set(
        idOf(element),
        children(shape, 'waypoint').map((point) => ({
          x: Number(point.get('x')),
          y: Number(point.get('y')),
        })),
      );
    if (frames.has(element.$type)) framed.add(idOf(element));
  }
  return { boxes, lines, isFrame: (id) => framed.has(id) };
}

/** A definition with a step put into the way of a flow. */
function inserted(definition: Definition, flow: string, id = 'moi'): Definition {
  const cut = definition.flows.find((one) => one.id === flow) ?? assert.fail(flow);
  const source = definition.nodes.find((one) => one.id === cut.from) ?? assert.fail(cut.from);
  const added: Node = { ...step(id, cut.scope), name: 'Bước mới', lane: source.lane };
  return {
    ...definition,
    nodes: [...definition.nodes, added],
    flows: definition.flows
      .map((one) => (one === cut ? { ...one, to: id } : one))
      .concat({ id: `${id}-toi`, name: '', scope: cut.scope, from: id, to: cut.to, condition: null }),
  };
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const holds = (outer: Box, { x, y, width, height }: Box): boolean =>
  x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height;

/** Whether a point lies on the edge of a box. */
const touches = ({ x, y, width, height }: Box, point: Point): boolean =>
  point.x >= x - 1 && point.x <= x + width + 1 && point.y >= y - 1 && point.y <= y + height + 1;

/** Fails where steps lie on each other, or a line does not lead from its step to its step. */
function assertClean({ boxes, lines, isFrame }: Drawn, { flows }: Definition): void {
  const steps = [...boxes].filter(([id]) => !isFrame(id));
  for (const [at, [id, box]] of steps.entries())
    for (const [other, second] of steps.slice(at + 1))
      assert.ok(!overlap(box, second), `${id} lies on ${other}`);
  for (const { id, from, to } of flows) {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    const line = lines.get(id);
    if (!start || !end) continue;
    assert.ok(line && line.length > 1, `${id} has no line`);
    assert.ok(touches(start, line[0]!), `${id} does not begin at ${from}`);
    assert.ok(touches(end, line.at(-1)!), `${id} does not end at ${to}`);
  }
}

describe('a step added to the drawing of another tool', () => {
  for (const tool of tools) {
    it(`${tool}: everything stays, or moves along one axis together with what lies behind the new step`, async () => {
      const before = await drawnIn(file(tool));
      const definition = await first(file(tool));
      for (const { id: flow, scope } of definition.flows) {
        if (scope !== null) continue;
        const changed = inserted(definition, flow);
        const now = await drawnIn(await exportDefinition(changed));
        assert.ok(now.boxes.has('moi'), `${flow}: the new step is not drawn`);
        assertClean(now, changed);
        const moves = new Set<string>();
        for (const [id, was] of before.boxes) {
          const is = now.boxes.get(id) ?? assert.fail(`${flow}: ${id} is not drawn any more`);
          if (!before.isFrame(id)) assert.deepEqual([is.width, is.height], [was.width, was.height], id);
          moves.add(`${is.x - was.x},${is.y - was.y}`);
        }
        moves.delete('0,0');
        assert.ok(moves.size <= 1, `${flow}: moved by ${[...moves].join(' ')}`);
        for (const move of moves) assert.match(move, /^(?:[\d.]+,0|0,[\d.]+)$/);
        for (const [id, box] of before.boxes) {
          if (!before.isFrame(id)) continue;
          for (const [inner, was] of before.boxes)
            if (holds(box, was))
              assert.ok(holds(now.boxes.get(id)!, now.boxes.get(inner)!), `${flow}: ${inner} left ${id}`);
        }
      }
    });
  }

  it('stands in the lane of its role, and the lane and the pool around it', async () => {
    const definition = await first(file('signavio-drawn.bpmn'));
    const changed = inserted(definition, 'sid-f5');
    const { boxes } = await drawnIn(await exportDefinition(changed));
    assert.ok(holds(boxes.get('sid-l2')!, boxes.get('moi')!));
    assert.ok(holds(boxes.get('sid-p2')!, boxes.get('moi')!));
    const other = {
      ...changed,
      nodes: changed.nodes.map((one) => (one.id === 'moi' ? { ...one, lane: 'Công chức một cửa' } : one)),
    };
    const elsewhere = (await drawnIn(await exportDefinition(other))).boxes;
    assert.ok(holds(elsewhere.get('sid-l1')!, elsewhere.get('moi')!));
  });

  it('keeps what the other tool wrote into its drawing', async () => {
    const definition = await first(file('signavio-drawn.bpmn'));
    const xml = await exportDefinition(inserted(definition, 'sid-f3'));
    for (const one of [
      'labelStyle="sid-style"',
      'id="sid-u1_gui"',
      'name="Arial"',
      'signavio:signavioMetaData',
    ])
      assert.ok(xml.includes(one), one);
  });

  it('many steps, one after the other and side by side, lie on nothing', async () => {
    for (const tool of tools) {
      let definition = await first(file(tool));
      const [way] = definition.flows;
      for (let n = 0; n < 4; n += 1) definition = inserted(definition, way!.id, `moi-${n}`);
      const target = definition.nodes.find(({ kind, scope }) => kind === 'end' && scope === null)!;
      for (let n = 0; n < 5; n += 1) {
        const id = `nhanh-${n}`;
        definition = {
          ...definition,
          nodes: [...definition.nodes, { ...step(id), lane: definition.nodes[1]!.lane }],
          flows: [
            ...definition.flows,
            { id: `${id}-di`, name: '', scope: null, from: 'moi-0', to: id, condition: null },
            { id: `${id}-ve`, name: '', scope: null, from: id, to: target.id, condition: null },
          ],
        };
      }
      assertClean(await drawnIn(await exportDefinition(definition)), definition);
    }
  });

  it('a step with steps inside is drawn around them, an event on the edge of its step', async () => {
    const definition = await first(file('camunda-7.bpmn'));
    const around: Node = { id: 'khoi', name: 'Khối', scope: null, lane: null, note: '', kind: 'sub' };
    const timer: Node = {
      ...around,
      id: 'hen',
      kind: 'boundary',
      host: 'Activity_ghiso',
      interrupting: true,
      event: { type: 'timer', timer: { kind: 'duration', value: 'P2D' } },
    };
    const { nodes, flows } = inserted(definition, 'Flow_b', 'khoi');
    const changed: Definition = {
      ...definition,
      nodes: [...nodes.map((node) => (node.id === 'khoi' ? around : node)), step('trong', 'khoi'), timer],
      flows,
    };
    const { boxes } = await drawnIn(await exportDefinition(changed));
    assert.ok(holds(boxes.get('khoi')!, boxes.get('trong')!));
    const [host, event] = [boxes.get('Activity_ghiso')!, boxes.get('hen')!];
    assert.equal(event.y + event.height / 2, host.y + host.height);
    assert.ok(event.x > host.x && event.x + event.width < host.x + host.width);
  });
});

describe('a closed step whose inside no tool drew', () => {
  it('gets a drawing of its own; the rest stays as it is', async () => {
    const before = await drawnIn(file('bizagi-drawn.bpmn'));
    const xml = await exportDrawn(await first(file('bizagi-drawn.bpmn')));
    const now = await drawnIn(xml);
    assert.deepEqual([...now.boxes], [...before.boxes]);
    assert.match(xml, /BPMNPlane[^>]*bpmnElement="Id_b"/);
  });
});
