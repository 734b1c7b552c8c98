/**
 * Patterns that designers of forms write into questions. What a few letters may keep busy for hours is run by RE2, whose time grows with
 * the length of the answer only; all else by the engine of the language. Pure.
 */
import type { FieldError } from '../../ground/operate/errors.ts';
import { later } from '../../ground/operate/later.ts';
import type { FieldBase } from './fields/field.ts';

const re2 = later<typeof import('re2js')>('re2js');

/** What repeats without end, or as good as, behind a group or a letter. */
const endless = /^(?:[*+]|\{\d+,(?:\d{2,})?\})/u;

/**
 * Whether a pattern repeats a group that itself repeats or chooses, as `(a+)+` or `(a|a)*`: then the time for one answer may double with
 * every letter. Takes a pattern without its classes.
 */
function runsAway(bare: string): boolean {
  const groups: boolean[] = [];
  for (let i = 0; i < bare.length; i++) {
    const rest = bare.slice(i + 1);
    if (bare[i] === '(') groups.push(false);
    else if (bare[i] === ')') {
      const varies = groups.pop() ?? false;
      if (varies && endless.test(rest)) return true;
      if (groups.length > 0 && (varies || endless.test(rest))) groups[groups.length - 1] = true;
    } else if (groups.length > 0 && (bare[i] === '|' || endless.test(bare.slice(i)))) {
      groups[groups.length - 1] = true;
    }
  }
  return false;
}

/** A pattern with an x in place of its classes and escaped letters. */
const withoutClasses = (pattern: string): string =>
  pattern.replaceAll(/\\./gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');

/**
 * Whether the time for one answer may grow faster than its length: a group runs away, or two parts without end stand side by side, as in
 * `\d*\d*x`.
 */
function mayTakeLong(pattern: string): boolean {
  const bare = withoutClasses(pattern);
  const parts = [...bare].filter((_, i) => endless.test(bare.slice(i))).length;
  return parts > 1 || runsAway(bare);
}

/** The pattern for RE2; null where it looks ahead or behind, refers to an earlier group, or repeats too often for it. */
function linear(pattern: string): Matcher | null {
  const { RE2JS } = re2();
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return { test: (text) => compiled.matcher(text).find(), toString: () => `re2 ${pattern}` };
  } catch {
    return null;
  }
}

/** What tells whether a text fits a pattern; `toString` differs for patterns that differ. */
export type Matcher = { readonly test: (text: string) => boolean; readonly toString: () => string };

/** The matcher of a pattern. Throws where it is no regular expression. */
export function matcherOf(pattern: string, flags = 'u'): Matcher {
  const own = new RegExp(pattern, flags);
  return mayTakeLong(pattern) ? (linear(pattern) ?? own) : own;
}

/** A pattern of a question that could keep the server busy for hours, and that RE2 cannot run. */
export function patternFaults(field: FieldBase, at: string): readonly FieldError[] {
  const { pattern } = field as { readonly pattern?: { readonly regex?: unknown } };
  if (typeof pattern?.regex !== 'string' || !runsAway(withoutClasses(pattern.regex)) || linear(pattern.regex))
    return [];
  const message = {
    vi: 'Mẫu kiểm tra lặp một nhóm thay đổi được, lại nhìn trước, nhìn sau, nhắc lại nhóm khác hoặc lặp quá nhiều lần; máy có thể mất rất lâu. Hãy viết đơn giản hơn.',
    en: 'The pattern repeats a group that varies, and looks ahead or behind, refers to another group or repeats too often; it may take very long. Write it more simply.',
  };
  return [{ field: `${at}.pattern.regex`, message }];
}
