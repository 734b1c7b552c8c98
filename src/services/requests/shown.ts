/**
 * What of ratings is shown: by month and procedure, never of so few that somebody could be guessed. Small groups are shown together; where
 * they are too few even so, they are in no figure, so that none can be had by subtraction. Pure.
 */

/** Fewer ratings than this are not shown apart: few could be guessed. */
const LEAST = 5;

/** The ratings of one procedure in one month. */
export type Group = {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly procedure: string;
  readonly n: number;
  /** Sum of the scores. */
  readonly sum: number;
  /** How many gave four or five. */
  readonly satisfied: number;
};

/** Figures of enough ratings. */
export type Figures = Pick<Group, 'n' | 'sum' | 'satisfied'>;

/** A line that is shown; `procedures`: one, or all those that are shown together. */
export type Shown = Figures & { readonly procedures: readonly string[] };

/** The lines of one month, most ratings first; procedures with few of them come together as the last line. */
export function shownOf(groups: readonly Group[]): readonly Shown[] {
  const apart = groups
    .filter(({ n }) => n >= LEAST)
    .toSorted((a, b) => b.n - a.n || (a.procedure < b.procedure ? -1 : 1))
    .map((one) => ({ ...figuresOf([one]), procedures: [one.procedure] }));
  const few = groups.filter(({ n }) => n < LEAST);
  const together = figuresOf(few);
  return together.n < LEAST
    ? apart
    : [...apart, { ...together, procedures: few.map(({ procedure }) => procedure) }];
}

/** The same for each month, newest first; months of which nothing can be shown are left out. */
export const monthsOf = (groups: readonly Group[]): ReadonlyMap<string, Figures> =>
  new Map(
    [...Map.groupBy(groups, ({ month }) => month)]
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .map(([month, of]) => [month, figuresOf(shownOf(of))] as const)
      .filter(([, { n }]) => n > 0),
  );

/** Several together. */
const figuresOf = (all: readonly Figures[]): Figures => ({
  n: total(all, 'n'),
  sum: total(all, 'sum'),
  satisfied: total(all, 'satisfied'),
});

const total = (all: readonly Figures[], name: keyof Figures): number =>
  all.reduce((sum, one) => sum + one[name], 0);
