/** What differs between two drawings of one process, element by element: for a person who must choose between them. Pure. */
import type { Text } from '../../ground/text/language.ts';
import type { Definition, Finding, Flow, Node } from './schema.ts';

const words = {
  mine: { vi: 'chỉ có trong bản của bạn.', en: 'only in your version.' },
  stored: { vi: 'chỉ có trong bản đang lưu.', en: 'only in the stored version.' },
  both: { vi: 'hai bản khác nhau.', en: 'the two versions differ.' },
} as const satisfies Record<string, Text>;

type Part = Node | Flow;
const partsOf = ({ nodes, flows }: Definition): ReadonlyMap<string, Part> =>
  new Map([...nodes, ...flows].map((part) => [part.id, part]));

/** Key order does not count: one version comes from the database, the other from a file. */
const written = (part: Part): string => JSON.stringify(Object.entries(part).toSorted(), inOrder);
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted())
    : value;

/** Names of arrows are often missing: then they are called by where they lead. */
function nameIn(part: Part, all: ReadonlyMap<string, Part>): string {
  if (part.name || !('to' in part)) return part.name;
  const [from, to] = [all.get(part.from)?.name || part.from, all.get(part.to)?.name || part.to];
  return `${from} → ${to}`;
}

/** The differences as warnings, each at its element. */
export function differences(mine: Definition, stored: Definition): readonly Finding[] {
  const [own, other] = [partsOf(mine), partsOf(stored)];
  const told = (part: Part, all: ReadonlyMap<string, Part>, message: Text): Finding => ({
    element: part.id,
    name: nameIn(part, all),
    severity: 'warning',
    message,
  });
  return [
    ...[...own.values()].flatMap((part) => {
      const there = other.get(part.id);
      if (!there) return [told(part, own, words.mine)];
      return written(part) === written(there) ? [] : [told(part, own, words.both)];
    }),
    ...[...other.values()].filter(({ id }) => !own.has(id)).map((part) => told(part, other, words.stored)),
  ];
}
