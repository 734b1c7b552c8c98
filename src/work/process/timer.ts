/** Timer values of BPMN (ISO 8601 durations, dates, cycles) and of Vietnamese practice (working time). */
import { readExpression } from './condition.ts';
import { parseLimit } from './limit.ts';
import type { Timer } from './schema.ts';

const duration = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;
const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const cycle = (text: string): boolean => {
  const [repeat = '', ...parts] = text.split('/');
  return (
    /^R\d*$/.test(repeat) && parts.length > 0 && parts.every((part) => duration.test(part) || date.test(part))
  );
};
const cron = /^(\S+ ){4,6}\S+$/;

const literal: Readonly<Record<'duration' | 'date' | 'cycle', (text: string) => boolean>> = {
  duration: (text) => duration.test(text),
  date: (text) => date.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10))),
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
  if (cron.test(text) || /^[PR\d]/.test(text)) return null;
  const expression = readExpression(text, null);
  return 'refused' in expression ? null : { kind, value: `=${expression.feel}` };
};
