/** Sample answers: benefits, learning, criminal record, complaint. */
import type { Scenario } from '../answers.ts';
import { applicant, file, lamMau, only, songMau, truth, viDu } from './people.ts';

const bank = { account: '0000000123456', bank: 'Ngân hàng Thí Dụ' };

export const socialScenarios: readonly Scenario[] = [
  {
    procedure: '1.001776',
    name: 'A man with a severe disability',
    answers: {
      ...applicant(viDu),
      group: 'disabledSevere',
      pension: false,
      poor: false,
      ...bank,
      ...truth,
    },
    found: {},
  },
  {
    procedure: '1.001776',
    name: 'A single mother of two children in a poor household',
    answers: {
      ...applicant(lamMau),
      group: 'singleParent',
      children: 2,
      pension: false,
      poor: true,
      ...bank,
      ...truth,
    },
    found: {},
  },
  {
    procedure: '1.001714',
    name: 'A mother applies for her son at school',
    answers: {
      ...only(
        applicant(lamMau),
        'applicantName',
        'applicantNumber',
        'applicantResidence',
        'applicantPhone',
        'applicantEmail',
      ),
      learner: { name: 'Nguyễn Minh Ví Dụ', birth: '2019-05-06', personalNumber: '099219000211' },
      degree: 'severe',
      school: 'Trường Tiểu học Mẫu',
      schoolYear: '2026-2027',
      level: 'school',
      ...bank,
      ...truth,
    },
    found: {},
  },
  {
    procedure: '3.000333',
    name: 'A student needs certificate no. 1 for work',
    answers: {
      ...applicant(lamMau),
      forWhom: 'self',
      kind: 'one',
      bans: false,
      purpose: 'Xin việc làm',
      formerResidences: 'Từ năm 2006 đến nay: phường Sông Mẫu, tỉnh Sông Lam',
      payer: 'student',
      reductionPaper: file('the-sinh-vien.pdf'),
      ...truth,
    },
    found: {},
  },
  {
    procedure: '2.002409',
    name: 'A mother complains about a refusal of the ward',
    answers: {
      ...only(
        applicant(lamMau),
        'applicantName',
        'applicantNumber',
        'applicantResidence',
        'applicantPhone',
        'applicantEmail',
      ),
      against: 'Quyết định 05/QĐ-UBND ngày 02/11/2026 về việc không trợ cấp hằng tháng',
      knownOn: '2026-11-03',
      decidedIn: songMau,
      content: 'Quyết định ghi thiếu một người con, nên tính sai mức trợ cấp.',
      wants: 'change',
      evidence: file('giay-khai-sinh-con.pdf'),
      ...truth,
    },
    found: {
      verified: 'Hồ sơ hộ tịch ghi người khiếu nại có hai con dưới 16 tuổi.',
      conclusion: 'Khiếu nại đúng toàn bộ',
      ruling: 'Sửa Điều 1 của Quyết định 05/QĐ-UBND: tính trợ cấp cho hai người con',
    },
  },
];
