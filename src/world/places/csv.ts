/** Reads comma-separated values with a heading line (RFC 4180): quotes, CRLF and a byte order mark are understood. */
import { Invalid } from '../../ground/operate/errors.ts';

const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;

function* records(csv: string): Generator<{ line: number; cells: string[] }> {
  let line = 1;
  let begun = 1;
  let cells: string[] = [];
  cell.lastIndex = 0;
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv);
    if (!found) throw unreadable(line);
    const [all, raw = '', end = ''] = found;
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    line += all.split('\n').length - 1;
    if (end === ',' && cell.lastIndex < csv.length) continue;
    if (cells.some((one) => one !== '')) yield { line: begun, cells };
    cells = [];
    begun = line;
  }
}

const unreadable = (line: number): Invalid =>
  new Invalid([
    {
      field: `dòng/line ${line}`,
      message: {
        vi: `Không đọc được dòng ${line} của tệp CSV.`,
        en: `Line ${line} of the CSV file cannot be read.`,
      },
    },
  ]);

/** The rows of a CSV file as objects of the named columns, in NFC. Throws Invalid when a column or a cell is missing. */
export function* readCsv<Column extends string>(
  csv: string,
  columns: readonly Column[],
): Generator<{ line: number; values: Record<Column, string> }> {
  const rows = records(csv.replace(/^\uFEFF/, '').normalize('NFC'));
  const first = rows.next();
  const heading = first.done ? [] : first.value.cells.map((one) => one.trim());
  const places = columns.map((column) => heading.indexOf(column));
  const missing = columns.find((_, i) => places[i] === -1);
  if (missing !== undefined) {
    const message = { vi: `Tệp CSV thiếu cột ${missing}.`, en: `The CSV file has no column ${missing}.` };
    throw new Invalid([{ field: missing, message }]);
  }
  for (const { line, cells } of rows) {
    if (cells.length !== heading.length) throw unreadable(line);
    const values = Object.fromEntries(columns.map((column, i) => [column, (cells[places[i]!] ?? '').trim()]));
    yield { line, values: values as Record<Column, string> };
  }
}
