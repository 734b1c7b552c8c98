/**
 * Inputs at the edge: each field knows how to read what was posted, says what is wrong in words, and carries its
 * JSON Schema for the API description. Text is brought to NFC, without marks that turn its direction; control characters are refused.
 */
import type { FieldError } from '../operate/errors.ts';
import { plain } from '../text/fold.ts';
import type { Text } from '../text/language.ts';

export type Raw = Readonly<Record<string, unknown>>;
type Schema = Readonly<Record<string, unknown>>;

/** One field: returns the value, or what is wrong with it. */
export type Field<T> = {
  readonly read: (raw: unknown, name: string) => { value: T } | { errors: readonly FieldError[] };
  readonly schema: Schema;
  readonly optional?: boolean;
};

/** A whole input. */
export type Input<T> = {
  readonly read: (raw: Raw) => { value: T } | { errors: readonly FieldError[] };
  readonly schema: Schema;
};

type Values<Fields> = { [Name in keyof Fields]: Fields[Name] extends Field<infer T> ? T : never };

/** Makes an input of fields; unknown fields are ignored. */
export function input<Fields extends Readonly<Record<string, Field<unknown>>>>(
  fields: Fields,
): Input<Values<Fields>> {
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema])),
      required: Object.entries(fields)
        .filter(([, field]) => !field.optional)
        .map(([name]) => name),
    },
    read: (raw) => {
      const value: Record<string, unknown> = {};
      const errors: FieldError[] = [];
      for (const [name, field] of Object.entries(fields)) {
        const result = field.read(Object.hasOwn(raw, name) ? raw[name] : undefined, name);
        if ('errors' in result) errors.push(...result.errors);
        else value[name] = result.value;
      }
      return errors.length > 0 ? { errors } : { value: value as Values<Fields> };
    },
  };
}

const wrong = (field: string, message: Text) => ({ errors: [{ field, message }] });

/** Control characters other than line break and tab; unpaired surrogates. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\ufffe\uffff]|\p{Cs}/u;

type TextOptions = {
  readonly label: Text;
  readonly max?: number;
  readonly min?: number;
  readonly pattern?: RegExp;
  readonly hint?: Text;
  readonly lines?: boolean;
};

/** A text, trimmed and in NFC. */
export function text(options: TextOptions): Field<string> {
  const { label, max = 200, min = 1 } = options;
  return {
    schema: {
      type: 'string',
      maxLength: max,
      minLength: min,
      ...(options.pattern && { pattern: options.pattern.source }),
    },
    read: (raw, name) => {
      if (raw === undefined || raw === null || raw === '') {
        return min === 0
          ? { value: '' }
          : wrong(name, { vi: `Hãy nhập ${label.vi}.`, en: `Enter ${label.en}.` });
      }
      if (typeof raw !== 'string')
        return wrong(name, { vi: `${cap(label.vi)} phải là chữ.`, en: `${cap(label.en)} must be text.` });
      const value = plain(raw).trim();
      if (forbidden.test(value) || (!options.lines && /[\n\t]/.test(value))) {
        return wrong(name, {
          vi: `${cap(label.vi)} có ký tự không dùng được.`,
          en: `${cap(label.en)} has characters that cannot be used.`,
        });
      }
      if (value.length < min) return wrong(name, { vi: `Hãy nhập ${label.vi}.`, en: `Enter ${label.en}.` });
      if (value.length > max) {
        return wrong(name, {
          vi: `${cap(label.vi)} dài quá: nhiều nhất ${max} ký tự.`,
          en: `${cap(label.en)} is too long: at most ${max} characters.`,
        });
      }
      if (options.pattern && !options.pattern.test(value)) {
        return wrong(
          name,
          options.hint ?? { vi: `${cap(label.vi)} chưa đúng.`, en: `${cap(label.en)} is not right.` },
        );
      }
      return { value };
    },
  };
}

/** A field that may be left empty: then its value is null. */
export const optional = <T>(field: Field<T>): Field<T | null> => ({
  schema: field.schema,
  optional: true,
  read: (raw, name) =>
    raw === undefined || raw === null || raw === '' ? { value: null } : field.read(raw, name),
});

/** One of some words. */
export const oneOf = <const Words extends readonly string[]>(
  words: Words,
  label: Text,
): Field<Words[number]> => ({
  schema: { type: 'string', enum: words },
  read: (raw, name) =>
    typeof raw === 'string' && words.includes(raw)
      ? { value: raw }
      : wrong(name, { vi: `Hãy chọn ${label.vi}.`, en: `Choose ${label.en}.` }),
});

/** Several texts (checkboxes): one or many of the same name. */
export const several = (label: Text, max = 500): Field<readonly string[]> => ({
  schema: { type: 'array', items: { type: 'string' }, maxItems: max },
  read: (raw, name) => {
    const list = raw === undefined || raw === null || raw === '' ? [] : Array.isArray(raw) ? raw : [raw];
    if (
      list.length > max ||
      !list.every((one) => typeof one === 'string' && one.length <= 200 && !forbidden.test(one))
    ) {
      return wrong(name, { vi: `Hãy chọn lại ${label.vi}.`, en: `Choose ${label.en} again.` });
    }
    return { value: list as string[] };
  },
});

/** A whole number in a range. */
export const integer = (label: Text, least: number, most: number): Field<number> => ({
  schema: { type: 'integer', minimum: least, maximum: most },
  read: (raw, name) => {
    const number =
      typeof raw === 'number'
        ? raw
        : typeof raw === 'string' && /^-?\d{1,15}$/.test(raw.trim())
          ? Number(raw)
          : Number.NaN;
    return Number.isInteger(number) && number >= least && number <= most
      ? { value: number }
      : wrong(name, {
          vi: `${cap(label.vi)} phải là số từ ${least} đến ${most}.`,
          en: `${cap(label.en)} must be a number from ${least} to ${most}.`,
        });
  },
});

/** A calendar day, `YYYY-MM-DD` or `dd/mm/yyyy`; its value is `YYYY-MM-DD`. */
export const day = (label: Text): Field<string> => ({
  schema: { type: 'string', format: 'date' },
  read: (raw, name) => {
    const match =
      typeof raw === 'string'
        ? (/^(\d{4})-(\d{2})-(\d{2})$/.exec(raw.trim()) ??
          swap(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(raw.trim())))
        : null;
    const [, year = '', month = '', date = ''] = match ?? [];
    const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    const moment = new Date(`${value}T00:00:00Z`);
    return match && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value)
      ? { value }
      : wrong(name, {
          vi: `${cap(label.vi)} phải là một ngày có thật, như 21/11/2026.`,
          en: `${cap(label.en)} must be a real date, like 21/11/2026.`,
        });
  },
});

const swap = (match: RegExpExecArray | null): string[] | null =>
  match && [match[0], match[3]!, match[2]!, match[1]!];

/** A tick box. */
export const flag = (): Field<boolean> => ({
  schema: { type: 'boolean' },
  optional: true,
  read: (raw) => ({ value: raw === true || raw === 'on' || raw === 'yes' || raw === 'true' || raw === '1' }),
});

/** A JSON object whose inside another rule reads: the answers of a form. Only the API can send one. */
export const record = (label: Text, schema: Schema = {}): Field<Readonly<Record<string, unknown>>> => ({
  schema: { type: 'object', ...schema },
  read: (raw, name) =>
    typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      ? { value: raw as Readonly<Record<string, unknown>> }
      : wrong(name, {
          vi: `${cap(label.vi)} phải là một đối tượng JSON.`,
          en: `${cap(label.en)} must be a JSON object.`,
        }),
});

const cap = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** For forms that only press a button. */
export const nothing: Input<Record<string, never>> = input({});
