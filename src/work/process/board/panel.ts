/** What the panel shows of an element and writes into it. Runs in the browser. */
import type Modeler from 'bpmn-js/lib/Modeler.js';
import type { BusinessObject, Element } from 'bpmn-js/lib/Modeler.js';
import type { Language } from '../../../ground/text/language.ts';
import type { FieldName } from './fields.ts';

const office: readonly FieldName[] = ['unit', 'role', 'limit', 'output', 'act', 'form'];
const withMessage: ReadonlySet<string> = new Set(['bpmn:SendTask', 'bpmn:ReceiveTask']);

const listOf = (part: BusinessObject, name: string): readonly BusinessObject[] =>
  (part.get(name) as readonly BusinessObject[] | undefined) ?? [];
const partOf = (part: BusinessObject, name: string): BusinessObject | null =>
  (part.get(name) as BusinessObject | undefined) ?? null;
const wordsOf = (part: BusinessObject | null, name: string): string =>
  (part?.get(name) as string | undefined) ?? '';

/** The kind of an event, null for all else. */
const eventOf = ({ businessObject }: Element): BusinessObject | null =>
  businessObject.$instanceOf('bpmn:Event') ? (listOf(businessObject, 'eventDefinitions')[0] ?? null) : null;

/** What carries the message of a step or event. */
const carrierOf = (element: Element): BusinessObject | null =>
  withMessage.has(element.type) ? element.businessObject : eventOf(element);

/** Whether an arrow is one of several behind a gateway that chooses. */
export const isBranch = ({ source, type }: Element): boolean =>
  type === 'bpmn:SequenceFlow' &&
  source?.type === 'bpmn:ExclusiveGateway' &&
  (source.outgoing?.length ?? 0) > 1;

/** The fields that an element has. */
export function fieldsOf(element: Element): readonly FieldName[] {
  const { type, businessObject } = element;
  if (type === 'bpmn:SequenceFlow') return isBranch(element) ? ['name', 'condition'] : ['name'];
  if (!businessObject.$instanceOf('bpmn:FlowNode')) return isNamed(type) ? ['name'] : [];
  const event = eventOf(element)?.$type;
  const own: readonly FieldName[] = businessObject.$instanceOf('bpmn:Task')
    ? [...office, ...(withMessage.has(type) ? (['message'] as const) : [])]
    : event === 'bpmn:TimerEventDefinition'
      ? ['timer']
      : event === 'bpmn:MessageEventDefinition'
        ? ['message']
        : type === 'bpmn:CallActivity'
          ? ['calls']
          : [];
  return ['name', ...own, 'note'];
}

const isNamed = (type: string): boolean => /^bpmn:(Process|Participant|Lane)$/.test(type);

const units: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  working_hour: { vi: 'giờ', en: 'hours' },
  working_day: { vi: 'ngày làm việc', en: 'working days' },
  day: { vi: 'ngày', en: 'days' },
  month: { vi: 'tháng', en: 'months' },
};

/** A stored limit (`3 working_day`) in words that the reader takes as well; what somebody typed stays as it is. */
const limitWords = (stored: string, lang: Language): string => {
  const [, amount = '', unit = ''] = /^([\d.]+) (\w+)$/.exec(stored) ?? [];
  const words = units[unit]?.[lang];
  if (!words) return stored;
  return `${lang === 'vi' ? amount.replace('.', ',') : amount} ${words}`;
};

const timerParts = ['timeDuration', 'timeDate', 'timeCycle'] as const;

/** Under which part of a timer a text belongs. */
const timerPart = (text: string): (typeof timerParts)[number] =>
  /^\d{4}-/.test(text) ? 'timeDate' : /^R\d*\//.test(text) ? 'timeCycle' : 'timeDuration';

function timerOf(element: Element, lang: Language): string {
  const limit = wordsOf(element.businessObject, 'toantrinh:limit');
  if (limit) return limitWords(limit, lang);
  const event = eventOf(element);
  const bodies = timerParts.map((name) => wordsOf(event && partOf(event, name), 'body'));
  return bodies.find((body) => body !== '') ?? '';
}

/** What an element says in a field. */
export function readField(element: Element, name: FieldName, lang: Language): string {
  const { businessObject } = element;
  if (name === 'note')
    return listOf(businessObject, 'documentation')
      .map((one) => wordsOf(one, 'text'))
      .join('\n');
  if (name === 'message') {
    const carrier = carrierOf(element);
    return wordsOf(carrier && partOf(carrier, 'messageRef'), 'name');
  }
  if (name === 'timer') return timerOf(element, lang);
  if (name === 'calls') return wordsOf(businessObject, 'calledElement');
  if (name === 'condition') return wordsOf(partOf(businessObject, 'conditionExpression'), 'body');
  if (name === 'name') return wordsOf(businessObject, 'name');
  const stored = wordsOf(businessObject, `toantrinh:${name}`);
  return name === 'limit' ? limitWords(stored, lang) : stored;
}

const made = (modeler: Modeler, type: string, parent: BusinessObject, values: object): BusinessObject =>
  Object.assign(modeler.get('bpmnFactory').create(type, { ...values }), { $parent: parent });

/** The message of this name, which all who send and await it share. */
function messageNamed(modeler: Modeler, name: string): BusinessObject {
  const file = modeler.getDefinitions();
  const roots = file.get('rootElements') as BusinessObject[];
  const found = roots.find((one) => one.$type === 'bpmn:Message' && wordsOf(one, 'name') === name);
  if (found) return found;
  const fresh = made(modeler, 'bpmn:Message', file, { name });
  roots.push(fresh);
  return fresh;
}

function writeTimer(modeler: Modeler, element: Element, text: string): void {
  const event = eventOf(element);
  if (!event) return;
  const body = text && made(modeler, 'bpmn:FormalExpression', event, { body: text });
  const parts = timerParts.map((name) => [name, body && name === timerPart(text) ? body : undefined]);
  modeler.get('modeling').updateModdleProperties(element, event, Object.fromEntries(parts));
  modeler.get('modeling').updateProperties(element, { 'toantrinh:limit': undefined });
}

/** Writes what was typed into an element, in a way that can be undone. */
export function writeField(modeler: Modeler, element: Element, name: FieldName, text: string): void {
  const { businessObject } = element;
  const modeling = modeler.get('modeling');
  const value = text.trim() === '' ? undefined : text.trim();
  if (name === 'name') {
    if (element.type === 'bpmn:Process') modeling.updateProperties(element, { name: value });
    else modeling.updateLabel(element, value ?? '');
  } else if (name === 'note') {
    const note = value && [made(modeler, 'bpmn:Documentation', businessObject, { text: value })];
    modeling.updateProperties(element, { documentation: note ?? [] });
  } else if (name === 'message') {
    const carrier = carrierOf(element);
    const messageRef = value && messageNamed(modeler, value);
    if (carrier) modeling.updateModdleProperties(element, carrier, { messageRef });
  } else if (name === 'timer') writeTimer(modeler, element, value ?? '');
  else if (name === 'calls') modeling.updateProperties(element, { calledElement: value });
  else if (name === 'condition') {
    const body = value && made(modeler, 'bpmn:FormalExpression', businessObject, { body: value });
    modeling.updateProperties(element, { conditionExpression: body });
  } else modeling.updateProperties(element, { [`toantrinh:${name}`]: value });
}

/** Whether an arrow is taken when no condition holds. */
export const isOtherwise = ({ businessObject, source }: Element): boolean =>
  source !== undefined && partOf(source.businessObject, 'default') === businessObject;

/** Makes an arrow the one that is taken when no condition holds, or takes that away. */
export function writeOtherwise(modeler: Modeler, { businessObject, source }: Element, is: boolean): void {
  if (source) modeler.get('modeling').updateProperties(source, { default: is ? businessObject : undefined });
}
