/** Whether tables swell under load: rows that were changed leave dead ones behind, and vacuum must give their room back as fast as it is used. */

/** One table at a moment. Sizes in bytes, without its indexes. */
export type Table = {
  readonly table: string;
  readonly bytes: number;
  readonly live: number;
  readonly dead: number;
  /** Rows changed or deleted since statistics began, and how many of the changes stayed on their page. */
  readonly changed: number;
  readonly beside: number;
};

type Ask = <Row>(text: string) => Promise<Row[]>;

/** All tables of the product and of its queue. */
export const tablesOf = (sql: Ask): Promise<Table[]> =>
  sql<Table>(
    `select schemaname || '.' || relname as "table", pg_relation_size(relid)::float8 as bytes,
            n_live_tup::float8 as live, n_dead_tup::float8 as dead,
            (n_tup_upd + n_tup_del)::float8 as changed, n_tup_hot_upd::float8 as beside
       from pg_stat_user_tables order by 1`,
  );

/** A table that was changed under load, at its beginning, middle and end. */
export type Swelling = {
  readonly table: string;
  readonly changed: number;
  /** Share of the changes that stayed on their page, in which no index was written. */
  readonly beside: number;
  readonly kilobytes: readonly number[];
  /** Dead rows in a hundred of all rows. */
  readonly deadPercent: readonly number[];
  readonly flat: boolean;
};

/** Fewer changes than this tell nothing. */
const FEWEST = 200;
/** A table may take so much more room for a row than in the middle of the load, and a small one any: pages are filled one after the other. */
const MOST_WIDER = 1.25;
const FEW_BYTES = 1_000_000;
/** Dead rows, in a hundred of all, that a table may hold between two passes of vacuum, and how many a small table may hold in any case. */
const MOST_DEAD = 20;
const FEW_DEAD = 2_000;

const perRow = ({ bytes, live }: Table): number => bytes / Math.max(1, live);
const deadPercent = ({ live, dead }: Table): number => (100 * dead) / Math.max(1, live + dead);

/** The tables that the load changed, those with the most changes first, and whether each stayed as it was. */
export function swellingOf(
  beginning: readonly Table[],
  middle: readonly Table[],
  end: readonly Table[],
): readonly Swelling[] {
  const [first, half] = [beginning, middle].map((all) => new Map(all.map((one) => [one.table, one])));
  return end
    .flatMap((last): Swelling[] => {
      const [one, two] = [first!.get(last.table), half!.get(last.table)];
      const changed = last.changed - (one?.changed ?? 0);
      if (!one || !two || changed < FEWEST) return [];
      const moments = [one, two, last];
      const wider =
        last.bytes > FEW_BYTES && last.bytes > two.bytes && perRow(last) > MOST_WIDER * perRow(two);
      const fuller = last.dead > FEW_DEAD && deadPercent(last) > MOST_DEAD;
      return [
        {
          table: last.table,
          changed,
          beside: Math.round((100 * (last.beside - one.beside)) / changed) / 100,
          kilobytes: moments.map(({ bytes }) => Math.round(bytes / 1024)),
          deadPercent: moments.map((table) => Math.round(10 * deadPercent(table)) / 10),
          flat: !wider && !fuller,
        },
      ];
    })
    .toSorted((a, b) => b.changed - a.changed);
}
