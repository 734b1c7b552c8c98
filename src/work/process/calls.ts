/**
 * Calls of other processes (call activity): who calls whom, and a definition in which every called process lies inside, as a sub-process
 * of the step that calls it. So one instance holds all tokens, and a called process never changes under a running case. C2.
 */
import type { BoundaryEvent, Definition, Flow, Node } from './schema.ts';

/** Ids of the processes that a definition calls. */
export const callsOf = ({ nodes }: Pick<Definition, 'nodes'>): readonly string[] => [
  ...new Set(nodes.flatMap((node) => (node.kind === 'call' && node.calls !== null ? [node.calls] : []))),
];

/** A definition with all processes that it calls, straight or through others, as far as they are among these. */
export function carrying(definition: Definition, others: readonly Definition[]): Definition {
  const byId = new Map(others.map((one) => [one.id, one]));
  const called = new Map<string, Definition>();
  const waiting = [...callsOf(definition)];
  for (const id of waiting) {
    const found = byId.get(id);
    if (!found || id === definition.id || called.has(id)) continue;
    // Their file is that of the caller: once is enough.
    const { called: _, ...plain } = found;
    called.set(id, { ...plain, source: null });
    waiting.push(...callsOf(found));
  }
  return called.size === 0 ? definition : { ...definition, called: [...called.values()] };
}

/** Ids that are called and of which nothing is known. */
export const unknownCalls = (definition: Definition): readonly string[] => {
  const known = new Set([definition.id, ...(definition.called ?? []).map(({ id }) => id)]);
  const calling = [definition, ...(definition.called ?? [])].flatMap(callsOf);
  return [...new Set(calling)].filter((id) => !known.has(id));
};

/** Whether one process calls another, straight or through others. */
export function callsInTurn(definition: Definition, from: string, to: string): boolean {
  const byId = new Map([definition, ...(definition.called ?? [])].map((one) => [one.id, one]));
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) return true;
    for (const next of byId.has(id) ? callsOf(byId.get(id)!) : []) seen.add(next);
  }
  return false;
}

const expanded = new WeakMap<Definition, Definition>();

/** The definition with every known called process inside it. What calls itself, and what is not known, stays a call. */
export function withCalls(definition: Definition): Definition {
  if (!definition.called?.length) return definition;
  const known = expanded.get(definition);
  if (known) return known;
  const byId = new Map(definition.called.map((one) => [one.id, one]));
  const nodes: Node[] = [];
  const flows: Flow[] = [];
  const add = ({ id, ...one }: Definition, at: string | null, callers: readonly string[]): void => {
    const named = (inner: string): string => (at === null ? inner : `${at}/${inner}`);
    const scoped = (scope: string | null): string | null => (scope === null ? at : named(scope));
    for (const node of one.nodes) {
      const target = node.kind === 'call' && node.calls !== null ? byId.get(node.calls) : undefined;
      const whole = { ...placed(node, named), id: named(node.id), scope: scoped(node.scope) };
      if (!target || [...callers, id].includes(target.id)) {
        nodes.push(whole as Node);
        continue;
      }
      const { name, scope, lane, note } = whole;
      nodes.push({ id: whole.id, name, scope, lane, note, kind: 'sub' });
      add(target, whole.id, [...callers, id]);
    }
    for (const flow of one.flows)
      flows.push({
        ...flow,
        id: named(flow.id),
        scope: scoped(flow.scope),
        from: named(flow.from),
        to: named(flow.to),
      });
  };
  add(definition, null, []);
  const { called: _, ...plain } = definition;
  const whole = { ...plain, nodes, flows };
  expanded.set(definition, whole);
  return whole;
}

/** What of a node names other elements of its process, by their new names. */
const placed = (node: Node, named: (id: string) => string): Node =>
  node.kind === 'boundary'
    ? ({ ...node, host: named(node.host) } satisfies BoundaryEvent)
    : node.kind === 'exclusive'
      ? { ...node, otherwise: node.otherwise === null ? null : named(node.otherwise) }
      : node;
