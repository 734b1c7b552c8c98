/**
 * The step table of Vietnamese practice (bảng quy trình nội bộ: step, unit, position, hours, output) and the same process as a definition.
 * Both edit one definition: elements that stay keep their ids, so drawings and foreign content stay too. C2.
 */
import type { Text } from '../../ground/text/language.ts';
import { graphOf, type Graph, type Spot } from './graph.ts';
import { hoursOf } from './limit.ts';
import type { Definition, Finding, Flow, Limit, Node, Office, Task } from './schema.ts';

/** Where it goes on after a step. The first whose condition (FEEL) holds; the last has none. */
export type Branch = { readonly to: string; readonly when: string | null; readonly label: string };

export type StepRow = {
  /** Id of the step in the definition. */
  readonly id: string;
  /** Trình tự, nội dung công việc. */
  readonly step: string;
  /** Đơn vị thực hiện. */
  readonly unit: string | null;
  /** Vị trí, người thực hiện. */
  readonly position: string | null;
  /** Thời gian, giờ làm việc. Null where the limit is in calendar days or months: then `limit` says it. */
  readonly hours: number | null;
  /** The limit where hours cannot say it. */
  readonly limit?: Limit | null;
  /** Kết quả, sản phẩm. */
  readonly output: string | null;
  readonly act?: string | null;
  readonly form?: string | null;
  /** Empty or absent: the next row, and after the last row the end. `to: 'end'` ends. */
  readonly next?: readonly Branch[];
};

export const END = 'end';

const ids = { start: 'Start', end: 'End' };

type Link = {
  readonly from: string;
  readonly to: string;
  readonly condition: string | null;
  readonly label: string;
};

/** Ids that an earlier version of the definition gave to what stands between the steps. */
type Known = {
  readonly start: string;
  readonly end: string;
  readonly split: (row: string) => string;
  readonly merge: (row: string) => string;
  readonly flow: (from: string, to: string) => string;
};

const knownIds = (base: Definition | null): Known => {
  const graph = base && graphOf(base);
  const spot = (id: string): Spot | undefined => graph?.spots.get(id);
  const only = (kind: Node['kind']): string | undefined => base?.nodes.find((node) => node.kind === kind)?.id;
  const gatewayAfter = (row: string): string | undefined => {
    const next = spot(spot(row)?.outgoing[0]?.to ?? '');
    return next?.node.kind === 'exclusive' && next.outgoing.length > 1 ? next.node.id : undefined;
  };
  const gatewayBefore = (row: string): string | undefined => {
    const previous = spot(spot(row)?.incoming[0]?.from ?? '');
    return previous?.node.kind === 'exclusive' && previous.incoming.length > 1 ? previous.node.id : undefined;
  };
  const flows = new Map(base?.flows.map(({ id, from, to }) => [`${from} ${to}`, id]));
  return {
    start: only('start') ?? ids.start,
    end: only('end') ?? ids.end,
    split: (row) => gatewayAfter(row) ?? `${row}_split`,
    merge: (row) => gatewayBefore(row) ?? `${row}_merge`,
    flow: (from, to) => flows.get(`${from} ${to}`) ?? `${from}__${to}`,
  };
};

const limitOf = ({ hours, limit }: StepRow): Limit | null =>
  hours === null ? (limit ?? null) : { amount: hours, unit: 'working_hour' };

const officeOf = (row: StepRow): Office => ({
  role: row.position,
  unit: row.unit,
  limit: limitOf(row),
  output: row.output,
  act: row.act ?? null,
  form: row.form ?? null,
});

/** What a process is called and where it belongs; a definition serves, and then its ids, source and drawing are kept. */
export type Base = Pick<Definition, 'id' | 'name' | 'agency'>;

const isDefinition = (base: Base | Definition): base is Definition => 'nodes' in base;

/** Builds the definition of a step table: an exclusive gateway where a row branches and where paths meet. */
export const fromStepTable = (base: Base | Definition, rows: readonly StepRow[]): Definition => {
  const old = isDefinition(base) ? base : null;
  const known = knownIds(old);
  const drawn = new Map(old?.nodes.map((node) => [node.id, node]));
  const target = (to: string): string => (to === END ? known.end : to);
  const nodes: Node[] = [];
  const links: Link[] = [];
  const splits = new Set<string>();
  const add = (node: Node): void => {
    const before = drawn.get(node.id);
    nodes.push(before ? { ...node, lane: before.lane, note: before.note } : node);
  };
  const plain = (id: string, name = '') => ({
    id,
    name: drawn.get(id)?.name ?? name,
    scope: null,
    lane: null,
    note: '',
  });
  add({ ...plain(known.start, 'Bắt đầu'), kind: 'start', event: { type: 'none' } });
  links.push({ from: known.start, to: rows[0]?.id ?? known.end, condition: null, label: '' });
  for (const [at, row] of rows.entries()) {
    const lane = drawn.get(row.id)?.lane ?? null;
    add({ ...plain(row.id), name: row.step, lane, kind: 'user', office: officeOf(row), message: null });
    const branches = row.next?.length ? row.next : [{ to: rows[at + 1]?.id ?? END, when: null, label: '' }];
    const single = branches.length === 1;
    const from = single ? row.id : known.split(row.id);
    if (!single) links.push({ from: row.id, to: from, condition: null, label: '' });
    for (const { to, when, label } of branches) {
      links.push({ from, to: target(to), condition: single ? null : when, label });
    }
    if (!single) {
      splits.add(from);
      add({ ...plain(from, `${row.step}: kết quả?`), kind: 'exclusive', otherwise: null });
    }
  }
  add({ ...plain(known.end, 'Kết thúc'), kind: 'end', event: { type: 'none' } });
  const arriving = Map.groupBy(links, ({ to }) => to);
  const merges = new Map<string, string>();
  for (const [to, coming] of arriving) {
    if (coming.length < 2) continue;
    const merge = known.merge(to);
    merges.set(to, merge);
    add({ ...plain(merge), kind: 'exclusive', otherwise: null });
  }
  const used = new Set<string>();
  const flowOf = ({ from, to, condition, label }: Link): Flow => {
    let id = known.flow(from, to);
    while (used.has(id)) id = `${id}_`;
    used.add(id);
    return { id, name: label, scope: null, from, to, condition };
  };
  const flows = links.map((link) => flowOf({ ...link, to: merges.get(link.to) ?? link.to }));
  for (const [to, merge] of merges) flows.push(flowOf({ from: merge, to, condition: null, label: '' }));
  const leaving = Map.groupBy(flows, ({ from }) => from);
  const whole = nodes.map((node): Node => {
    if (node.kind !== 'exclusive' || !splits.has(node.id)) return node;
    return { ...node, otherwise: leaving.get(node.id)?.at(-1)?.id ?? null };
  });
  const { id, name, agency } = base;
  return { id, name, agency, note: old?.note ?? '', nodes: whole, flows, source: old?.source ?? null };
};

const say = (vi: string, en: string): Text => ({ vi, en });
const notATable = say(
  'Bảng các bước chỉ chứa việc của người và rẽ nhánh; phần này phải sửa trên sơ đồ.',
  'A step table holds only user tasks and branches; this part has to be edited in the diagram.',
);

const and = (left: string | null, right: string | null): string | null =>
  left === null ? right : right === null ? left : `(${left}) and (${right})`;

/** Every step that can come next, in the order in which the conditions are asked. */
const branchesFrom = (
  graph: Graph,
  flow: Flow,
  when: string | null,
  seen: ReadonlySet<string>,
): readonly Branch[] => {
  const spot = graph.spots.get(flow.to);
  if (!spot || seen.has(flow.to)) return [];
  const { node } = spot;
  if (node.kind === 'end') return [{ to: END, when, label: flow.name }];
  if (node.kind !== 'exclusive') return [{ to: node.id, when, label: flow.name }];
  const ordered = [
    ...spot.outgoing.filter(({ id }) => id !== node.otherwise),
    ...spot.outgoing.filter(({ id }) => id === node.otherwise),
  ];
  const inner = new Set([...seen, node.id]);
  return ordered.flatMap((next) =>
    branchesFrom(
      graph,
      next.name === '' ? { ...next, name: flow.name } : next,
      and(when, next.condition),
      inner,
    ),
  );
};

/** Steps in the order in which the definition holds them, the first one first. */
const order = (definition: Definition, graph: Graph, from: Flow | undefined): readonly string[] => {
  const first = from && branchesFrom(graph, from, null, new Set())[0]?.to;
  const ids = definition.nodes.filter(({ kind }) => kind === 'user').map(({ id }) => id);
  return ids.toSorted((left, right) => Number(right === first) - Number(left === first));
};

const isSimple = ({ node, outgoing, boundaries }: Spot): boolean => {
  if (node.scope !== null || boundaries.length > 0) return false;
  if (node.kind === 'start' || node.kind === 'end') return node.event.type === 'none' && outgoing.length < 2;
  return node.kind === 'exclusive' || (node.kind === 'user' && outgoing.length < 2);
};

const rowOf = (graph: Graph, node: Task, following: string): StepRow => {
  const { role, unit, limit, output, act, form } = node.office;
  const hours = limit && hoursOf(limit);
  const [leaving] = graph.spots.get(node.id)?.outgoing ?? [];
  const next = leaving ? branchesFrom(graph, leaving, null, new Set()) : [];
  const straight = next.length === 1 && next[0]?.to === following && next[0].label === '';
  return {
    id: node.id,
    step: node.name,
    unit,
    position: role,
    hours,
    ...(limit && hours === null ? { limit } : {}),
    output,
    ...(act === null ? {} : { act }),
    ...(form === null ? {} : { form }),
    ...(straight ? {} : { next }),
  };
};

/** The definition as a step table, or the elements that no table can hold (parallel branches, events, sub-processes, services). */
export const toStepTable = (
  definition: Definition,
): { readonly rows: readonly StepRow[] } | { readonly refused: readonly Finding[] } => {
  const graph = graphOf(definition);
  const refused = [...graph.spots.values()]
    .filter((spot) => !isSimple(spot))
    .map(({ node: { id, name } }): Finding => ({ element: id, name, severity: 'error', message: notATable }));
  if (refused.length > 0) return { refused };
  const start = graph.spots.values().find(({ node }) => node.kind === 'start');
  const steps = order(definition, graph, start?.outgoing[0]);
  const rows = steps.flatMap((id, at) => {
    const node = graph.spots.get(id)?.node;
    return node?.kind === 'user' ? [rowOf(graph, node, steps[at + 1] ?? END)] : [];
  });
  return { rows };
};
