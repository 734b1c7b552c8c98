/** The step table of Vietnamese practice (bảng các bước) as fields of a form, and back. Pure. */
import type { FieldError } from '../../../ground/operate/errors.ts';
import { parseLimit, type Branch, type StepRow } from '../../../work/process/index.ts';

/** Columns of the form; every row posts one value for each. */
export const columns = ['step', 'unit', 'position', 'limit', 'output', 'act', 'next'] as const;
export type ColumnName = (typeof columns)[number];

/** A row as it is typed. `id` is empty for a new one. */
export type TypedRow = Readonly<Record<ColumnName | 'id', string>>;

const writeBranch = (rows: readonly StepRow[], { to, when, label }: Branch): string => {
  const at = rows.findIndex(({ id }) => id === to);
  const where = at === -1 ? 'hết' : String(at + 1);
  return [where, when === null ? '' : ` khi ${when}`, label === '' ? '' : ` (${label})`].join('');
};

/** The rows as people read them; time is `3 giờ` or `2 ngày làm việc`, branches are `4 khi duyet = true (Duyệt); 2 (Làm lại)`. */
export const typedRows = (
  rows: readonly StepRow[],
  limitText: (row: StepRow) => string,
): readonly TypedRow[] =>
  rows.map((row) => ({
    id: row.id,
    step: row.step,
    unit: row.unit ?? '',
    position: row.position ?? '',
    limit: limitText(row),
    output: row.output ?? '',
    act: row.act ?? '',
    next: (row.next ?? []).map((branch) => writeBranch(rows, branch)).join('; '),
  }));

const newId = (used: ReadonlySet<string>): string => {
  let n = used.size + 1;
  while (used.has(`buoc-${n}`)) n++;
  return `buoc-${n}`;
};

const branchPattern = /^(\d{1,3}|hết|het)(?:\s+khi\s+(.+?))?(?:\s*\(([^()]*)\))?$/iu;

function readBranches(text: string, ids: readonly string[]): readonly Branch[] | null {
  const branches: Branch[] = [];
  for (const part of text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, where = '', when, label = ''] = branchPattern.exec(part) ?? [];
    const to = /^\d/.test(where) ? ids[Number(where) - 1] : where === '' ? undefined : 'end';
    if (to === undefined) return null;
    branches.push({ to, when: when?.trim() ?? null, label: label.trim() });
  }
  return branches;
}

const empty = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Reads the rows that were typed; a row without a name is left out. `errors` say which row is wrong. */
export function readRows(typed: readonly TypedRow[]): {
  readonly rows: readonly StepRow[];
  readonly errors: readonly FieldError[];
} {
  const kept = typed.filter(({ step }) => step.trim() !== '');
  const used = new Set(kept.map(({ id }) => id).filter((id) => id !== ''));
  const ids = kept.map(({ id }) => {
    if (id !== '') return id;
    const fresh = newId(used);
    used.add(fresh);
    return fresh;
  });
  const errors: FieldError[] = [];
  const wrong = (field: string, n: number, vi: string, en: string): void => {
    errors.push({
      field: `${field}-${n}`,
      message: { vi: `Dòng ${n + 1}: ${vi}`, en: `Row ${n + 1}: ${en}` },
    });
  };
  const rows = kept.map((row, n): StepRow => {
    const limit = row.limit.trim() === '' ? null : parseLimit(row.limit);
    if (row.limit.trim() !== '' && limit === null)
      wrong(
        'limit',
        n,
        'thời gian phải như «4 giờ» hoặc «2 ngày làm việc».',
        'time must be like «4 giờ» or «2 ngày làm việc».',
      );
    const next = readBranches(row.next, ids);
    if (next === null)
      wrong(
        'next',
        n,
        'bước tiếp theo phải như «4 khi duyet = true (Duyệt); 2».',
        'the next steps must be like «4 khi duyet = true (Duyệt); 2».',
      );
    return {
      id: ids[n]!,
      step: row.step.trim(),
      unit: empty(row.unit),
      position: empty(row.position),
      hours: null,
      limit,
      output: empty(row.output),
      act: empty(row.act),
      form: null,
      ...(next && next.length > 0 && { next }),
    };
  });
  return { rows, errors };
}
