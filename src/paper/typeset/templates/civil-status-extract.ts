import { day, group, list, oneOf, optional, words, yesNo } from '../fields.ts';
import { shipped } from '../template.ts';
import { sampleCommune } from './certificate-parts.ts';
import { check, checkCode, headFields, labelled, signer } from './parts.ts';

/**
 * Trích lục hộ tịch: the extract of a registered event, as the original of events that have no certificate of their own
 * or as a copy from the register or the database (Law on civil status 60/2014, art. 4.7, 4.9, 63, 64).
 */
export const civilStatusExtract = shipped({
  key: 'civil-status-extract',
  title: { vi: 'Trích lục hộ tịch', en: 'Extract of civil status' },
  law: 'Luật Hộ tịch 60/2014/QH13, Điều 63, 64; Thông tư 04/2020/TT-BTP',
  input: group('Trích lục hộ tịch', {
    ...headFields,
    event: oneOf('Sự kiện hộ tịch', [
      'khai sinh',
      'kết hôn',
      'khai tử',
      'giám hộ',
      'nhận cha, mẹ, con',
      'thay đổi, cải chính, bổ sung thông tin hộ tịch',
      'ghi chú ly hôn',
    ]),
    copy: yesNo('Là bản sao'),
    sections: list(
      'Nội dung',
      group('Phần', {
        title: optional(words('Tiêu đề')),
        facts: list('Thông tin', labelled, { minItems: 1 }),
      }),
      { minItems: 1 },
    ),
    registration: group('Việc đăng ký', {
      place: words('Nơi đăng ký'),
      number: words('Số'),
      date: day('Ngày, tháng, năm đăng ký'),
    }),
    source: words('Nguồn trích lục'),
    note: optional(words('Ghi chú')),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ event }) => `Trích lục ${event}`,
  codes: checkCode,
  sample: {
    ...sampleCommune,
    place: 'Bến Đò',
    notation: 'TLKT-BS',
    event: 'khai tử',
    copy: true,
    sections: [
      {
        facts: [
          { label: 'Họ, chữ đệm, tên', value: 'PHẠM VĂN MINH HỌA' },
          { label: 'Ngày, tháng, năm sinh', value: '01/02/1940' },
          { label: 'Giới tính', value: 'Nam' },
          { label: 'Dân tộc', value: 'Kinh' },
          { label: 'Quốc tịch', value: 'Việt Nam' },
          { label: 'Số định danh cá nhân', value: '001040000004' },
          { label: 'Đã chết vào lúc', value: '05 giờ 20 phút, ngày 11/11/2026' },
          { label: 'Nơi chết', value: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam' },
          { label: 'Nguyên nhân chết', value: 'Tuổi già' },
        ],
      },
    ],
    registration: {
      place: 'Ủy ban nhân dân xã Bến Đò, tỉnh Sông Lam',
      number: '31/2026',
      date: '2026-11-13',
    },
    source: 'Cơ sở dữ liệu hộ tịch điện tử',
  },
});
