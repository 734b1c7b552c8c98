/**
 * Conditions and computations in JSONLogic: parsed once into a function, never able to throw or to reach anything but the answers.
 * STACK: conditions; server only, because the functions are compiled.
 */
import { LogicEngine } from 'json-logic-engine';
import { isDay, yearsBetween } from '../../ground/text/dates.ts';
import type { Logic } from './fields/field.ts';

/** What a condition may speak of: earlier answers, `today`, and `item` inside a group. */
export type Scope = { [id: string]: unknown };

export type Evaluate = (scope: Scope) => unknown;

/** Operators that a definition may use; all others of the engine are refused. */
const operators: ReadonlySet<string> = new Set(
  'var == != === !== ! !! and or if < <= > >= in + - * / % min max cat some all none filter map reduce answered age'.split(
    ' ',
  ),
);

type Operands = readonly unknown[];

const isAnswered = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const same = ([left, right]: Operands): boolean => left === right || String(left) === String(right);

const inOrder =
  (fits: (left: number | string, right: number | string) => boolean) =>
  (operands: Operands): boolean =>
    operands.every((right, index) => {
      if (index === 0) return true;
      const left = operands[index - 1];
      if (typeof left === 'number' && typeof right === 'number') return fits(left, right);
      return typeof left === 'string' && typeof right === 'string' && fits(left, right);
    });

/** A comparison with an answer that is not there does not hold: `null < 3` and `null == false` would show questions to everybody. */
const comparisons: Readonly<Record<string, (operands: Operands) => boolean>> = {
  '==': same,
  '===': ([left, right]) => left === right,
  '!=': (operands) => !same(operands),
  '!==': ([left, right]) => left !== right,
  '<': inOrder((left, right) => left < right),
  '<=': inOrder((left, right) => left <= right),
  '>': inOrder((left, right) => left > right),
  '>=': inOrder((left, right) => left >= right),
};

/** Arithmetic with an answer that is not there, or is no number, has no result: a missing count is not 0. */
const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

const isNumber = (value: unknown): value is number => typeof value === 'number';

const age = ([birth, on]: Operands): number | null =>
  typeof birth === 'string' && typeof on === 'string' && isDay(birth) && isDay(on)
    ? yearsBetween(birth, on)
    : null;

const makeEngine = (): LogicEngine => {
  const engine = new LogicEngine();
  const add = (name: string, method: (operands: Operands) => unknown): void =>
    engine.addMethod(name, {
      method: (given: unknown) => method(Array.isArray(given) ? given : [given]),
      deterministic: true,
    });
  for (const [name, compare] of Object.entries(comparisons))
    add(name, (operands) => operands.every(isAnswered) && compare(operands));
  for (const [name, calculate] of Object.entries(arithmetic))
    add(name, (operands) => (operands.every(isNumber) ? operands.reduce(calculate) : null));
  add('answered', ([value]) => isAnswered(value));
  add('age', age);
  return engine;
};

const engine = makeEngine();

const compiled = new WeakMap<object, Evaluate>();

/**
 * A condition or computation as a function, compiled the first time it is seen. A computation that is impossible (a word plus
 * a number) gives `undefined`.
 */
export const compileLogic = (logic: Logic): Evaluate => {
  if (typeof logic !== 'object' || logic === null) return build(logic);
  const evaluate = compiled.get(logic) ?? build(logic);
  compiled.set(logic, evaluate);
  return evaluate;
};

const build = (logic: Logic): Evaluate => {
  const run: unknown = engine.build(logic);
  if (typeof run !== 'function') return () => run;
  return (scope) => {
    try {
      const result: unknown = run(scope);
      return typeof result === 'number' && !Number.isFinite(result) ? undefined : (result ?? undefined);
    } catch {
      return undefined;
    }
  };
};

/** Whether a condition holds, in JSONLogic's sense: an empty list and an empty text do not. */
export const holds = (evaluate: Evaluate | undefined, scope: Scope): boolean => {
  if (evaluate === undefined) return true;
  const result = evaluate(scope);
  return Array.isArray(result) ? result.length > 0 : Boolean(result);
};

const iterators = new Set(['some', 'all', 'none', 'filter', 'map', 'reduce']);

const isOperation = (logic: Logic): logic is { readonly [operator: string]: Logic } =>
  typeof logic === 'object' && logic !== null && !Array.isArray(logic);

/** Operator and arguments of an operation; null for a plain value. */
export const operation = (
  logic: Logic,
): { readonly operator: string; readonly args: readonly Logic[] } | null => {
  if (!isOperation(logic)) return null;
  const [first] = Object.entries(logic);
  if (!first) return null;
  const [operator, given] = first;
  return { operator, args: Array.isArray(given) ? (given as readonly Logic[]) : [given] };
};

/** Paths of all answers that a condition speaks of. Inside `some`, `map` … a path is one of the item in turn and not counted. */
export const variables = (logic: Logic): readonly string[] => {
  if (Array.isArray(logic)) return (logic as readonly Logic[]).flatMap(variables);
  const found = operation(logic);
  if (!found) return [];
  const { operator, args } = found;
  if (operator === 'var') return typeof args[0] === 'string' ? [args[0]] : [];
  return (iterators.has(operator) ? args.slice(0, 1) : args).flatMap(variables);
};

/** Operators in a condition that are not allowed, and operations that are not well formed. */
export const foreignOperators = (logic: Logic): readonly string[] => {
  if (Array.isArray(logic)) return (logic as readonly Logic[]).flatMap(foreignOperators);
  if (!isOperation(logic)) return [];
  const found = operation(logic);
  if (!found || Object.keys(logic).length !== 1) return ['{}'];
  return [
    ...(operators.has(found.operator) ? [] : [found.operator]),
    ...found.args.flatMap(foreignOperators),
  ];
};
