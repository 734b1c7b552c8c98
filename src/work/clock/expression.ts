/**
 * The small language of the command line: `TIME +N working days` and `TIME +N working hours`, reckoned with the
 * civil-service calendar.
 */
import { Invalid } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { civilService } from './civil-service/calendar.ts';
import { dayNumber, HOUR, MINUTE, momentAt } from './day.ts';
import { due } from './due.ts';
import { startClock } from './ledger.ts';
import type { Due, Why } from './schema.ts';

/** What an expression says. */
export type Expression = {
  readonly start: Date;
  readonly amount: number;
  readonly unit: 'working_day' | 'working_hour';
};

const shape = new RegExp(
  [
    /^\s*(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/, // day
    /(?:t|\s+)(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?/, // time
    /\s*(?<offset>z|[+-]\d{2}:?\d{2})?/, // offset from UTC, Vietnam when absent
    /\s*\+\s*(?<amount>\d+)\s*working\s+(?<unit>day|hour)s?\s*$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'iu',
);

const grammar = 'TIME +N working days|working hours';
const example = '2026-02-13T15:30 +5 working days';

/** Beyond this no term is meant; working days until the end of the calendar are about 45,000. */
const MOST = 1_000_000;

/**
 * Reads an expression. TIME is `YYYY-MM-DDTHH:MM`, with seconds, an offset or a space for the T if one likes. What
 * cannot be read is `Invalid`, in one sentence that names the grammar.
 */
export const readExpression = (source: string): Expression => {
  const parts = shape.exec(source.normalize('NFC'))?.groups;
  if (parts === undefined) {
    throw refused(source, { vi: 'không đúng dạng', en: 'not of the right form' });
  }
  const number = (name: string): number => Number(parts[name] ?? 0);
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const date = new Date(dayNumber(year, month, day) * 24 * HOUR);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists) throw refused(source, { vi: 'ngày này không có trong lịch', en: 'there is no such day' });
  if (number('hour') > 23 || number('minute') > 59 || number('second') > 59) {
    throw refused(source, { vi: 'giờ này không có', en: 'there is no such time of day' });
  }
  const offset = readOffset(parts['offset'] ?? '+07:00');
  if (offset === null) throw refused(source, { vi: 'múi giờ này không có', en: 'there is no such offset' });
  const amount = number('amount');
  if (amount > MOST) throw refused(source, { vi: 'số này quá lớn', en: 'this amount is too large' });
  const time = number('hour') * HOUR + number('minute') * MINUTE + number('second') * 1000;
  const fraction = Math.floor(Number(`0.${parts['fraction'] ?? 0}`) * 1000);
  const start = momentAt(dayNumber(year, month, day), time + fraction) + 7 * HOUR - offset;
  const unit = parts['unit']?.toLowerCase() === 'day' ? 'working_day' : 'working_hour';
  return { start: new Date(start), amount, unit };
};

/** The offset in milliseconds; null when no place on Earth has it. */
const readOffset = (text: string): number | null => {
  if (text.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (hours > 14 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
};

const refused = (source: string, why: Text): Invalid => {
  const shown = source.trim().slice(0, 80);
  return new Invalid([
    {
      field: '',
      message: {
        vi: `Không đọc được “${shown}” (${why.vi}): cần viết ${grammar}, ví dụ ${example}.`,
        en: `Cannot read “${shown}” (${why.en}): expected ${grammar}, for example ${example}.`,
      },
    },
  ]);
};

const asked: Why = { cause: { vi: 'theo yêu cầu', en: 'as asked' }, basis: null, evidence: null };

/** Reckons an expression: a start outside of office hours first moves forward; no cut-off hour. */
export const answer = ({ start, amount, unit }: Expression): Due =>
  due(startClock({ unit, amount }, start, asked), civilService);
