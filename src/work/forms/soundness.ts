/**
 * What the shape of a definition cannot tell: limits that contradict each other, options with one value, patterns that a few letters keep
 * busy for hours, JSON that nests deeper than anybody writes. Pure.
 */
import type { FieldError } from '../../ground/operate/errors.ts';
import type { FieldBase } from './fields/field.ts';
import type { Repeat } from './schema.ts';

/** Forms that people draw nest to a tenth of this. */
const DEEPEST = 200;

/** Whether JSON nests deeper than can be read; walks without calling itself. */
export function nestsTooDeeply(json: unknown): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** Pairs of options that give the least and the most of something. */
const limits = [
  ['min', 'max'],
  ['minLength', 'maxLength'],
] as const;

/** Limits that no answer can keep. */
export function limitFaults(of: FieldBase | Repeat, at: string): readonly FieldError[] {
  const given = of as unknown as Readonly<Record<string, unknown>>;
  return limits.flatMap(([least, most]) => {
    const [low, high] = [given[least], given[most]];
    if (typeof low !== 'number' || typeof high !== 'number' || low <= high) return [];
    const message = {
      vi: `Mức ít nhất (${low}) lớn hơn mức nhiều nhất (${high}).`,
      en: `The least (${low}) is more than the most (${high}).`,
    };
    return [{ field: `${at}.${least}`, message }];
  });
}

/** Options that have the value of an earlier one: nobody could tell which was chosen. */
export function optionFaults(field: FieldBase, at: string): readonly FieldError[] {
  const { options } = field as { readonly options?: unknown };
  if (!Array.isArray(options)) return [];
  const values = (options as readonly { readonly value: string }[]).map(({ value }) => value);
  return values.flatMap((value, i) => {
    if (values.indexOf(value) === i) return [];
    const message = {
      vi: `Giá trị “${value}” đã có ở lựa chọn khác.`,
      en: `The value “${value}” is that of another option.`,
    };
    return [{ field: `${at}.options.${i}.value`, message }];
  });
}

/** What repeats without end, or as good as, behind a group or a letter. */
const endless = /^(?:[*+]|\{\d+,(?:\d{2,})?\})/u;

/**
 * Whether a pattern repeats a group that itself repeats or chooses, as `(a+)+` or `(a|a)*`: then the time for one answer may double with
 * every letter. Classes and escaped letters are skipped.
 */
export function runsAway(pattern: string): boolean {
  const groups: boolean[] = [];
  const bare = pattern.replaceAll(/\\./gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');
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

/** A pattern of a question that could keep the server busy for hours. */
export function patternFaults(field: FieldBase, at: string): readonly FieldError[] {
  const { pattern } = field as { readonly pattern?: { readonly regex?: unknown } };
  if (typeof pattern?.regex !== 'string' || !runsAway(pattern.regex)) return [];
  const message = {
    vi: 'Mẫu kiểm tra lặp một nhóm mà bên trong đã lặp hoặc có lựa chọn; máy có thể mất rất lâu. Hãy viết đơn giản hơn.',
    en: 'The pattern repeats a group that repeats or chooses inside; it may take very long. Write it more simply.',
  };
  return [{ field: `${at}.pattern.regex`, message }];
}
