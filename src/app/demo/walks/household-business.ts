import { scenarioOf } from '../../../../sample/procedures/answers.ts';
import type { Walk } from '../walk.ts';
import { accepted, assigned, decided, drafted, numbered, submitted } from './parts.ts';

/** 1.001612: a household business; its code comes from the tax office. */
export const householdBusiness: Walk = {
  procedure: '1.001612',
  name: 'Household business registration',
  people: {
    citizen: 'Nguyễn Văn Ví Dụ',
    counter: 'mot-cua.song-mau',
    'case officer': 'dia-chinh.song-mau',
    leader: 'pho-chu-tich-2.song-mau',
    clerk: 'van-thu.song-mau',
  },
  steps: [
    ...submitted(scenarioOf('1.001612').answers),
    accepted,
    assigned,
    {
      who: 'case officer',
      does: 'appraises the dossier',
      follow: 'Thẩm định hồ sơ',
      press: 'Hoàn thành',
      fill: { finding: 'Hồ sơ đủ điều kiện: tên không trùng, ngành nghề được phép.' },
      leaves: 'processing',
    },
    drafted,
    numbered('tax office'),
    ...decided,
  ],
  result: 'Giấy chứng nhận đăng ký hộ kinh doanh',
};
