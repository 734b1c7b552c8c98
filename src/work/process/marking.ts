/** Sets of places: what a marking of a net is. */
export type Places = ReadonlySet<number>;

/** Whether every item of `part` is in `whole`. */
export const within = <Item>(part: ReadonlySet<Item>, whole: ReadonlySet<Item>): boolean => {
  for (const item of part) if (!whole.has(item)) return false;
  return true;
};

export const equal = <Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): boolean =>
  left.size === right.size && within(left, right);

/** The items that are in both. */
export const overlap = (left: Places, right: Places): readonly number[] =>
  [...left].filter((place) => right.has(place));

export const union = <Item>(left: ReadonlySet<Item>, right: ReadonlySet<Item>): ReadonlySet<Item> =>
  new Set([...left, ...right]);

export const without = (places: Places, gone: Places): ReadonlySet<number> =>
  new Set([...places].filter((place) => !gone.has(place)));
