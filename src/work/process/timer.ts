/** Timer values of BPMN (ISO 8601 durations, dates, cycles) and of Vietnamese practice (working time). */
import { readExpression } from './condition.ts';
import { parseLimit } from './limit.ts';
import type { Timer } from './schema.ts';

/** A part of a duration; longer numbers are no time that anybody waits. */
const count = String.raw`\d{1,6}`;
const duration = new RegExp(
  String.raw`^P(?!$)(${count}Y)?(${count}M)?(${count}W)?(${count}D)?(T(?!$)(${count}H)?(${count}M)?(${count}(\.\d{1,9})?S)?)?$`,
);
const date = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Whether a text is a moment that there is: no 30 February, no 25 o'clock. */
const isMoment = (text: string): boolean => {
  const [, day = '', clock = ''] = date.exec(text) ?? [];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return false;
  return clock === '' || !Number.isNaN(Date.parse(day + clock.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
};

const cycle = (text: string): boolean => {
  const [repeat = '', ...parts] = text.split('/');
  return (
    /^R\d{0,6}$/.test(repeat) &&
    parts.length > 0 &&
    parts.every((part) => duration.test(part) || isMoment(part))
  );
};
const cron = /^(\S+ ){4,6}\S+$/;

const literal: Readonly<Record<'duration' | 'date' | 'cycle', (text: string) => boolean>> = {
  duration: (text) => duration.test(text),
  date: isMoment,
  cycle,
};

/**
 * Reads the body of a timer. A value is kept as ISO 8601, as a limit in words (`3 ngày làm việc`), or as `=` and a FEEL expression
 * over the data. Null when it is none of these (a cron line, for example: it has no meaning in working time).
 */
export const readTimer = (kind: 'duration' | 'date' | 'cycle', body: string): Timer | null => {
  const text = body.trim();
  if (literal[kind](text)) return { kind, value: text };
  const limit = parseLimit(text);
  if (limit) return { kind: 'limit', limit };
  if (cron.test(text) || /^[-+]?[PR\d]/.test(text)) return null;
  const expression = readExpression(text, null);
  return 'refused' in expression ? null : { kind, value: `=${expression.feel}` };
};

const parts =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** A moment so much later by the calendar, of a duration of ISO 8601; null when it is none. */
function later(from: Date, text: string): Date | null {
  if (!duration.test(text)) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (
    parts.exec(text)?.slice(1) ?? []
  ).map((part) => Number(part ?? 0));
  const at = new Date(from);
  at.setUTCFullYear(at.getUTCFullYear() + years, at.getUTCMonth() + months);
  const plain = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
  return new Date(at.getTime() + plain * 1000);
}

/** A moment of ISO 8601; without a zone it is Vietnam's, without an hour the beginning of the day. */
function momentOf(text: string): Date | null {
  if (!isMoment(text)) return null;
  const [, day = '', clock = 'T00:00'] = date.exec(text) ?? [];
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(clock) ? clock : `${clock}+07:00`;
  return new Date(day + zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}

/** A timer that goes by the clock of the wall: all but limits, which the calendar of an agency counts. */
export type PlainTimer = Exclude<Timer, { readonly kind: 'limit' }>;

/** When a timer rings: `at`, and how many times more after that (`every` apart). */
export type Ringing = { readonly at: Date; readonly again: number; readonly every: string | null };

/** When a timer that starts at a moment rings first; null when what an expression gave is no time. */
export function ringing({ kind, value }: PlainTimer, from: Date): Ringing | null {
  if (kind !== 'cycle') {
    const at = kind === 'date' ? momentOf(value) : later(from, value);
    return at && { at, again: 0, every: null };
  }
  const [repeat = '', ...rest] = value.split('/');
  const every = rest.find((part) => part.startsWith('P')) ?? null;
  const begins = rest.find((part) => !part.startsWith('P'));
  const at = begins !== undefined ? momentOf(begins) : every && later(from, every);
  // R3 rings three times; R without a number as long as the step lasts.
  const times = repeat === 'R' ? Number.MAX_SAFE_INTEGER : Number(repeat.slice(1));
  return at && times > 0 ? { at, again: every === null ? 0 : times - 1, every } : null;
}
