import { day, group, list, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { formHead, FORMS_LAW, sampleApplicant, sampleHead, spokenTo } from './one-stop.ts';
import { dossierCodes } from './parts.ts';

/** Form 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, all defects at once. */
export const supplementForm = shipped({
  key: 'form-02-supplement',
  title: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request to supplement the dossier' },
  law: `${FORMS_LAW}, Mẫu số 02`,
  input: group('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', {
    ...formHead,
    applicant: spokenTo,
    procedure: words('Nội dung yêu cầu giải quyết'),
    defects: list(
      'Nội dung cần hoàn thiện',
      group('Nội dung', { what: words('Nội dung cần bổ sung'), reason: words('Lý do, căn cứ') }),
      { minItems: 1 },
    ),
    sectorLaw: optional(words('Căn cứ luật chuyên ngành khi yêu cầu thêm lần nữa')),
    answerBy: optional(day('Hạn bổ sung')),
    guide: group('Người hướng dẫn', {
      name: words('Họ tên'),
      phone: words('Số điện thoại'),
      website: optional(words('Trang thông tin điện tử')),
    }),
  }),
  documentTitle: ({ dossier }) => `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: ${dossier}`,
  codes: dossierCodes,
  sample: {
    ...sampleHead,
    applicant: sampleApplicant,
    procedure: 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
    defects: [
      {
        what: 'Bản vẽ mặt bằng móng chưa thể hiện khoảng lùi so với chỉ giới đường đỏ',
        reason: 'Luật Xây dựng, điều 95 khoản 2 điểm c',
      },
      {
        what: 'Thiếu cam kết bảo đảm an toàn công trình liền kề',
        reason: 'Luật Xây dựng, điều 95 khoản 2 điểm d',
      },
    ],
    answerBy: '2026-12-20',
    guide: { name: 'Trần Thị Mẫu', phone: '0200 000 111', website: 'https://dichvucong.songlam.example' },
  },
});
