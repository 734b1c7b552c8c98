/** Sample answers: procedures inside the administration. */
import type { Scenario } from '../answers.ts';
import { file } from './people.ts';

const officer = {
  applicantName: 'Lê Thị Ví Dụ',
  post: 'Chuyên viên',
  unit: 'Văn phòng Sở Nội vụ',
};

export const internalScenarios: readonly Scenario[] = [
  {
    procedure: 'NB.H99.001',
    name: 'Five days of annual leave',
    answers: {
      ...officer,
      kind: 'annual',
      from: '2026-12-21',
      until: '2026-12-25',
      days: 5,
      place: 'Phường Sông Mẫu, tỉnh Sông Lam',
      substitute: 'Nguyễn Thị Thí Điểm',
    },
    found: {},
  },
  {
    procedure: 'NB.H99.002',
    name: 'Printers for more than 50 million, with quotations',
    answers: {
      ...officer,
      purpose: 'máy in cho quầy tiếp nhận',
      need: 'Ba máy in cũ đã hỏng, không sửa được.',
      items: [
        { item: 'Máy in laser khổ A4', quantity: 6, price: 8_500_000 },
        { item: 'Hộp mực', quantity: 12, price: 900_000 },
      ],
      budget: 'regular',
      needed: '2026-12-31',
      quotations: file('ba-bao-gia.pdf'),
    },
    found: {},
  },
];
