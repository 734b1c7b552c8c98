import { day, group, moment, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { agencyFields, check, checkCode, dateFields, signer } from './parts.ts';

/**
 * The closing sheet of a copy on paper, put behind the printed document: form of the copy, who copies, number in the book
 * of copies, day, signature and seal (Decree 30/2020 art. 25–27, annex I, III); for a conversion of an electronic result,
 * who converted it and when (Decree 137/2024). The square code leads to the check of this copy.
 */
export const copyStatement = shipped({
  key: 'copy-statement',
  title: { vi: 'Thể thức bản sao', en: 'Closing sheet of a copy' },
  law: 'Nghị định 30/2020/NĐ-CP, Điều 25–27, Phụ lục I; Nghị định 137/2024/NĐ-CP',
  input: group('Thể thức bản sao', {
    ...agencyFields,
    ...dateFields,
    form: words('Hình thức sao'),
    statement: words('Lời ghi trên bản sao'),
    copyNumber: optional(words('Số, ký hiệu bản sao')),
    original: group('Văn bản được sao', {
      title: words('Tên văn bản'),
      number: optional(words('Số, ký hiệu')),
      issuer: words('Cơ quan ban hành'),
      issued: optional(day('Ngày ban hành')),
    }),
    part: optional(words('Phần được trích')),
    reason: words('Dùng vào việc'),
    by: words('Người thực hiện'),
    made: moment('Thời điểm thực hiện'),
    code: words('Mã xác minh của bản này'),
    sha256: words('Mã băm SHA-256 của văn bản điện tử', { pattern: '^[0-9a-f]{64}$' }),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ form, original }) => `${form}: ${original.title}`,
  codes: checkCode,
  sample: {
    superior: 'Tỉnh Sông Lam',
    agency: 'Ủy ban nhân dân xã Bến Đò',
    place: 'Bến Đò',
    date: '2026-11-20',
    form: 'Sao y',
    statement: 'Sao y từ văn bản điện tử, toàn bộ nội dung, đúng như bản gốc.',
    copyNumber: '05/SY',
    original: {
      title: 'Giấy phép xây dựng',
      number: '12/GPXD',
      issuer: 'Ủy ban nhân dân xã Bến Đò',
      issued: '2026-11-18',
    },
    reason: 'nộp hồ sơ đấu nối điện theo yêu cầu của chủ giấy tờ',
    by: 'Trần Thị Mẫu',
    made: '2026-11-20T09:30',
    code: '3J8T5WKM2QRA',
    sha256: '9f2c4a71e0b35d18a6c40f97b2de8315c07a94e6d15b28f3460c9ade7f1b5c2d',
    check: 'https://dichvucong.songlam.example/xac-minh/3J8T5WKM2QRA',
    signer: { authority: ['TL. CHỦ TỊCH'], post: 'CHÁNH VĂN PHÒNG', name: 'Lê Ví Dụ', seal: 35 },
  },
});
