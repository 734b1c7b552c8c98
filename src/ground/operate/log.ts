/**
 * Structured logs: one JSON object a line on standard error. Fields are ids, counts and names of acts; never names,
 * numbers or texts of persons (N1). Level by LOG_LEVEL.
 */
type Level = 'debug' | 'info' | 'warn' | 'error';
type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

const order: readonly Level[] = ['debug', 'info', 'warn', 'error'];

const write =
  (level: Level) =>
  (event: string, fields: Fields = {}): void => {
    const least = order.indexOf((process.env['LOG_LEVEL'] as Level | undefined) ?? 'info');
    if (order.indexOf(level) < least) return;
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };

export const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
