/** How arrows may join nodes in BPMN: what is wrong here cannot be run by anybody, so it is outside of the subset. */
import type { Text } from '../../ground/text/language.ts';
import type { Definition, Finding, Flow, Node } from './schema.ts';

const say = (vi: string, en: string): Text => ({ vi, en });
const wrong = {
  intoStart: say(
    'Mũi tên đi vào sự kiện bắt đầu hoặc sự kiện gắn.',
    'The arrow leads into a start or boundary event.',
  ),
  joinedTwice: say(
    'Hai mũi tên nối cùng hai phần tử này: phần tử sau sẽ phải làm hai lần. Hãy xóa bớt một mũi tên.',
    'Two arrows join the same two elements: what follows would have to be done twice. Remove one of them.',
  ),
  outOfEnd: say('Mũi tên đi ra từ sự kiện kết thúc.', 'The arrow leaves an end event.'),
  host: say(
    'Sự kiện phải gắn vào một bước hay quy trình con cùng cấp.',
    'The event must be attached to a step or sub-process on the same level.',
  ),
  startInside: say(
    'Quy trình con phải bắt đầu bằng sự kiện bắt đầu thường.',
    'A sub-process must begin with a plain start event.',
  ),
  defaultFlow: say(
    'Nhánh mặc định không đi ra từ chính cổng này.',
    'The default branch does not leave this gateway.',
  ),
} satisfies Record<string, Text>;

const hosts: ReadonlySet<Node['kind']> = new Set(['user', 'service', 'send', 'receive', 'sub', 'call']);

const wrongFlow = (from: Node | undefined, to: Node | undefined, again: boolean): Text | null => {
  // Behind a gateway that chooses, two conditions may lead to one place; anything else would go there twice.
  if (again && from?.kind !== 'exclusive') return wrong.joinedTwice;
  if (to?.kind === 'start' || to?.kind === 'boundary') return wrong.intoStart;
  return from?.kind === 'end' ? wrong.outOfEnd : null;
};

const wrongNode = (
  node: Node,
  nodes: ReadonlyMap<string, Node>,
  flows: ReadonlyMap<string, Flow>,
): Text | null => {
  if (node.kind === 'start' && node.scope !== null && node.event.type !== 'none') return wrong.startInside;
  if (node.kind === 'boundary') {
    const host = nodes.get(node.host);
    return host && (!hosts.has(host.kind) || host.scope !== node.scope) ? wrong.host : null;
  }
  if (node.kind !== 'exclusive' || node.otherwise === null) return null;
  return flows.get(node.otherwise)?.from === node.id ? null : wrong.defaultFlow;
};

const joining = ({ from, to }: Flow): string => JSON.stringify([from, to]);

/** What is wrongly joined in a definition. */
export const checkWiring = (definition: Definition): readonly Finding[] => {
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  const flows = new Map(definition.flows.map((flow) => [flow.id, flow]));
  const firsts = new Map(definition.flows.toReversed().map((flow) => [joining(flow), flow]));
  const finding = ({ id, name }: Node | Flow, message: Text | null): readonly Finding[] =>
    message ? [{ element: id, name, severity: 'error', message }] : [];
  return [
    ...definition.flows.flatMap((flow) =>
      finding(flow, wrongFlow(nodes.get(flow.from), nodes.get(flow.to), firsts.get(joining(flow)) !== flow)),
    ),
    ...definition.nodes.flatMap((node) => finding(node, wrongNode(node, nodes, flows))),
  ];
};
