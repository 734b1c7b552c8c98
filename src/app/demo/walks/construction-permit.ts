import { scenarioOf } from '../../../../sample/procedures/answers.ts';
import type { Walk } from '../walk.ts';
import { accepted, BEING_CHECKED, assigned, decided, drafted, submitted } from './parts.ts';

const { answers } = scenarioOf('1.013225');

/** 1.013225: a permit to build a house, with one supplement and a visit to the site. */
export const constructionPermit: Walk = {
  procedure: '1.013225',
  name: 'Construction permit',
  people: {
    citizen: 'Nguyễn Văn Ví Dụ',
    counter: 'mot-cua.song-mau',
    'case officer': 'truong-phong-kinh-te.song-mau',
    inspector: 'dia-chinh.song-mau',
    leader: 'pho-chu-tich-2.song-mau',
    clerk: 'van-thu.song-mau',
  },
  steps: [
    ...submitted(answers),
    {
      who: 'counter',
      does: 'asks for everything that is missing, once',
      follow: 'Yêu cầu bổ sung',
      press: 'Gửi yêu cầu',
      fill: { defects: 'Bản vẽ mặt cắt móng chưa có kích thước.\nCốt nền ghi chưa rõ so với vỉa hè.' },
      leaves: 'supplement',
    },
    {
      who: 'citizen',
      does: 'mends the answers and sends the missing drawing',
      follow: 'Bổ sung hồ sơ',
      press: ['Sửa và bổ sung', 'Khai tiếp'],
      change: 'Sửa Cốt nền',
      answers: { ...answers, groundLevel: 'Cao hơn mặt vỉa hè trước nhà 0,45 m' },
      lastly: 'Gửi bổ sung',
      againWhile: BEING_CHECKED,
      leaves: 'submitted',
    },
    accepted,
    assigned,
    {
      who: 'case officer',
      does: 'appraises the dossier',
      follow: 'Thẩm định hồ sơ',
      press: 'Hoàn thành',
      fill: { finding: 'Phù hợp quy hoạch và mục đích sử dụng đất; cần xem thực địa.' },
      leaves: 'processing',
    },
    {
      who: 'inspector',
      does: 'visits the site and records what is there',
      follow: 'Kiểm tra thực địa',
      press: 'Hoàn thành',
      fill: { finding: 'Đã đo thửa đất; ranh giới và nhà liền kề đúng như bản vẽ.' },
      leaves: 'processing',
    },
    drafted,
    ...decided,
  ],
  result: 'Giấy phép xây dựng',
};
