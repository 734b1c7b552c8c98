/** Brings one BPMN element into line with its node or flow. Only what differs from what the file said is touched. */
import { isDeepStrictEqual } from 'node:util';
import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { idOf } from './elements.ts';
import { writeLimit } from './limit.ts';
import { child, children, words } from './moddle.ts';
import type { Flow, Node, Office, ProcessEvent, Timer } from './schema.ts';

/** The file being written: its tree, and the elements of the process by their original id. */
export type Sheet = {
  readonly moddle: BpmnModdle;
  readonly root: ModdleElement;
  readonly process: ModdleElement;
  readonly elements: Map<string, ModdleElement>;
};

/** Puts an element at the end of a list of its parent. */
export const addTo = (parent: ModdleElement, property: string, element: ModdleElement): ModdleElement => {
  parent.set(property, [...children(parent, property), element]);
  element.$parent = parent;
  return element;
};

const messageNamed = ({ moddle, root }: Sheet, name: string): ModdleElement => {
  const roots = children(root, 'rootElements');
  const found = roots.find(
    (element) => element.$type === 'bpmn:Message' && (words(element, 'name') ?? idOf(element)) === name,
  );
  return (
    found ??
    addTo(root, 'rootElements', moddle.create('bpmn:Message', { id: `Message_${roots.length}`, name }))
  );
};

const timerParts = { duration: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' } as const;

const timerDefinition = ({ moddle }: Sheet, id: string, timer: Timer | null): ModdleElement => {
  if (!timer || timer.kind === 'limit') return moddle.create('bpmn:TimerEventDefinition', { id });
  const body = moddle.create('bpmn:FormalExpression', { body: timer.value });
  return moddle.create('bpmn:TimerEventDefinition', { id, [timerParts[timer.kind]]: body });
};

const writeEvent = (sheet: Sheet, element: ModdleElement, event: ProcessEvent): void => {
  const id = `${String(element.get('id'))}_event`;
  const limit = event.type === 'timer' && event.timer?.kind === 'limit' ? event.timer.limit : null;
  element.set('toantrinh:limit', limit ? writeLimit(limit) : undefined);
  element.set('eventDefinitions', []);
  if (event.type === 'terminate') {
    addTo(element, 'eventDefinitions', sheet.moddle.create('bpmn:TerminateEventDefinition', { id }));
  } else if (event.type === 'timer') {
    addTo(element, 'eventDefinitions', timerDefinition(sheet, id, event.timer));
  } else if (event.type === 'message') {
    const messageRef = messageNamed(sheet, event.message);
    addTo(
      element,
      'eventDefinitions',
      sheet.moddle.create('bpmn:MessageEventDefinition', { id, messageRef }),
    );
  }
};

const unsaid: Office = { role: null, unit: null, limit: null, output: null, act: null, form: null };

const writeOffice = (element: ModdleElement, office: Office, before: Office): void => {
  for (const name of ['role', 'unit', 'output', 'act', 'form'] as const) {
    if (office[name] !== before[name]) element.set(`toantrinh:${name}`, office[name] ?? undefined);
  }
  if (!isDeepStrictEqual(office.limit, before.limit)) {
    element.set('toantrinh:limit', office.limit ? writeLimit(office.limit) : undefined);
  }
};

const writeNote = ({ moddle }: Sheet, element: ModdleElement, note: string): void => {
  element.set('documentation', []);
  if (note !== '') addTo(element, 'documentation', moddle.create('bpmn:Documentation', { text: note }));
};

const nameOrNone = (name: string): string | undefined => (name === '' ? undefined : name);

/** Whether the message of an element was only its name, so that a new name would change it. */
const isUnnamed = (element: ModdleElement): boolean =>
  !child(
    element.$instanceOf('bpmn:Event') ? (children(element, 'eventDefinitions')[0] ?? element) : element,
    'messageRef',
  );

/** Writes a node into its element. `before` is what the file said about it, undefined for a new element. */
export const writeNode = (
  sheet: Sheet,
  element: ModdleElement,
  node: Node,
  before: Node | undefined,
): void => {
  const isRenamed = node.name !== (before?.name ?? '');
  if (isRenamed) element.set('name', nameOrNone(node.name));
  if (node.note !== (before?.note ?? '')) writeNote(sheet, element, node.note);
  if ('office' in node) {
    const old = before && 'office' in before ? before : null;
    // A role that is only the lane's name needs no attribute of its own.
    writeOffice(element, node.office, old?.office ?? { ...unsaid, role: node.lane });
    if (node.message !== null && (node.message !== old?.message || (isRenamed && isUnnamed(element)))) {
      element.set('messageRef', messageNamed(sheet, node.message));
    }
  } else if ('event' in node) {
    const old: ProcessEvent = before && 'event' in before ? before.event : { type: 'none' };
    const isNamedAnew = isRenamed && node.event.type === 'message' && isUnnamed(element);
    if (isNamedAnew || !isDeepStrictEqual(node.event, old)) writeEvent(sheet, element, node.event);
    if (node.kind !== 'boundary') return;
    element.set('attachedToRef', sheet.elements.get(node.host));
    if (!node.interrupting || before) element.set('cancelActivity', node.interrupting);
  } else if (node.kind === 'call') element.set('calledElement', node.calls ?? undefined);
  else if (node.kind === 'exclusive') {
    element.set('default', node.otherwise === null ? undefined : sheet.elements.get(node.otherwise));
  }
};

/** Writes a flow into its element. */
export const writeFlow = (
  sheet: Sheet,
  element: ModdleElement,
  flow: Flow,
  before: Flow | undefined,
): void => {
  if (flow.name !== (before?.name ?? '')) element.set('name', nameOrNone(flow.name));
  element.set('sourceRef', sheet.elements.get(flow.from));
  element.set('targetRef', sheet.elements.get(flow.to));
  if (flow.condition === (before?.condition ?? null)) return;
  const body = flow.condition;
  element.set(
    'conditionExpression',
    body === null ? undefined : sheet.moddle.create('bpmn:FormalExpression', { body }),
  );
};
