/**
 * Conditions in FEEL (DMN 1.5, ISO/IEC 19510 leaves the language open). A condition must give the same answer whenever it is asked and
 * must end: no loops, no functions of its own, no clock (STACK: a FEEL loop was measured to block for 4.4 s).
 */
import { later } from '../../ground/operate/later.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Data, Json } from './schema.ts';

const feelin = later<typeof import('feelin')>('feelin');

const LONGEST = 2_000;

/** Functions of FEEL that neither loop over patterns nor read a clock. */
const functions: ReadonlySet<string> = new Set(
  (
    'not,contains,starts with,ends with,string length,substring,upper case,lower case,string,number,date,time,date and time,duration,' +
    'list contains,count,min,max,sum,abs,floor,ceiling,round up,round down,modulo,is defined,is empty,all,any'
  ).split(','),
);

const loops: ReadonlySet<string> = new Set(['ForExpression', 'QuantifiedExpression', 'FunctionDefinition']);

const because = {
  long: { vi: `dài quá ${LONGEST} ký tự`, en: `is longer than ${LONGEST} characters` },
  syntax: {
    vi: 'không phải là biểu thức FEEL đúng cú pháp',
    en: 'is not a well-formed FEEL expression',
  },
  loop: {
    vi: 'có vòng lặp hoặc tự đặt hàm, có thể chạy mãi không dừng',
    en: 'contains a loop or a function of its own, which may never end',
  },
  nested: {
    vi: 'lọc danh sách bên trong một phép lọc khác, có thể chạy rất lâu',
    en: 'filters a list inside another filter, which may take very long',
  },
} satisfies Record<string, Text>;

const unknownFunction = (name: string): Text => ({
  vi: `gọi hàm “${name}” không nằm trong danh sách hàm được phép`,
  en: `calls the function “${name}”, which is not on the list of allowed functions`,
});

const unknownLanguage = (language: string): Text => ({
  vi: `viết bằng ngôn ngữ “${language}”, hệ thống chỉ hiểu FEEL`,
  en: `is written in “${language}”; only FEEL is understood`,
});

/** `k = = 1`: the parser takes the second sign for a test of its own, and the comparison would never hold. */
const isDoubled = (name: string, node: { readonly prevSibling: { readonly name: string } | null }): boolean =>
  name === 'SimplePositiveUnaryTest' && node.prevSibling?.name === 'CompareOp';

/** Why this FEEL expression may not be used, as the end of a sentence that begins with “the condition”; null when it may. */
export const refuseFeel = (feel: string): Text | null => {
  if (feel.length > LONGEST) return because.long;
  let why: Text | null = null;
  let filters = 0;
  const note = (text: Text): void => {
    why ??= text;
  };
  feelin()
    .parseExpression(feel, {}, undefined)
    .iterate({
      enter: ({ type, name, node }) => {
        if (type.isError || isDoubled(name, node)) note(because.syntax);
        if (loops.has(name)) note(because.loop);
        if (name === 'FilterExpression' && ++filters > 1) note(because.nested);
        if (name === 'FunctionInvocation') {
          const called = node.firstChild;
          const text = called ? feel.slice(called.from, called.to).replace(/\s+/g, ' ') : '';
          if (!functions.has(text)) note(unknownFunction(text));
        }
      },
      leave: ({ name }) => {
        if (name === 'FilterExpression') filters -= 1;
      },
    });
  return why;
};

/** The names of data that an expression asks for, without those of functions. */
export function namesIn(feel: string): readonly string[] {
  const names = new Set<string>();
  feelin()
    .parseExpression(feel, {}, undefined)
    .iterate({
      enter: ({ name, from, to, node }) => {
        const isCalled = node.parent?.name === 'FunctionInvocation' && node.parent.firstChild?.from === from;
        if (name === 'VariableName' && !isCalled) names.add(feel.slice(from, to));
      },
    });
  return [...names];
}

/** The constants with which an expression compares. */
export function literalsIn(feel: string): readonly Json[] {
  const found: Json[] = [];
  feelin()
    .parseExpression(feel, {}, undefined)
    .iterate({
      enter: ({ name, from, to }) => {
        if (name !== 'StringLiteral' && name !== 'NumericLiteral') return;
        const value = valueOf(feel.slice(from, to), {});
        if (typeof value === 'string' || typeof value === 'number') found.push(value);
      },
    });
  return found;
}

/** Rewrites the simple expressions of other engines (`${approved && amount == 'x'}`) as FEEL; strings stay untouched. */
const fromUnifiedExpression = (body: string): string =>
  body
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) =>
      index % 2 === 1
        ? JSON.stringify(part.slice(1, -1))
        : part
            .replace(/&&/g, ' and ')
            .replace(/\|\|/g, ' or ')
            .replace(/===?/g, '=')
            .replace(/!(?!=)\s*([A-Za-z_][\w.]*)/g, 'not($1)')
            .replace(/!(?!=)\s*\(/g, 'not(')
            .replace(/\bempty\s+([A-Za-z_][\w.]*)/g, '$1 = null')
            .replace(/\b(eq|ne|lt|gt|le|ge)\b/g, (word) => comparisons[word] ?? word)
            .replace(/\s+/g, ' '),
    )
    .join('')
    .trim();

const comparisons: Readonly<Record<string, string>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  gt: '>',
  le: '<=',
  ge: '>=',
};

export type ReadExpression =
  { readonly feel: string; readonly translated: boolean } | { readonly refused: Text };

/** Reads an expression of a file: FEEL (also with the leading `=` of some tools), or a simple expression of another engine. */
export const readExpression = (body: string, language: string | null): ReadExpression => {
  if (language && !/feel|XPath|unified|expression|juel|\/EL$|^el$/i.test(language)) {
    return { refused: unknownLanguage(language) };
  }
  const text = body.normalize('NFC').trim();
  const foreign = /^[$#]\{([^{}]*)\}$/.exec(text);
  const isFeel = language !== null && /feel/i.test(language);
  const rewritten =
    !foreign && (isFeel || !/==|&&|\|\|/.test(text)) ? null : fromUnifiedExpression(foreign?.[1] ?? text);
  const feel = rewritten ?? text.replace(/^=\s*/, '');
  const refused = refuseFeel(feel);
  return refused ? { refused } : { feel, translated: rewritten !== null };
};

/** The value of an expression that `refuseFeel` let pass. As FEEL has it, what cannot be worked out is null. */
export const valueOf = (feel: string, data: Data): unknown => {
  try {
    return feelin().evaluate(feel, data).value;
  } catch {
    return null; // The interpreter throws on some comparisons of unlike types (`1 < true`).
  }
};

const comparison =
  /^(?!true|false|null|not|if)([\p{L}_][\p{L}\p{N}_]*) *(=|!=|<=?|>=?) *("[^"\\]*"|-?\d+(?:\.\d+)?|true|false)$/u;

/**
 * Answers a comparison of one name with a constant of the same type, which most conditions of gateways are: the FEEL interpreter
 * parses anew each time (0.3 ms). Undefined for everything else.
 */
const compare = (feel: string, data: Data): boolean | undefined => {
  const [, name = '', operator, written = ''] = comparison.exec(feel) ?? [];
  if (operator === undefined || !Object.hasOwn(data, name)) return undefined;
  const value = data[name];
  const constant: unknown = JSON.parse(written.replace(/^(-?)0+(?=\d)/, '$1'));
  if (typeof value !== typeof constant) return undefined;
  if (operator === '=') return value === constant;
  if (operator === '!=') return value !== constant;
  if (typeof value !== 'number' || typeof constant !== 'number') return undefined;
  if (operator === '<') return value < constant;
  if (operator === '<=') return value <= constant;
  return operator === '>' ? value > constant : value >= constant;
};

/** Whether a condition holds: only `true` counts; a missing value does not. */
export const holds = (feel: string, data: Data): boolean =>
  compare(feel, data) ?? valueOf(feel, data) === true;
