/** The documents on which the civil-service calendar stands. */
import type { Basis } from '../schema.ts';

/** Forty hours from Monday to Friday in state agencies. */
export const week: Basis = {
  code: '188/1999/QĐ-TTg',
  cite: {
    vi: 'Quyết định 188/1999/QĐ-TTg về tuần làm việc 40 giờ',
    en: 'Decision 188/1999/QĐ-TTg on the 40-hour week',
  },
};

export const holidays: Basis = {
  code: '45/2019/QH14',
  cite: { vi: 'Bộ luật Lao động 2019, Điều 112', en: 'Labour Code 2019, art. 112' },
};

export const holidays2012: Basis = {
  code: '10/2012/QH13',
  cite: { vi: 'Bộ luật Lao động 2012, Điều 115', en: 'Labour Code 2012, art. 115' },
};

export const holidays1994: Basis = {
  code: '35-L/CTN',
  cite: { vi: 'Bộ luật Lao động 1994, Điều 73', en: 'Labour Code 1994, art. 73' },
};

export const makeUp: Basis = {
  code: '45/2019/QH14',
  cite: { vi: 'Bộ luật Lao động 2019, Điều 111 khoản 3', en: 'Labour Code 2019, art. 111.3' },
};

export const cultureDay: Basis = {
  code: '28/2026/QH16',
  cite: { vi: 'Nghị quyết 28/2026/QH16, Điều 2', en: 'Resolution 28/2026/QH16, art. 2' },
};

export const notice2025: Basis = {
  code: '8726/VPCP-KGVX',
  cite: {
    vi: 'ý kiến của Thủ tướng, Công văn 8726/VPCP-KGVX ngày 26/11/2024',
    en: "the Prime Minister's decision, letter 8726/VPCP-KGVX of 26/11/2024",
  },
};

export const notice2026: Basis = {
  code: null,
  cite: {
    vi: 'ý kiến của Thủ tướng ngày 13/10/2025 về nghỉ Tết Âm lịch và Quốc khánh 2026',
    en: "the Prime Minister's decision of 13/10/2025 on Tết and National Day 2026",
  },
};

export const newYear2026: Basis = {
  code: '12729/VPCP-KGVX',
  cite: {
    vi: 'Công văn 12729/VPCP-KGVX ngày 25/12/2025 về nghỉ Tết Dương lịch 2026',
    en: 'letter 12729/VPCP-KGVX of 25/12/2025 on New Year 2026',
  },
};
