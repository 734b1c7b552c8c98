/**
 * The pending writes of an act. Rooms collect rows here; the edge sends them as ONE statement
 * (a chain of common table expressions, one per table, fed by JSON arrays), so that nothing is half-written
 * and a whole act costs one round trip.
 *
 * A row is written once per act: updates of the same row are merged, increments of the same row are summed.
 */
import { Conflict } from '../operate/errors.ts';
import type { Tx } from './act.ts';
import { send, WHOLE_ACT } from './connect.ts';

export type Row = Readonly<Record<string, unknown>>;

type Group = {
  readonly kind: 'insert' | 'update' | 'add' | 'delete';
  readonly table: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Those of the columns that hold numbers by name. */
  readonly named?: readonly string[];
  readonly rows: Map<string, Record<string, unknown>>;
  readonly missing: 'conflict' | 'ignore';
  /** All that its SQL depends on. */
  readonly shape: string;
};

/** Pending writes, grouped by statement part. */
export type Writes = { readonly groups: Map<string, Group> };

/** No writes yet. */
export const noWrites = (): Writes => ({ groups: new Map() });

const group = (writes: Writes, part: Omit<Group, 'rows' | 'shape'>): Group => {
  const name = [part.kind, part.table, part.missing, ...part.key, '/', ...part.columns].join(' ');
  let found = writes.groups.get(name);
  if (!found) {
    const shape = part.named ? `${name} / ${part.named.join(' ')}` : name;
    writes.groups.set(name, (found = { ...part, shape, rows: new Map() }));
  }
  return found;
};

let counter = 0;
const columnsOf = (row: Row): string[] => Object.keys(row).filter((column) => row[column] !== undefined);
const idOf = (key: Row): string => JSON.stringify(Object.values(key));

/** Adds a new row. `table` is qualified (`dossiers.dossiers`). */
export function insert(writes: Writes, table: string, row: Row): void {
  const into = group(writes, {
    kind: 'insert',
    table,
    key: [],
    columns: columnsOf(row),
    missing: 'conflict',
  });
  into.rows.set(String(counter++), { ...row });
}

/**
 * Adds a new row unless one with the same `key` exists already (an idempotency key, a seen mark):
 * the existing one is left as it is.
 */
export function insertOnce(writes: Writes, table: string, key: Row, row: Row = {}): void {
  const whole = { ...key, ...row };
  const into = group(writes, {
    kind: 'insert',
    table,
    key: Object.keys(key),
    columns: columnsOf(whole),
    missing: 'ignore',
  });
  into.rows.set(idOf(key), whole);
}

/**
 * Changes the row with this key. Include a version or the state it was read in to make it an optimistic
 * lock: if no row matches, the whole act fails with Conflict (409). Calls for the same key are merged, also
 * into a row that the same act inserts.
 */
export function update(writes: Writes, table: string, key: Row, set: Row): void {
  for (const other of writes.groups.values()) {
    if (other.table !== table) continue;
    if (other.kind === 'insert') {
      const fresh = [...other.rows].find(([, row]) =>
        Object.keys(key).every((column) => row[column] === key[column]),
      );
      if (!fresh) continue;
      other.rows.delete(fresh[0]);
      return insert(writes, table, { ...fresh[1], ...set });
    }
    if (other.kind !== 'update' || other.key.join() !== Object.keys(key).join()) continue;
    const earlier = other.rows.get(idOf(key));
    if (!earlier) continue;
    other.rows.delete(idOf(key));
    return update(writes, table, key, { ...(earlier['set'] as Row), ...set });
  }
  const into = group(writes, {
    kind: 'update',
    table,
    key: Object.keys(key),
    columns: columnsOf(set),
    missing: 'conflict',
  });
  // Apart, because a column may be in both: a version that is checked and counted up.
  into.rows.set(idOf(key), { key, set });
}

/** What is added to a column: a number, or numbers by name to a column of `jsonb`. */
type Addend = number | Readonly<Record<string, number>>;

const sumOf = (a: Addend | undefined, b: Addend): Addend => {
  if (a === undefined) return b;
  if (typeof a === 'number' || typeof b === 'number') return Number(a) + Number(b);
  const sum = { ...a };
  for (const [name, n] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + n;
  return sum;
};

/** Adds numbers to the row with this key, making it if it is not there. Increments of one row are summed. */
export function add(
  writes: Writes,
  table: string,
  key: Row,
  numbers: Readonly<Record<string, Addend>>,
): void {
  const into = group(writes, {
    kind: 'add',
    table,
    key: Object.keys(key),
    columns: Object.keys(numbers),
    named: Object.keys(numbers).filter((column) => typeof numbers[column] === 'object'),
    missing: 'ignore',
  });
  const row = into.rows.get(idOf(key)) ?? { ...key };
  for (const [column, n] of Object.entries(numbers))
    row[column] = sumOf(row[column] as Addend | undefined, n);
  into.rows.set(idOf(key), row);
}

/** Removes the row with this key, if it is there. */
export function remove(writes: Writes, table: string, key: Row): void {
  const from = group(writes, {
    kind: 'delete',
    table,
    key: Object.keys(key),
    columns: [],
    missing: 'ignore',
  });
  from.rows.set(idOf(key), { ...key });
}

const quote = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');

/** SQL: the numbers by name of two columns of `jsonb`, summed. */
export const sumByName = (kept: string, added: string): string =>
  `${kept} || (select coalesce(jsonb_object_agg(e.key, coalesce((${kept}->e.key)::int, 0) + e.value::int), '{}') from jsonb_each(${added}) e)`;

/** The SQL of one part; `n` is its parameter, `w` its name. */
function partSql({ kind, table, key, columns, named: byName = [], missing }: Group, n: number): string {
  const source = `jsonb_populate_recordset(null::${quote(table)}, $${n}::jsonb) r`;
  const named = [...new Set([...key, ...columns])];
  const list = named.map(quote).join(', ');
  const fromSource = named.map((column) => `r.${quote(column)}`).join(', ');
  const match = key.map((column) => `t.${quote(column)} = r.${quote(column)}`).join(' and ');
  const target = key.map(quote).join(', ');
  switch (kind) {
    case 'insert':
      return (
        `insert into ${quote(table)} (${list}) select ${fromSource} from ${source}` +
        (missing === 'ignore' ? ` on conflict (${target}) do nothing` : '')
      );
    case 'update': {
      const set = columns.map((column) => `${quote(column)} = s.${quote(column)}`).join(', ');
      const part = (name: string): string => `jsonb_populate_record(null::${quote(table)}, e->'${name}')`;
      return (
        `update ${quote(table)} t set ${set} from jsonb_array_elements($${n}::jsonb) e,` +
        ` ${part('key')} r, ${part('set')} s where ${match}`
      );
    }
    case 'add': {
      const set = columns
        .map((column) => {
          const [kept, added] = [`t.${quote(column)}`, `excluded.${quote(column)}`];
          const sum = byName.includes(column) ? sumByName(kept, added) : `${kept} + ${added}`;
          return `${quote(column)} = ${sum}`;
        })
        .join(', ');
      return (
        `insert into ${quote(table)} as t (${list}) select ${fromSource} from ${source}` +
        ` on conflict (${target}) do update set ${set}`
      );
    }
    case 'delete':
      return `delete from ${quote(table)} t using ${source} where ${match}`;
  }
}

/** Statements by their shape: an act of one kind writes the same columns each time, so that few are built. */
const texts = new Map<string, string>();
const MOST_TEXTS = 500;

function textOf(groups: readonly Group[]): string {
  const shape = groups.map((one) => one.shape).join('\n');
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const parts = groups.map((one, i) => `w${i} as (${partSql(one, i + 1)} returning 1)`);
  const counts = groups.map((_, i) => `(select count(*)::int from w${i}) as n${i}`);
  const text = `with ${parts.join(', ')} select ${counts.join(', ')}`;
  if (texts.size < MOST_TEXTS) texts.set(shape, text);
  return text;
}

/** The one statement of these writes with its parameters; null when there is nothing to write. */
export function statementOf(
  writes: Writes,
): { text: string; values: string[]; expected: (number | null)[] } | null {
  const groups = [...writes.groups.values()].filter((one) => one.rows.size > 0);
  if (groups.length === 0) return null;
  return {
    text: textOf(groups),
    values: groups.map((one) => JSON.stringify([...one.rows.values()])),
    expected: groups.map((one) => (one.missing === 'conflict' ? one.rows.size : null)),
  };
}

/**
 * Sends the pending writes as one statement and empties them. Throws Conflict when an update found its row
 * changed, or when a unique key is taken (somebody was faster).
 */
export async function flush(
  tx: Tx,
  writes: Writes,
  last: 'last' | 'more follows' = 'more follows',
): Promise<void> {
  const statement = statementOf(writes);
  if (!statement) return;
  const sure = ![...writes.groups.values()].some(({ kind }) => kind === 'update');
  writes.groups.clear();
  let result: Record<string, number> | undefined;
  try {
    // An update that finds its row changed undoes the act: only a statement without one may stand for the whole act.
    const text = last === 'last' && sure ? WHOLE_ACT + statement.text : statement.text;
    [result] = await send<Record<string, number>>(tx, text, statement.values);
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw movedOn();
    throw error;
  }
  statement.expected.forEach((expected, i) => {
    if (expected !== null && result?.[`n${i}`] !== expected) throw movedOn();
  });
}

const movedOn = (): Conflict =>
  new Conflict({
    vi: 'Việc này vừa được người khác thay đổi. Mời xem lại rồi thực hiện tiếp.',
    en: 'Somebody else has just changed this. Please look at it again before you go on.',
  });
