/** Sample answers: household businesses, licences, work. */
import type { Scenario } from '../answers.ts';
import { applicant, file, lamMau, songMau, truth, viDu } from './people.ts';

const shop = {
  businessName: 'Hộ kinh doanh Tạp hóa Ví Dụ',
  premises: { ...songMau, detail: 'Số 14 đường Thí Dụ' },
  businessPhone: '0991000137',
  capital: 150_000_000,
  trades: [
    { code: '4711', name: 'Bán lẻ lương thực, thực phẩm, đồ uống trong cửa hàng tổng hợp' },
    { code: '5630', name: 'Dịch vụ phục vụ đồ uống' },
  ],
  starts: '2026-12-01',
  workers: 2,
  taxAddress: 'premises',
};

export const businessScenarios: readonly Scenario[] = [
  {
    procedure: '1.001612',
    name: 'One person opens a shop',
    answers: { ...applicant(viDu), founders: 'person', ...shop, filedBy: 'owner', ...truth },
    found: { householdCode: viDu.personalNumber },
  },
  {
    procedure: '1.001612',
    name: 'A family opens a shop',
    answers: {
      ...applicant(viDu),
      founders: 'family',
      members: [{ name: lamMau.name, birthDate: lamMau.birth, personalId: lamMau.personalNumber }],
      ...shop,
      filedBy: 'owner',
      membersAuthorisation: file('uy-quyen-thanh-vien.pdf'),
      ...truth,
    },
    found: { householdCode: viDu.personalNumber },
  },
];
