/** Internal processes (quy trình nội bộ) of the sample province as step tables. */
import {
  fromStepTable,
  standardTable,
  type Definition,
  type StepRow,
} from '../../../src/work/process/index.ts';
import type { Decision } from '../../../src/services/catalogue/index.ts';

/** The decision of the sample province that approves its internal processes. Invented. */
export const processDecision: Decision = {
  number: '12/QĐ-UBND',
  date: '2025-07-15',
  signer: 'Nguyễn Văn Thí Dụ',
  agency: 'Ủy ban nhân dân tỉnh Sông Lam',
};

/** The leader signs, or sends the draft back. */
export const afterSigning: NonNullable<StepRow['next']> = [
  { to: 'dong-dau', when: 'duyet = true', label: 'Duyệt' },
  { to: 'du-thao', when: null, label: 'Chưa duyệt, làm lại dự thảo' },
];

type Office = {
  /** Agency that settles the dossier, and the unit of it that does the work. */
  readonly agency: string;
  readonly unit: string;
  readonly officer: string;
  readonly signer: string;
};

/** The people's committee of a commune, by the unit that does the work. */
export const commune = (unit: string, officer: string): Office => ({
  agency: 'Ủy ban nhân dân cấp xã',
  unit,
  officer,
  signer: 'Lãnh đạo Ủy ban nhân dân',
});

/** A department of the province. */
export const department = (agency: string, unit: string): Office => ({
  agency,
  unit,
  officer: 'Chuyên viên thụ lý',
  signer: 'Lãnh đạo sở',
});

const ONE_STOP = 'Trung tâm Phục vụ hành chính công';

/** Who does what, for dossiers that are settled within the day: draft, signature, number and seal, return. */
export const withinTheDay = (
  { agency, unit, officer, signer }: Office,
  work: string,
  paper: string,
): readonly StepRow[] => [
  { id: 'du-thao', step: work, unit, position: officer, hours: 4, output: `Dự thảo ${paper}`, act: 'draft' },
  {
    id: 'ky',
    step: 'Ký duyệt kết quả',
    unit: agency,
    position: signer,
    hours: 2,
    output: `${paper} đã ký số`,
    act: 'sign',
    next: afterSigning,
  },
  {
    id: 'dong-dau',
    step: 'Cấp số, đóng dấu',
    unit: agency,
    position: 'Văn thư',
    hours: 1,
    output: `${paper} có số và dấu cơ quan`,
    act: 'seal',
  },
  {
    id: 'tra',
    step: 'Trả kết quả',
    unit: ONE_STOP,
    position: 'Công chức một cửa',
    hours: 1,
    output: 'Kết quả đã giao cho người nộp',
    act: 'return',
  },
];

/** The usual steps of an office, sharing out this many working hours: assignment, appraisal, draft, signature, seal, return. */
export const usualSteps = (office: Office, hours: number): readonly StepRow[] =>
  standardTable({ id: '', name: '', ...office, oneStop: ONE_STOP, hours })
    // Acceptance has checked the dossier already: the same officer is not asked again.
    .filter(({ act }) => act !== 'check')
    .map((row) =>
      row.unit === office.unit && row.act !== 'assign' ? { ...row, position: office.officer } : row,
    );

/** The table with more rows after one of its steps. */
export const insertAfter = (
  rows: readonly StepRow[],
  id: string,
  ...more: readonly StepRow[]
): readonly StepRow[] => rows.flatMap((row) => (row.id === id ? [row, ...more] : [row]));

/** The table with another way on from one of its steps. */
export const branchAfter = (
  rows: readonly StepRow[],
  id: string,
  next: NonNullable<StepRow['next']>,
): readonly StepRow[] => rows.map((row) => (row.id === id ? { ...row, next } : row));

/** A visit to the place (kiểm tra thực địa). */
export const inspection = (step: string, unit: string, hours: number): StepRow => ({
  id: 'kiem-tra-thuc-dia',
  step,
  unit,
  position: 'Chuyên viên thụ lý',
  hours,
  output: 'Biên bản kiểm tra thực địa',
  act: 'inspect',
});

/** A step table as the definition of the process of a procedure. */
export const processOf = (
  code: string,
  name: string,
  { agency }: Pick<Office, 'agency'>,
  rows: readonly StepRow[],
): Definition => fromStepTable({ id: `quy-trinh-${code}`, name, agency }, rows);
