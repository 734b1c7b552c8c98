/**
 * What somebody who finishes a step decides about the way from there (hướng đi tiếp): the branches of the gateways behind it, each with what
 * its conditions must then be told. Names that the case itself answers are not theirs to decide. Pure.
 */
import { holds, literalsIn, namesIn } from './condition.ts';
import { graphOf, type Graph, type Spot } from './graph.ts';
import type { Data, Definition, Flow, Instance, Json } from './schema.ts';

/** One way on. */
export type Choice = {
  /** The flows by which it goes, as one word: the same as long as the definition is. */
  readonly key: string;
  /** What the branch is called, else the step it leads to. */
  readonly label: string;
  /** What the process is told, so that it goes this way. */
  readonly data: Data;
};

/** More combinations of answers than this are not tried. */
const MOST_TRIED = 4_096;

/** The gateways that choose, behind a flow, with nothing between them. */
function gatewaysBehind(graph: Graph, flow: Flow, found = new Set<Spot>()): ReadonlySet<Spot> {
  const spot = graph.spots.get(flow.to);
  if (spot?.node.kind !== 'exclusive' || found.has(spot)) return found;
  found.add(spot);
  for (const next of spot.outgoing) gatewaysBehind(graph, next, found);
  return found;
}

/** The flows by which it goes on from one, with these data; null where it would turn in a circle or no branch holds. */
function wayFrom(graph: Graph, first: Flow, data: Data): readonly Flow[] | null {
  const way = [first];
  for (let at = first; ;) {
    const spot = graph.spots.get(at.to);
    if (spot?.node.kind !== 'exclusive') return way;
    const { outgoing, node } = spot;
    const next =
      outgoing.length === 1
        ? outgoing[0]
        : (outgoing.find(
            ({ id, condition }) => id !== node.otherwise && condition !== null && holds(condition, data),
          ) ?? outgoing.find(({ id }) => id === node.otherwise));
    if (!next || way.includes(next)) return null;
    way.push(next);
    at = next;
  }
}

/** Values that make each comparison of a name with one of these constants true or false. */
const valuesFor = (literals: readonly Json[]): readonly Json[] => {
  const numbers = literals.filter((one) => typeof one === 'number');
  const texts = literals.filter((one) => typeof one === 'string');
  return [
    true,
    false,
    ...texts,
    ...new Set(numbers.flatMap((one) => [one, one + 1, one - 1])),
    ...(texts.length > 0 ? [''] : []),
  ];
};

/** Every combination of a value for each name; none where there are too many. */
function* combinations(names: readonly string[], values: readonly Json[]): Generator<Data> {
  if (values.length ** names.length > MOST_TRIED) return;
  const [first, ...rest] = names;
  if (first === undefined) return yield {};
  for (const value of values)
    for (const others of combinations(rest, values)) yield { [first]: value, ...others };
}

/**
 * The ways on from a node: more than one where a gateway behind it asks for a name that `answered` does not hold. Empty where there is
 * nothing to decide.
 */
export function choicesAfter(
  definition: Definition,
  node: string,
  { data }: Pick<Instance, 'data'>,
  answered: (name: string) => boolean,
): readonly Choice[] {
  const graph = graphOf(definition);
  const [first, ...others] = graph.spots.get(node)?.outgoing ?? [];
  if (!first || others.length > 0) return [];
  const conditions = [...gatewaysBehind(graph, first)].flatMap(({ outgoing }) =>
    outgoing.flatMap(({ condition }) => condition ?? []),
  );
  const open = [...new Set(conditions.flatMap(namesIn))].filter((name) => !answered(name));
  if (open.length === 0) return [];
  const found = new Map<string, Choice>();
  for (const tried of combinations(open, valuesFor([...new Set(conditions.flatMap(literalsIn))]))) {
    const way = wayFrom(graph, first, { ...data, ...tried });
    if (!way) continue;
    const key = way.map(({ id }) => id).join(' ');
    if (!found.has(key)) found.set(key, { key, label: labelOf(graph, way), data: tried });
  }
  return found.size > 1 ? [...found.values()] : [];
}

/** The names of the branches, and where none has one, the name of what they lead to. */
function labelOf(graph: Graph, way: readonly Flow[]): string {
  const named = way.slice(1).flatMap(({ name }) => name || []);
  if (named.length > 0) return named.join(' – ');
  const target = graph.spots.get(way.at(-1)?.to ?? '')?.node;
  return target?.name || target?.id || '';
}

/** The names of data that the conditions of a definition ask for, those of called processes too. */
export const namesAsked = ({
  flows,
  called = [],
}: Pick<Definition, 'flows' | 'called'>): readonly string[] => [
  ...new Set([
    ...flows.flatMap(({ condition }) => (condition === null ? [] : namesIn(condition))),
    ...called.flatMap(namesAsked),
  ]),
];
