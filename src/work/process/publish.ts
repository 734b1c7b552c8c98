/**
 * Whether a definition may be published (ban hành): everything said that an office must know, and proof that no case gets stuck.
 * C2; “no dead end, no orphan token, every user task has role and limit”.
 */
import type { Text } from '../../ground/text/language.ts';
import { callsInTurn, unknownCalls } from './calls.ts';
import { refuseFeel } from './condition.ts';
import { graphOf, reachableFrom, reaching, type Graph, type Spot } from './graph.ts';
import { netOf, shrink } from './net.ts';
import type { Definition, Finding, Node, ProcessEvent } from './schema.ts';
import { play } from './token-game.ts';
import { checkWiring } from './wiring.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

const gap = {
  name: say('Bước chưa có tên.', 'The step has no name.'),
  role: say(
    'Bước chưa nói ai làm (vai trò hoặc vị trí).',
    'The step does not say who does it (role or position).',
  ),
  limit: say('Bước chưa có thời hạn.', 'The step has no time limit.'),
  act: say(
    'Việc của hệ thống chưa nói gọi dịch vụ nào.',
    'The service task does not say which service is called.',
  ),
  called: say('Chưa nói gọi quy trình nào.', 'Does not say which process is called.'),
  selfCall: say(
    'Quy trình tự gọi chính nó nên có thể chạy mãi.',
    'The process calls itself and may run for ever.',
  ),
  timer: say('Hẹn giờ chưa có thời gian.', 'The timer says no time.'),
  repeating: say(
    'Hẹn giờ lặp lại chỉ dùng được ở sự kiện bắt đầu và sự kiện gắn không ngắt bước.',
    'A repeating timer can only be used on a start event or a boundary event that does not interrupt.',
  ),
  onSend: say(
    'Việc gửi tin không chờ gì nên sự kiện gắn vào nó không bao giờ đến. Hãy gắn vào bước sau, hoặc dùng việc nhận tin.',
    'A send task does not wait, so an event attached to it never comes. Attach it to a later step, or use a receive task.',
  ),
  otherwise: say(
    'Cổng chọn một nhánh chưa có nhánh mặc định: khi không điều kiện nào đúng, hồ sơ sẽ kẹt ở đây.',
    'The exclusive gateway has no default branch: where no condition holds, the case would be stuck here.',
  ),
  condition: say('Nhánh chưa có điều kiện.', 'The branch has no condition.'),
  conditionOnDefault: say(
    'Nhánh mặc định không được có điều kiện.',
    'The default branch may not carry a condition.',
  ),
  noStart: say('Không có sự kiện bắt đầu.', 'There is no start event.'),
  manyStarts: say('Quy trình con có nhiều sự kiện bắt đầu.', 'The sub-process has several start events.'),
  noEnd: say('Không có sự kiện kết thúc.', 'There is no end event.'),
  unreached: say('Không có đường nào từ lúc bắt đầu đi đến đây.', 'No path from the start leads here.'),
  deadEnd: say(
    'Đường cụt: từ đây không có đường nào đến lúc kết thúc.',
    'A dead end: no path from here leads to an end.',
  ),
  stuck: say(
    'Có trường hợp hồ sơ kẹt mãi ở đây, vì một nhánh được chờ mà không bao giờ đến.',
    'Some cases would wait here for ever, for a branch that never comes.',
  ),
  doubled: say(
    'Có trường hợp chỗ này chạy hai lần cùng lúc, vì các nhánh song song nhập lại mà không có cổng song song.',
    'In some cases this runs twice at once, because parallel branches meet without a parallel gateway.',
  ),
  idle: say('Không có trường hợp nào chạy được đến đây.', 'No case can ever get here.'),
  tooMany: say(
    'Quy trình có quá nhiều cách chạy nên không chứng minh được là không kẹt. Hãy tách thành quy trình con.',
    'There are too many ways to run to prove that none gets stuck. Split it into sub-processes.',
  ),
  spin: say(
    'Vòng lặp không có bước nào phải chờ nên có thể quay mãi.',
    'A loop without any step that waits may spin for ever.',
  ),
  twice: say('Mã này có ở hai phần tử.', 'Two elements have this id.'),
  ends: say(
    'Mũi tên không nối hai phần tử cùng cấp.',
    'The arrow does not join two elements on the same level.',
  ),
} satisfies Record<string, Text>;

const unknownCall = (id: string): Text =>
  say(
    `Không có quy trình “${id.slice(0, 80)}” trong tệp này; chỉ ban hành được khi đó là mã của một thủ tục trong danh mục.`,
    `There is no process “${id.slice(0, 80)}” in this file; it can be published only if that is the code of a procedure of the catalogue.`,
  );

type Named = { readonly id: string; readonly name: string };
const error = ({ id, name }: Named, message: Text): Finding => ({
  element: id,
  name,
  severity: 'error',
  message,
});

/** Broken references, which only a definition that was not read from a file can have. */
const checkReferences = ({ nodes, flows }: Definition): readonly Finding[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const repeated = [...nodes, ...flows].filter(({ id }) => seen.size === seen.add(id).size);
  const isLevel = (scope: string | null): boolean => scope === null || byId.get(scope)?.kind === 'sub';
  const loose = flows.filter(
    ({ from, to, scope }) =>
      byId.get(from)?.scope !== scope || byId.get(to)?.scope !== scope || !isLevel(scope),
  );
  const unhosted = nodes.filter((node) => node.kind === 'boundary' && !byId.has(node.host));
  return [
    ...repeated.map((item) => error(item, gap.twice)),
    ...[...loose, ...unhosted, ...nodes.filter(({ scope }) => !isLevel(scope))].map((item) =>
      error(item, gap.ends),
    ),
  ];
};

const checkTimer = (event: ProcessEvent, mayRepeat: boolean): readonly Text[] => {
  if (event.type !== 'timer') return [];
  if (!event.timer) return [gap.timer];
  return event.timer.kind === 'cycle' && !mayRepeat ? [gap.repeating] : [];
};

/** What an office must say about one node. */
const gapsOf = (node: Node, whole: Definition, process: string): readonly Text[] => {
  switch (node.kind) {
    case 'user':
      return [
        ...(node.name === '' ? [gap.name] : []),
        ...(node.office.role === null && node.office.unit === null ? [gap.role] : []),
        ...(node.office.limit === null ? [gap.limit] : []),
      ];
    case 'service':
      return node.office.act === null ? [gap.act] : [];
    case 'call':
      if (node.calls === null) return [gap.called];
      if (callsInTurn(whole, node.calls, process)) return [gap.selfCall];
      return unknownCalls(whole).includes(node.calls) ? [unknownCall(node.calls)] : [];
    case 'start':
      return checkTimer(node.event, true);
    case 'catch':
      return checkTimer(node.event, false);
    case 'boundary':
      return checkTimer(node.event, !node.interrupting);
    default:
      return [];
  }
};

/** Every exclusive split must have an answer for every case. */
const checkBranches = ({ node, outgoing }: Spot): readonly Finding[] => {
  if (node.kind !== 'exclusive' || outgoing.length < 2) return [];
  const findings = outgoing.flatMap((flow) => {
    const isDefault = flow.id === node.otherwise;
    if (flow.condition === null) return isDefault ? [] : [error(flow, gap.condition)];
    const why = refuseFeel(flow.condition);
    if (isDefault) return [error(flow, gap.conditionOnDefault)];
    return why ? [error(flow, say(`Điều kiện ${why.vi}.`, `The condition ${why.en}.`))] : [];
  });
  return node.otherwise === null ? [error(node, gap.otherwise), ...findings] : findings;
};

const instant: ReadonlySet<Node['kind']> = new Set(['exclusive', 'parallel', 'throw', 'send']);
const passing: ReadonlySet<Node['kind']> = new Set([...instant, 'start', 'end', 'boundary']);

/** Whether nothing in a sub-process ever waits. */
const isHollow = (graph: Graph, scope: string): boolean =>
  (graph.levels.get(scope) ?? []).every(
    ({ node }) => passing.has(node.kind) || (node.kind === 'sub' && isHollow(graph, node.id)),
  );

/** Loops in which nothing ever waits. */
const checkSpin = (graph: Graph): readonly Finding[] => {
  const left = new Map<string, number>();
  const isInstant = (id: string): boolean => {
    const kind = graph.spots.get(id)?.node.kind ?? 'user';
    return instant.has(kind) || (kind === 'sub' && isHollow(graph, id));
  };
  for (const [id, { incoming }] of graph.spots) {
    if (isInstant(id)) left.set(id, incoming.filter(({ from }) => isInstant(from)).length);
  }
  const queue = [...left].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    left.delete(id);
    for (const { to } of graph.spots.get(id)?.outgoing ?? []) {
      const count = left.get(to);
      if (count === undefined) continue;
      left.set(to, count - 1);
      if (count === 1) queue.push(to);
    }
  }
  const first = left.keys().next().value;
  const spot = first === undefined ? undefined : graph.spots.get(first);
  return spot ? [error(spot.node, gap.spin)] : [];
};

/** Starts, ends, paths between them. Empty when the token game may be played. */
const checkPaths = (
  graph: Graph,
  owner: Named,
  level: readonly Spot[],
  isRoot: boolean,
): readonly Finding[] => {
  const ids = (kind: Node['kind']): readonly string[] =>
    level.filter(({ node }) => node.kind === kind).map(({ node }) => node.id);
  const starts = ids('start');
  const ends = ids('end');
  if (starts.length === 0) return [error(owner, gap.noStart)];
  if (starts.length > 1 && !isRoot) return [error(owner, gap.manyStarts)];
  if (ends.length === 0) return [error(owner, gap.noEnd)];
  const reached = reachableFrom(graph, starts);
  const ending = reaching(graph, ends);
  return level.flatMap(({ node }) => {
    if (!reached.has(node.id)) return [error(node, gap.unreached)];
    return ending.has(node.id) ? [] : [error(node, gap.deadEnd)];
  });
};

const playLevel = (graph: Graph, owner: Named, level: readonly Spot[]): readonly Finding[] => {
  const findings = new Map<string, Finding>();
  const starts = level.filter(({ node }) => node.kind === 'start');
  for (const start of starts) {
    const verdict = play(shrink(netOf(level, start)));
    if (verdict.tooMany) return [error(owner, gap.tooMany)];
    const note = (ids: ReadonlySet<string>, message: Text): void => {
      for (const id of ids) {
        const node = graph.spots.get(id)?.node;
        if (node) findings.set(`${id} ${message.en}`, error(node, message));
      }
    };
    note(verdict.stuck, gap.stuck);
    note(verdict.doubled, gap.doubled);
    if (findings.size === 0 && starts.length === 1) note(verdict.idle, gap.idle);
  }
  return [...findings.values()];
};

/**
 * What keeps a definition from being published, in words; empty when it may be. Checks what every step must say, the branches,
 * the paths, and by playing the token game that every case ends with nothing left behind.
 */
export const publishable = (definition: Definition): readonly Finding[] =>
  [definition, ...(definition.called ?? [])].flatMap((one) => publishableIn(definition, one));

const publishableIn = (whole: Definition, definition: Definition): readonly Finding[] => {
  const broken = [...checkReferences(definition), ...checkWiring(definition)];
  if (broken.length > 0) return broken;
  const graph = graphOf(definition);
  const steps = [...graph.spots.values()].flatMap((spot) => [
    ...(spot.node.kind === 'send' ? spot.boundaries.map((event) => error(event, gap.onSend)) : []),
    ...gapsOf(spot.node, whole, definition.id).map((message) => error(spot.node, message)),
    ...checkBranches(spot),
  ]);
  const scopes = [null, ...definition.nodes.filter(({ kind }) => kind === 'sub').map(({ id }) => id)];
  const levels = scopes.flatMap((scope) => {
    const owner = scope === null ? definition : (graph.spots.get(scope)?.node ?? definition);
    const level = graph.levels.get(scope) ?? [];
    const paths = checkPaths(graph, owner, level, scope === null);
    return paths.length > 0 ? paths : playLevel(graph, owner, level);
  });
  // What makes a case stick comes first: of a large process there may be thousands of steps that only lack a limit.
  return [...levels, ...checkSpin(graph), ...steps];
};
