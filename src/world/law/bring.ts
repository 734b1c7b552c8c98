/**
 * Reference data arrive as whole lists (code lists, administrative units, identifiers) and are imported again and
 * again. This brings a table in line with such a list: new rows are added, changed ones updated, the others left
 * alone, so that an import may be repeated at any time. Rows are never removed: what ended gets a last day.
 */
import { insert, update, type Row, type Writes } from '../../ground/db/writes.ts';
import { canonical } from '../../ground/record/chain.ts';

/** What an import did to one table. */
export type Brought = { readonly added: number; readonly changed: number; readonly same: number };

const idOf = (row: Row, key: readonly string[]): string => canonical(key.map((column) => row[column]));

const differs = (row: Row, earlier: Row): boolean =>
  Object.keys(row).some((column) => canonical(row[column] ?? null) !== canonical(earlier[column] ?? null));

/** Collects the writes that bring `table` in line with `wanted`, given what it holds (`existing`, in the same columns). */
export function bringInLine(
  writes: Writes,
  table: string,
  key: readonly string[],
  existing: readonly Row[],
  wanted: readonly Row[],
): Brought {
  const held = new Map(existing.map((row) => [idOf(row, key), row]));
  const counts = { added: 0, changed: 0, same: 0 };
  for (const row of wanted) {
    const earlier = held.get(idOf(row, key));
    if (!earlier) {
      insert(writes, table, row);
      counts.added++;
    } else if (differs(row, earlier)) {
      const ofKey = Object.fromEntries(key.map((column) => [column, row[column]]));
      const rest = Object.fromEntries(Object.entries(row).filter(([column]) => !key.includes(column)));
      update(writes, table, ofKey, rest);
      counts.changed++;
    } else counts.same++;
  }
  return counts;
}
