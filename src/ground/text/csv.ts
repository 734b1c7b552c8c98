/** Tables as files for a spreadsheet (RFC 4180). */

/** What begins like this would be run as a formula by a spreadsheet, whoever wrote it. */
const formula = /^[=+\-@\t\r]/;

const cellOf = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The rows with their heading, in UTF-8 with the mark by which spreadsheets know it. */
export const csvOf = (
  heading: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string => `\ufeff${[heading, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
