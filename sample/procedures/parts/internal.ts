/** Procedures inside the administration (thủ tục hành chính nội bộ): the officer who asks, and a short process without a counter. */
import type { Decision } from '../../../src/services/catalogue/index.ts';
import type { StepRow } from '../../../src/work/process/index.ts';
import { applicantFields } from './applicant.ts';
import { afterSigning } from './process.ts';
import { ask, page, section } from './question.ts';

/** The invented decision of the sample province that lists its internal procedures. */
export const internalDecision: Decision = {
  number: '25/QĐ-UBND',
  date: '2025-12-20',
  signer: 'Trần Thị Mẫu',
  agency: 'Ủy ban nhân dân tỉnh Sông Lam',
};

/** The officer who asks, with the post that the directory of officers holds. */
export const officerSection = section('nguoi-de-nghi', 'Người đề nghị', 'Who asks', [
  page('cong-chuc', 'Người đề nghị', 'Who asks', [
    ...applicantFields('name'),
    ask.text('post', 'Chức vụ', 'Post', {
      maxLength: 120,
      source: { registry: 'account', path: 'post' },
    }),
    ask.text('unit', 'Đơn vị', 'Unit', { maxLength: 160, source: { registry: 'account', path: 'unit' } }),
  ]),
]);

/** Draft, signature, number, hand-over; before them whatever the case needs. */
export const internalSteps = (
  work: string,
  paper: string,
  hours: number,
  ...before: readonly StepRow[]
): readonly StepRow[] => [
  ...before,
  {
    id: 'du-thao',
    step: work,
    unit: 'Văn phòng',
    position: 'Chuyên viên',
    hours: hours - 4,
    output: `Dự thảo ${paper}`,
    act: 'draft',
  },
  {
    id: 'ky',
    step: 'Người đứng đầu duyệt',
    unit: 'Lãnh đạo cơ quan',
    position: 'Người đứng đầu',
    hours: 2,
    output: `${paper} đã ký số`,
    act: 'sign',
    next: afterSigning,
  },
  {
    id: 'dong-dau',
    step: 'Cấp số',
    unit: 'Văn phòng',
    position: 'Văn thư',
    hours: 1,
    output: paper,
    act: 'seal',
  },
  {
    id: 'tra',
    step: 'Gửi người đề nghị',
    unit: 'Văn phòng',
    position: 'Văn thư',
    hours: 1,
    output: 'Đã gửi',
    act: 'return',
  },
];
