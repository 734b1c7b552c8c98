/** Reads any BPMN 2.0 file into definitions and says what is inside the stated subset and what is not (C2; issue's `process check`). */
import type { ModdleElement, ModdleWarning } from 'bpmn-moddle';
import type { Text } from '../../ground/text/language.ts';
import { carrying } from './calls.ts';
import { openDocument } from './document.ts';
import { idOf, readFlow, readNode, withoutId, type Report, type Surroundings } from './elements.ts';
import { findForeign } from './foreign.ts';
import { bpmn, child, children, words } from './moddle.ts';
import { noteOf } from './note.ts';
import type { Definition, Finding, Flow, Node } from './schema.ts';
import { drawn, inside, otherModels, outside } from './subset.ts';
import { checkWiring } from './wiring.ts';

export type Reading = {
  /** Whether every element of every process is in the subset, so that each can be stored and run. */
  readonly inside: boolean;
  /** Flow nodes and sequence flows that were looked at. */
  readonly elements: number;
  /** What could be read of each process that has a flow; whole only when `inside`. */
  readonly definitions: readonly Definition[];
  readonly findings: readonly Finding[];
};

const say = (vi: string, en: string): Text => ({ vi, en });
const nothingToRun = say(
  'Tệp không có quy trình nào có bước để chạy.',
  'The file has no process with a step to run.',
);
const damaged = say(
  'Tệp bị hỏng hoặc sai cấu trúc BPMN nên không đọc được.',
  'The file is damaged or its BPMN structure is wrong, so it cannot be read.',
);

const fileFinding = (severity: Finding['severity'], message: Text): Finding => ({
  element: '',
  name: '',
  severity,
  message,
});

const unreadable = (message: Text): Reading => ({
  inside: false,
  elements: 0,
  definitions: [],
  findings: [fileFinding('error', message)],
});

/** Innermost lane of each node. */
const lanesOf = (process: ModdleElement): ReadonlyMap<ModdleElement, string> => {
  const lanes = new Map<ModdleElement, string>();
  const visit = (sets: readonly ModdleElement[]): void => {
    for (const lane of sets.flatMap((set) => children(set, 'lanes'))) {
      const name = words(lane, 'name');
      if (name) for (const node of children(lane, 'flowNodeRef')) lanes.set(node, name);
      const inner = child(lane, 'childLaneSet');
      if (inner) visit([inner]);
    }
  };
  visit(children(process, 'laneSets'));
  return lanes;
};

const readProcess = (process: ModdleElement, agency: string | null, source: string, report: Report) => {
  const around: Surroundings = { lanes: lanesOf(process), report };
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  let elements = 0;
  const visit = (container: ModdleElement, scope: string | null): void => {
    for (const element of children(container, 'flowElements')) {
      if (drawn.has(element.$type)) continue;
      elements += 1;
      if (element.$type === 'bpmn:SequenceFlow') {
        const flow = readFlow(element, scope, around);
        if (flow) flows.push(flow);
        continue;
      }
      const node = readNode(element, scope, around);
      if (node) nodes.push(node);
      if (element.$instanceOf('bpmn:SubProcess')) visit(element, idOf(element));
    }
  };
  visit(process, null);
  const id = idOf(process);
  if (id === '' && elements > 0) report(process, 'error', withoutId);
  const name = words(process, 'name') ?? agency ?? id;
  const definition: Definition = { id, name, agency, note: noteOf(process), nodes, flows, source };
  return { definition, elements };
};

const references = /^unresolved reference <(.*)>$/;
const essential: ReadonlySet<string> = new Set([
  'bpmn:sourceRef',
  'bpmn:targetRef',
  'bpmn:attachedToRef',
  'bpmn:default',
]);
const lost = /unparsable content <?([^\s>]*)[^]*?line: (\d+)[^]*nested error: (.*)/;

const lostText = (what: string, line: number, why: string): Text => {
  const place = {
    vi: `Phần tử “${what}” ở dòng ${line + 1}`,
    en: `The element “${what}” on line ${line + 1}`,
  };
  if (why.startsWith('duplicate ID')) {
    return say(
      `${place.vi} dùng mã đã có ở phần tử khác.`,
      `${place.en} uses an id that another element has.`,
    );
  }
  if (why.startsWith('illegal ID')) {
    return say(`${place.vi} có mã không hợp lệ.`, `${place.en} has an id that is not valid.`);
  }
  if (why.startsWith('unexpected body text')) {
    return say(`Có chữ nằm sai chỗ ở dòng ${line + 1}.`, `There is text out of place on line ${line + 1}.`);
  }
  if (why.startsWith('missing namespace')) {
    return say(`${place.vi} dùng tiền tố chưa khai báo.`, `${place.en} uses a prefix that is not declared.`);
  }
  return say(`${place.vi} không có trong BPMN 2.0.`, `${place.en} is not part of BPMN 2.0.`);
};

/** Whether an element of this name is a step, an event, an arrow or a process. */
const isPart = (tag: string): boolean => {
  const local = tag.slice(tag.indexOf(':') + 1);
  const type = `bpmn:${local[0]?.toUpperCase()}${local.slice(1)}`;
  return type in inside || type in outside || type === 'bpmn:SequenceFlow' || type === 'bpmn:Process';
};

/** The element that people know: itself, or the nearest one around it that has an id. */
function namedIn(element: ModdleElement): ModdleElement | null {
  for (let at: ModdleElement | undefined = element; at; at = at.$parent)
    if (at.$instanceOf('bpmn:BaseElement') && idOf(at) !== '') return at;
  return null;
}

/** What the meta-model reader could not take: an error where steps or arrows would be lost, else a warning. */
const findingOfWarning = ({ message, element, property, value }: ModdleWarning): Finding | null => {
  const reference = references.exec(message);
  if (reference && element) {
    // A missing end of an arrow or host of an event is reported where the arrow or event is read; messages only here.
    const isMessage = element.$type === 'bpmn:MessageFlow';
    if (property && essential.has(property) && property !== 'bpmn:default' && !isMessage) return null;
    const text = say(
      `Nhắc đến “${value}” nhưng trong tệp không có phần tử này.`,
      `Refers to “${value}”, which is not in the file.`,
    );
    const owner = namedIn(element);
    const severity = property === 'bpmn:default' ? 'error' : 'warning';
    return {
      element: owner ? idOf(owner) : '',
      name: owner ? (words(owner, 'name') ?? '') : '',
      severity,
      message: text,
    };
  }
  const parts = lost.exec(message);
  if (!parts) return null;
  const [, what = '', line = '0', why = ''] = parts;
  const isElement = message.startsWith('unparsable content <') && !why.startsWith('missing namespace');
  const isLost = isElement && (isPart(what) || why.startsWith('unknown type <bpmn:'));
  return fileFinding(isLost ? 'error' : 'warning', lostText(what, Number(line), why));
};

const readRoot = (root: ModdleElement, source: string, warnings: readonly ModdleWarning[]): Reading => {
  const findings: Finding[] = [];
  const report: Report = (element, severity, message) => {
    if (!message) return;
    findings.push({ element: idOf(element), name: words(element, 'name') ?? '', severity, message });
  };
  const roots = children(root, 'rootElements');
  const agencies = new Map<ModdleElement, string>();
  for (const participant of roots.flatMap((element) =>
    element.$instanceOf('bpmn:Collaboration') ? children(element, 'participants') : [],
  )) {
    const process = child(participant, 'processRef');
    const name = words(participant, 'name');
    if (process && name) agencies.set(process, name);
  }
  for (const element of roots) report(element, 'error', otherModels[element.$type]);
  const read = roots
    .filter((element) => element.$type === 'bpmn:Process')
    .map((process) => readProcess(process, agencies.get(process) ?? null, source, report))
    .filter(({ elements }) => elements > 0);
  const alone = read.map(({ definition }) => definition);
  const definitions = alone.map((definition) => carrying(definition, alone));
  if (definitions.length === 0) findings.push(fileFinding('error', nothingToRun));
  findings.push(...definitions.flatMap(checkWiring));
  findings.push(...warnings.map(findingOfWarning).filter((finding) => finding !== null));
  findings.push(...findForeign(root).map((message) => fileFinding('warning', message)));
  return {
    inside: findings.every(({ severity }) => severity !== 'error'),
    elements: read.reduce((sum, { elements }) => sum + elements, 0),
    definitions,
    findings,
  };
};

/**
 * Reads a BPMN 2.0 file (bytes in any usual encoding, or text). Never throws on what the file holds: a file that cannot be read gives one
 * error finding in words. Nothing is fetched and no entity is expanded.
 */
export const read = async (file: Uint8Array | string): Promise<Reading> => {
  const document = openDocument(file);
  if ('unreadable' in document) return unreadable(document.unreadable);
  try {
    const { rootElement, warnings } = await bpmn().fromXML(document.xml);
    return readRoot(rootElement, document.text, warnings);
  } catch {
    // The meta-model reader throws plain errors with English texts for programmers; the person needs only the sentence.
    return unreadable(damaged);
  }
};
