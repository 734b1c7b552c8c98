/**
 * What the shape of a definition cannot tell: limits that contradict each other, options with one value, JSON that
 * nests deeper than anybody writes. Patterns: `patterns.ts`. Pure.
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
