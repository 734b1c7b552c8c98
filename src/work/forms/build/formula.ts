/**
 * Conditions and computations as one line of text, for what sentences cannot say: `age(birth, today) < 18 và (kind = "new" hoặc
 * not(answered(mother)))`, `copies * 8000`. Every JSONLogic that a definition may hold can be written and read so. Pure.
 */
import type { Logic } from '../fields/field.ts';
import { operation } from '../logic.ts';

/** The text cannot be read; `at` is where, counted from 0. */
export type Misread = { readonly at: number };

const comparisons: Readonly<Record<string, string>> = {
  '=': '==',
  '==': '==',
  '!=': '!=',
  '===': '===',
  '!==': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
/** Words that join, in both languages; `not` is written like a function. */
const joins: Readonly<Record<string, 'and' | 'or'>> = { và: 'and', and: 'and', hoặc: 'or', or: 'or' };
const names: Readonly<Record<string, string>> = { not: '!', given: '!!' };
const literals: Readonly<Record<string, Logic>> = { true: true, false: false, null: null };

type Token = {
  readonly kind: 'number' | 'text' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
};

const pattern =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"\\]|\\.)*")|(?<word>[\p{L}_][\p{L}\p{M}\d_]*(?:\.[\p{L}\d_]+)*)|(?<sign>===|!==|==|!=|<=|>=|[=<>+\-*/%()[\],]))/uy;

function tokensOf(formula: string): readonly Token[] | Misread {
  const tokens: Token[] = [];
  const source = formula.normalize('NFC').trimEnd();
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(source);
    if (!found?.groups) return { at };
    const [kind, text] = Object.entries(found.groups).find(([, value]) => value !== undefined)!;
    tokens.push({ kind: kind as Token['kind'], text: text!, at });
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }];
}

/** Thrown inside of this file only. */
class Stopped extends Error {
  readonly at: number;
  constructor(at: number) {
    super(`formula, at ${at}`);
    this.at = at;
  }
}

/** Deeper than anybody writes; a text made to break the reader stops here. */
const DEEPEST = 60;

function reader(tokens: readonly Token[]) {
  let next = 0;
  let depth = 0;
  const peek = (): Token => tokens[next]!;
  const stop = (): never => {
    throw new Stopped(peek().at);
  };
  const take = (sign: string): boolean => {
    const here = peek().kind === 'sign' && peek().text === sign;
    if (here) next += 1;
    return here;
  };
  const need = (sign: string): void => void (take(sign) || stop());

  /** Items up to a closing sign, with commas between. */
  const list = (closing: string): readonly Logic[] => {
    const items: Logic[] = [];
    if (take(closing)) return items;
    do items.push(any());
    while (take(','));
    need(closing);
    return items;
  };

  function single(): Logic {
    const { kind, text } = peek();
    if (take('(')) {
      const inner = any();
      need(')');
      return inner;
    }
    if (take('[')) return list(']');
    if (take('-')) return peek().kind === 'number' ? -Number(tokens[next++]!.text) : stop();
    if (kind === 'number' || kind === 'text') {
      next += 1;
      try {
        return JSON.parse(text) as Logic;
      } catch {
        next -= 1;
        return stop();
      }
    }
    if (kind !== 'word' || Object.hasOwn(joins, text)) return stop();
    next += 1;
    if (take('(')) return { [Object.hasOwn(names, text) ? names[text]! : text]: list(')') };
    return Object.hasOwn(literals, text) ? literals[text]! : { var: text };
  }

  /** A chain of one operator becomes one operation of several operands; `-`, `/` and `%` stand between two. */
  const chain = (inner: () => Logic, operatorAt: () => string | null, many: ReadonlySet<string>): Logic => {
    let left = inner();
    for (let operator = operatorAt(); operator; operator = operatorAt()) {
      const operands = [left];
      do {
        next += 1;
        operands.push(inner());
      } while (many.has(operator) && operatorAt() === operator);
      left = { [operator]: operands };
    }
    return left;
  };

  const signAmong = (signs: readonly string[]) => (): string | null =>
    peek().kind === 'sign' && signs.includes(peek().text) ? peek().text : null;
  const comparisonAt = (): string | null =>
    peek().kind === 'sign' && Object.hasOwn(comparisons, peek().text) ? comparisons[peek().text]! : null;
  const joinAt = (join: string) => (): string | null =>
    peek().kind === 'word' && joins[peek().text] === join ? join : null;

  const product = (): Logic => chain(single, signAmong(['*', '/', '%']), new Set('*'));
  const sum = (): Logic => chain(product, signAmong(['+', '-']), new Set('+'));
  const compared = (): Logic => chain(sum, comparisonAt, new Set(['<', '<=', '>', '>=']));
  const and = (): Logic => chain(compared, joinAt('and'), new Set(['and']));
  function any(): Logic {
    depth += 1;
    if (depth > DEEPEST) stop();
    const read = chain(and, joinAt('or'), new Set(['or']));
    depth -= 1;
    return read;
  }

  return (): Logic => {
    const read = any();
    return peek().kind === 'end' ? read : stop();
  };
}

/** Reads a formula; what is no formula gives the place where reading stopped. */
export function logicOfFormula(formula: string): { readonly logic: Logic } | Misread {
  const tokens = tokensOf(formula);
  if (!Array.isArray(tokens)) return tokens as Misread;
  try {
    return { logic: reader(tokens as readonly Token[])() };
  } catch (error) {
    if (error instanceof Stopped) return { at: error.at };
    throw error;
  }
}

const signs: Readonly<Record<string, string>> = { '==': '=', and: 'và', or: 'hoặc' };
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '===', '!==', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
const levelOf = (operator: string): number => levels.findIndex((level) => level.includes(operator));
const word = /^[\p{L}_][\p{L}\p{M}\d_]*(?:\.[\p{L}\d_]+)*$/u;
const taken = new Set([...Object.keys(joins), ...Object.keys(literals)]);

/** The text of a part; one that joins less tightly than what is around it stands in brackets. */
function written(logic: Logic, around: number): string {
  if (Array.isArray(logic)) return `[${(logic as readonly Logic[]).map((one) => written(one, 0)).join(', ')}]`;
  const found = operation(logic);
  if (!found) return JSON.stringify(logic);
  const { operator, args } = found;
  const [first] = args;
  if (operator === 'var' && args.length === 1 && typeof first === 'string' && word.test(first) && !taken.has(first))
    return first;
  const level = levelOf(operator);
  if (level >= 0 && args.length > 1) {
    const text = args.map((one) => written(one, level + 1)).join(` ${signs[operator] ?? operator} `);
    return level < around ? `(${text})` : text;
  }
  const name = Object.entries(names).find(([, real]) => real === operator)?.[0] ?? operator;
  return `${name}(${args.map((one) => written(one, 0)).join(', ')})`;
}

/** With all operands as lists: `{"var": "x"}` and `{"var": ["x"]}` are the same. */
function plain(logic: Logic): unknown {
  if (Array.isArray(logic)) return (logic as readonly Logic[]).map(plain);
  const found = operation(logic);
  return found ? { [found.operator]: found.args.map(plain) } : logic;
}

/** Whether two conditions are the same, however their operands are written. */
export const sameLogic = (one: Logic, other: Logic): boolean =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** A condition or computation as a formula that reads back to the same; null for the few that no formula says (`{"-": ["x"]}`). */
export function formulaOf(logic: Logic): string | null {
  const formula = written(logic, 0);
  const back = logicOfFormula(formula);
  return 'logic' in back && sameLogic(back.logic, logic) ? formula : null;
}
