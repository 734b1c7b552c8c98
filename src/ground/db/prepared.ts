/**
 * Statements that are built once. To build a query and write its text costs as much as to send it: what never changes but
 * for its values is built when it is first used, with marks in place of the values, and from then on only filled in.
 */
import type { CompiledQuery } from 'kysely';
import type { Tx } from './act.ts';

/** In place of the value of this name. */
type Mark = { readonly stands: symbol; readonly for: string };
const stands = Symbol('stands for a value');

const isMark = (value: unknown): value is Mark =>
  typeof value === 'object' && value !== null && (value as Partial<Mark>).stands === stands;

const marks = new Proxy({}, { get: (_, name): Mark => ({ stands, for: String(name) }) });

/**
 * A statement with named values. `build` is called once and sees marks, not values: it must pass them on as they are (no lists
 * behind `in`, no question whether one is null).
 */
export function prepared<Given extends Readonly<Record<string, unknown>>, Row>(
  build: (db: Tx, given: Given) => { compile(): CompiledQuery<Row> },
): (db: Tx, given: Given) => Promise<Row[]> {
  let built: CompiledQuery<Row> | null = null;
  return async (db, given) => {
    built ??= build(db, marks as Given).compile();
    const parameters = built.parameters.map((one) => (isMark(one) ? given[one.for] : one));
    return (await db.executeQuery<Row>({ ...built, parameters })).rows;
  };
}
