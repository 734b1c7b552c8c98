/** One BPMN element to one node or flow of our own, with a finding for everything that is outside of the subset or not said. */
import type { ModdleElement } from 'bpmn-moddle';
import type { Text } from '../../ground/text/language.ts';
import { readExpression } from './condition.ts';
import { originalId } from './document.ts';
import { parseLimit } from './limit.ts';
import { child, children, words } from './moddle.ts';
import { noteOf, officeOf } from './note.ts';
import type { Finding, Flow, Node, NodeKind, ProcessEvent } from './schema.ts';
import { events, inside, outside, unknownElement } from './subset.ts';
import { readTimer } from './timer.ts';

/** Where findings about an element are noted. */
export type Report = (
  element: ModdleElement,
  severity: Finding['severity'],
  message: Text | undefined,
) => void;
/** Surroundings of an element: the lanes of its process and the report. */
export type Surroundings = { readonly lanes: ReadonlyMap<ModdleElement, string>; readonly report: Report };

/** The id of an element as it stood in the file. */
export const idOf = (element: ModdleElement): string => originalId(words(element, 'id') ?? '');

const say = (vi: string, en: string): Text => ({ vi, en });
/** Without an id nothing can refer to an element, and no row can stand for it. */
export const withoutId = say('Phần tử không có mã (id).', 'The element has no id.');

const gap = {
  message: say(
    'Chưa nói tin nhắn nào; tên của phần tử được dùng thay.',
    'Names no message; the name of the element is used instead.',
  ),
  timer: say('Hẹn giờ chưa có thời gian.', 'The timer says no time.'),
  host: say('Sự kiện gắn không nối với bước nào.', 'The boundary event is not attached to a step.'),
  called: say('Chưa nói gọi quy trình nào.', 'Does not say which process is called.'),
  end: say('Mũi tên thiếu điểm đầu hoặc điểm cuối.', 'The arrow has no source or no target.'),
  crossing: say(
    'Mũi tên đi xuyên qua đường biên của quy trình con hoặc sang quy trình khác.',
    'The arrow crosses the border of a sub-process or goes into another process.',
  ),
} satisfies Record<string, Text>;

const unreadTimer = (value: string): Text =>
  say(
    `Không hiểu thời gian “${value.slice(0, 80)}” của hẹn giờ. Hãy viết như PT8H, 2026-12-31 hoặc “3 ngày làm việc”.`,
    `The time “${value.slice(0, 80)}” of the timer is not understood. Write it like PT8H, 2026-12-31 or “3 working days”.`,
  );
const unreadLimit = (value: string): Text =>
  say(`Không hiểu thời hạn “${value.slice(0, 80)}”.`, `The limit “${value.slice(0, 80)}” is not understood.`);

const messageOf = (element: ModdleElement, carrier: ModdleElement, report: Report): string => {
  const message = child(carrier, 'messageRef') ?? null;
  const named = message && (words(message, 'name') ?? idOf(message));
  if (!named) report(element, 'warning', gap.message);
  return named ?? words(element, 'name') ?? idOf(element);
};

const timerParts = [
  ['timeDuration', 'duration'],
  ['timeDate', 'date'],
  ['timeCycle', 'cycle'],
] as const;

const timerEvent = (element: ModdleElement, definition: ModdleElement, report: Report): ProcessEvent => {
  const own = words(element, 'toantrinh:limit');
  const limit = own === null ? null : parseLimit(own);
  if (limit) return { type: 'timer', timer: { kind: 'limit', limit } };
  for (const [property, kind] of timerParts) {
    const part = child(definition, property);
    const body = part && words(part, 'body');
    if (!body) continue;
    const timer = readTimer(kind, body);
    if (!timer) report(element, 'error', unreadTimer(body));
    return { type: 'timer', timer };
  }
  report(element, 'warning', gap.timer);
  return { type: 'timer', timer: null };
};

const eventOf = (element: ModdleElement, kind: NodeKind, report: Report): ProcessEvent => {
  const definitions = [...children(element, 'eventDefinitions'), ...children(element, 'eventDefinitionRef')];
  const [definition] = definitions;
  if (definitions.length > 1) report(element, 'error', outside['manyEvents']);
  if (!definition) {
    if (kind === 'catch' || kind === 'boundary') report(element, 'error', outside['misplacedEvent']);
    return { type: 'none' };
  }
  const allowed = events[definition.$type];
  if (!allowed) report(element, 'error', outside[definition.$type] ?? unknownElement(definition.$type));
  else if (!allowed.includes(kind)) report(element, 'error', outside['misplacedEvent']);
  else if (definition.$type === 'bpmn:TimerEventDefinition') return timerEvent(element, definition, report);
  else if (definition.$type === 'bpmn:TerminateEventDefinition') return { type: 'terminate' };
  else return { type: 'message', message: messageOf(element, definition, report) };
  return { type: 'none' };
};

const isMany = (value: unknown): boolean => typeof value === 'number' && value !== 1;

/** Markers that change how an activity runs. */
const refuseMarkers = (element: ModdleElement, report: Report): void => {
  const loop = child(element, 'loopCharacteristics');
  if (loop) report(element, 'error', outside[loop.$type] ?? unknownElement(loop.$type));
  if (element.get('isForCompensation') === true) report(element, 'error', outside['compensation']);
  if (element.get('triggeredByEvent') === true) report(element, 'error', outside['eventSubProcess']);
  if (element.get('instantiate') === true) report(element, 'error', outside['instantiate']);
  if (isMany(element.get('startQuantity')) || isMany(element.get('completionQuantity'))) {
    report(element, 'error', outside['quantity']);
  }
};

/** Reads a flow node; null when its type is outside of the subset (which is reported). */
export const readNode = (element: ModdleElement, scope: string | null, around: Surroundings): Node | null => {
  const { report } = around;
  const kind = inside[element.$type];
  if (idOf(element) === '') report(element, 'error', withoutId);
  if (element.$instanceOf('bpmn:Activity')) refuseMarkers(element, report);
  if (!kind) {
    report(element, 'error', outside[element.$type] ?? unknownElement(element.$type));
    return null;
  }
  const lane = around.lanes.get(element) ?? null;
  const note = noteOf(element);
  const base = { id: idOf(element), name: words(element, 'name') ?? '', scope, lane, note };
  switch (kind) {
    case 'user':
    case 'service':
    case 'send':
    case 'receive': {
      const limit = words(element, 'toantrinh:limit');
      if (limit !== null && !parseLimit(limit)) report(element, 'warning', unreadLimit(limit));
      const message = kind === 'send' || kind === 'receive' ? messageOf(element, element, report) : null;
      return { ...base, kind, office: officeOf(element, note, lane), message };
    }
    case 'start':
    case 'end':
    case 'catch':
    case 'throw':
      return { ...base, kind, event: eventOf(element, kind, report) };
    case 'boundary': {
      const host = child(element, 'attachedToRef');
      if (!host) report(element, 'error', gap.host);
      const interrupting = element.get('cancelActivity') !== false;
      return {
        ...base,
        kind,
        event: eventOf(element, kind, report),
        host: host ? idOf(host) : '',
        interrupting,
      };
    }
    case 'exclusive': {
      const otherwise = child(element, 'default');
      return { ...base, kind, otherwise: otherwise && idOf(otherwise) };
    }
    case 'call': {
      const called = words(element, 'calledElement');
      if (!called) report(element, 'warning', gap.called);
      return { ...base, kind, calls: called };
    }
    case 'parallel':
    case 'sub':
      return { ...base, kind };
  }
};

const conditionProblem = (why: Text): Text => say(`Điều kiện ${why.vi}.`, `The condition ${why.en}.`);
const translated = (feel: string): Text =>
  say(
    `Điều kiện viết theo cách của công cụ khác; được hiểu là: ${feel}`,
    `The condition is written in another tool's way; it is read as: ${feel}`,
  );
const conditionElsewhere = say(
  'Điều kiện trên mũi tên không đi ra từ cổng chọn một nhánh nằm ngoài phạm vi. Hãy vẽ thêm cổng chọn một nhánh.',
  'A condition on an arrow that does not leave an exclusive gateway is outside of the subset. Draw an exclusive gateway.',
);
const conditionIgnored = say(
  'Điều kiện sau cổng song song không có tác dụng.',
  'A condition behind a parallel gateway has no effect.',
);

const conditionOf = (element: ModdleElement, source: ModdleElement, report: Report): string | null => {
  const expression = child(element, 'conditionExpression');
  const body = expression && words(expression, 'body');
  if (!expression || !body) return null;
  if (source.$type === 'bpmn:ParallelGateway') report(element, 'warning', conditionIgnored);
  else if (source.$type !== 'bpmn:ExclusiveGateway') {
    if (inside[source.$type]) report(element, 'error', conditionElsewhere);
  } else {
    const read = readExpression(body, words(expression, 'language'));
    if ('refused' in read) report(element, 'error', conditionProblem(read.refused));
    else if (read.translated) report(element, 'warning', translated(read.feel));
    return 'feel' in read ? read.feel : null;
  }
  return null;
};

/** Reads a sequence flow; null when one of its ends is missing (which is reported). */
export const readFlow = (
  element: ModdleElement,
  scope: string | null,
  { report }: Surroundings,
): Flow | null => {
  const from = child(element, 'sourceRef');
  const to = child(element, 'targetRef');
  if (!from || !to) {
    report(element, 'error', gap.end);
    return null;
  }
  if (idOf(element) === '') report(element, 'error', withoutId);
  if (from.$parent !== element.$parent || to.$parent !== element.$parent)
    report(element, 'error', gap.crossing);
  return {
    id: idOf(element),
    name: words(element, 'name') ?? '',
    scope,
    from: idOf(from),
    to: idOf(to),
    condition: conditionOf(element, from, report),
  };
};
