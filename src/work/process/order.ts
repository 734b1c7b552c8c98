/** The order in which a definition holds its parts, which is the order of the step table. Pure. */
import type { Definition, Flow } from './schema.ts';

type Part = { readonly id: string };

/** What was there before stays in its order; what is new comes right after what leads to it, else last. */
function ordered<Item extends Part>(
  now: readonly Item[],
  before: readonly Part[],
  leadersOf: (item: Item) => readonly string[],
): readonly Item[] {
  const byId = new Map(now.map((item) => [item.id, item]));
  const known = before.flatMap(({ id }) => byId.get(id) ?? []);
  const list = [...known];
  let waiting = now.filter((item) => !known.includes(item));
  for (;;) {
    const placed = waiting.find((item) => leadersOf(item).some((id) => list.some((one) => one.id === id)));
    if (!placed) return [...list, ...waiting];
    const leaders = new Set(leadersOf(placed));
    list.splice(list.findIndex(({ id }) => leaders.has(id)) + 1, 0, placed);
    waiting = waiting.filter((item) => item !== placed);
  }
}

/**
 * A definition that was drawn, with its parts in the order of the one before it: a drawing tool writes them in an order of its own, and new
 * ones last. Only the order changes, and with it the rows of the step table and the order in which conditions are asked.
 */
export function inOrderOf(definition: Definition, before: Definition): Definition {
  const leaders = Map.groupBy(definition.flows, ({ to }: Flow) => to);
  return {
    ...definition,
    nodes: ordered(definition.nodes, before.nodes, ({ id }) =>
      (leaders.get(id) ?? []).map(({ from }) => from),
    ),
    flows: ordered(definition.flows, before.flows, () => []),
  };
}
