/**
 * Writes a definition as BPMN 2.0. What came from a file goes back into that file: only what was changed is touched, so that extension
 * elements, attributes and drawings of other tools stay. A definition that was not changed is written exactly as it was imported.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ModdleElement } from 'bpmn-moddle';
import { Invalid } from '../../ground/operate/errors.ts';
import { NAMESPACE } from './attributes.ts';
import { openDocument, readerId, restoreIds } from './document.ts';
import { writeDrawing } from './drawing.ts';
import { idOf } from './elements.ts';
import { graphOf } from './graph.ts';
import { bpmn, child, children } from './moddle.ts';
import { isDrawn } from './read-drawing.ts';
import { read } from './read.ts';
import type { Definition, Flow, Node, NodeKind } from './schema.ts';
import { inside } from './subset.ts';
import { writeLanes, writePool } from './write-lanes.ts';
import { addTo, writeFlow, writeNode, type Sheet } from './write-node.ts';

const emptyFile = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:toantrinh="${NAMESPACE}"
  id="Definitions" targetNamespace="urn:toantrinh:process" />`;

const typeOf = new Map<NodeKind, string>(Object.entries(inside).map(([type, kind]) => [kind, type]));

const isFlow = (item: Node | Flow): item is Flow => 'from' in item;
const kindOf = (item: Node | Flow): string => (isFlow(item) ? 'flow' : item.kind);

type Old = { readonly definition: Definition | null; readonly items: ReadonlyMap<string, Node | Flow> };

const collect = (container: ModdleElement, into: Map<string, ModdleElement>): void => {
  for (const element of children(container, 'flowElements')) {
    into.set(idOf(element), element);
    if (element.$instanceOf('bpmn:SubProcess')) collect(element, into);
  }
};

const openSheet = async (definition: Definition): Promise<Sheet> => {
  const document = openDocument(definition.source ?? emptyFile);
  if ('unreadable' in document) throw new Invalid([{ field: 'source', message: document.unreadable }]);
  const moddle = bpmn();
  const { rootElement: root } = await moddle.fromXML(document.xml);
  const processes = children(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const process =
    processes.find((candidate) => idOf(candidate) === definition.id) ??
    addTo(
      root,
      'rootElements',
      moddle.create('bpmn:Process', { id: readerId(definition.id), isExecutable: true }),
    );
  const elements = new Map<string, ModdleElement>();
  collect(process, elements);
  return { moddle, root, process, elements };
};

const readOld = async ({ id, source }: Definition): Promise<Old> => {
  const reading = source === null ? null : await read(source);
  const definition = reading?.definitions.find((candidate) => candidate.id === id) ?? null;
  const items = definition ? [...definition.nodes, ...definition.flows] : [];
  return { definition, items: new Map(items.map((item) => [item.id, item])) };
};

const containerOf = ({ process, elements }: Sheet, scope: string | null): ModdleElement =>
  (scope === null ? null : elements.get(scope)) ?? process;

/** Takes out what the definition no longer has, or has as another kind or on another level. */
const remove = (sheet: Sheet, gone: ReadonlySet<string>): void => {
  const staying = (element: ModdleElement | null): boolean => !element || !gone.has(idOf(element));
  const containers = [
    sheet.process,
    ...sheet.elements.values().filter((element) => element.$instanceOf('bpmn:SubProcess')),
  ];
  for (const container of containers) {
    container.set('flowElements', children(container, 'flowElements').filter(staying));
    const artifacts = children(container, 'artifacts').filter(
      (artifact) =>
        artifact.$type !== 'bpmn:Association' ||
        (staying(child(artifact, 'sourceRef')) && staying(child(artifact, 'targetRef'))),
    );
    container.set('artifacts', artifacts);
  }
  for (const id of gone) sheet.elements.delete(id);
};

const create = (sheet: Sheet, item: Node | Flow): void => {
  const type = isFlow(item) ? 'bpmn:SequenceFlow' : (typeOf.get(item.kind) ?? 'bpmn:UserTask');
  const element = sheet.moddle.create(type, { id: readerId(item.id) });
  sheet.elements.set(item.id, addTo(containerOf(sheet, item.scope), 'flowElements', element));
};

const wire = (sheet: Sheet, definition: Definition): void => {
  const found = (flows: readonly Flow[]): readonly ModdleElement[] =>
    flows.map(({ id }) => sheet.elements.get(id)).filter((element) => element !== undefined);
  for (const [id, { incoming, outgoing }] of graphOf(definition).spots) {
    sheet.elements.get(id)?.set('incoming', found(incoming));
    sheet.elements.get(id)?.set('outgoing', found(outgoing));
  }
};

/** A sub-process must stand before what lies in it. */
const outermostFirst = (definition: Definition): readonly (Node | Flow)[] => {
  const { levels } = graphOf(definition);
  const nodesIn = (scope: string | null): readonly Node[] =>
    (levels.get(scope) ?? []).flatMap(({ node }) =>
      node.kind === 'sub' ? [node, ...nodesIn(node.id)] : [node],
    );
  return [...nodesIn(null), ...definition.flows];
};

/** What is called may lie in the catalogue instead of the file: it is not written into it. */
const isUnchanged = ({ definition: before }: Old, definition: Definition): boolean =>
  isDeepStrictEqual(before && { ...before, called: [] }, { ...definition, called: [] });

/** Puts the definition into its file. */
const write = async (definition: Definition, old: Old): Promise<string> => {
  const sheet = await openSheet(definition);
  const items = new Map(outermostFirst(definition).map((item) => [item.id, item]));
  const gone = new Set(
    old.items
      .values()
      .filter((was) => {
        const now = items.get(was.id);
        return !now || kindOf(now) !== kindOf(was) || now.scope !== was.scope;
      })
      .map(({ id }) => id),
  );
  remove(sheet, gone);
  for (const item of items.values()) if (!sheet.elements.has(item.id)) create(sheet, item);
  const before = (id: string): Node | Flow | undefined => (gone.has(id) ? undefined : old.items.get(id));
  for (const flow of definition.flows) {
    const was = before(flow.id);
    const element = sheet.elements.get(flow.id);
    if (element) writeFlow(sheet, element, flow, was && isFlow(was) ? was : undefined);
  }
  for (const node of definition.nodes) {
    const was = before(node.id);
    const element = sheet.elements.get(node.id);
    if (element) writeNode(sheet, element, node, was && !isFlow(was) ? was : undefined);
  }
  wire(sheet, definition);
  if (definition.name !== old.definition?.name) sheet.process.set('name', definition.name);
  const moved = definition.nodes.filter(({ id, lane }) => {
    const was = before(id);
    return lane !== (was && !isFlow(was) ? was.lane : null);
  });
  writeLanes(sheet, gone, moved);
  writePool(sheet, definition);
  const rewired = definition.flows.filter(({ id, from, to }) => {
    const was = before(id);
    return was !== undefined && isFlow(was) && (was.from !== from || was.to !== to);
  });
  writeDrawing(sheet, definition, gone, new Set(rewired.map(({ id }) => id)));
  const { xml } = await sheet.moddle.toXML(sheet.root, { format: true });
  return restoreIds(xml);
};

/**
 * The definition as BPMN 2.0 XML with a drawing. Throws `Invalid` when its stored source cannot be read.
 */
export const exportDefinition = async (definition: Definition): Promise<string> => {
  const old = await readOld(definition);
  return definition.source !== null && isUnchanged(old, definition)
    ? definition.source
    : write(definition, old);
};

/**
 * The same for a drawing board, on which only what has a shape can be seen: an imported file that draws nothing, or not all, gets what is
 * missing. Throws `Invalid` like `exportDefinition`.
 */
export const exportDrawn = async (definition: Definition): Promise<string> => {
  const old = await readOld(definition);
  const isWhole = isUnchanged(old, definition) && (await isDrawn(definition));
  return isWhole && definition.source !== null ? definition.source : write(definition, old);
};
