/** What the documentation of a step says in the words of a step table (`Thời hạn: 4 giờ`), for files drawn in other tools. */
import type { ModdleElement } from 'bpmn-moddle';
import { parseLimit } from './limit.ts';
import { children, words } from './moddle.ts';
import type { Office } from './schema.ts';

const labels: readonly (readonly [keyof Office, RegExp])[] = [
  ['limit', /^(thời hạn|thời gian|thời gian thực hiện|thời hạn xử lý|limit|time limit)$/i],
  ['unit', /^(đơn vị|đơn vị thực hiện|bộ phận|phòng ban|unit)$/i],
  ['role', /^(vị trí|vai trò|chức danh|người thực hiện|trách nhiệm|role|position)$/i],
  ['output', /^(kết quả|sản phẩm|kết quả\/sản phẩm|sản phẩm đầu ra|output|result)$/i],
];

/** The documentation of an element as plain text. */
export const noteOf = (element: ModdleElement): string =>
  children(element, 'documentation')
    .map((documentation) => words(documentation, 'text') ?? '')
    .join('\n')
    .trim();

/** Reads `label: value` lines (or parts between semicolons) of a note. */
const officeOfNote = (note: string): Partial<Office> => {
  const found: { -readonly [key in keyof Office]?: Office[key] } = {};
  for (const line of note.split(/[\n;]/)) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const value = line.slice(colon + 1).trim();
    const label = labels.find(([, pattern]) => pattern.test(line.slice(0, colon).trim()))?.[0];
    if (!label || value === '') continue;
    if (label === 'limit') found.limit ??= parseLimit(value);
    else if (label !== 'act' && label !== 'form') found[label] ??= value;
  }
  return found;
};

/** What is known about who does a step and until when: our attributes first, then the note, then the lane as the role. */
export const officeOf = (element: ModdleElement, note: string, lane: string | null): Office => {
  const written = officeOfNote(note);
  const own = (name: keyof Office): string | null => words(element, `toantrinh:${name}`);
  const limit = own('limit');
  return {
    role: own('role') ?? written.role ?? lane,
    unit: own('unit') ?? written.unit ?? null,
    limit: (limit === null ? null : parseLimit(limit)) ?? written.limit ?? null,
    output: own('output') ?? written.output ?? null,
    act: own('act'),
    form: own('form'),
  };
};
