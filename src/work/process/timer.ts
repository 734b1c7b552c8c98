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
