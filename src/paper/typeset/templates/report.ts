import { group, list, optional, words, yesNo } from '../fields.ts';
import { shipped } from '../template.ts';
import { annexes, body } from './blocks.ts';
import { headFields, recipients, signer } from './parts.ts';

/** Báo cáo with tables, upright or across the page (Decree 30/2020, annex I, I.2; annex III, sample 1.4). */
export const report = shipped({
  key: 'report',
  title: { vi: 'Báo cáo', en: 'Report' },
  law: 'Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4',
  input: group('Báo cáo', {
    ...headFields,
    landscape: optional(yesNo('Trình bày theo chiều rộng')),
    abstract: words('Trích yếu nội dung', { maxLength: 500 }),
    to: optional(list('Kính gửi', words('Nơi nhận để giải quyết'))),
    body,
    recipients,
    signer,
    annexes,
  }),
  documentTitle: ({ abstract }) => `Báo cáo ${abstract}`,
  sample: {
    superior: 'UBND tỉnh Sông Lam',
    agency: 'Văn phòng',
    notation: 'BC-VP',
    place: 'Sông Lam',
    abstract: 'Tình hình, kết quả giải quyết thủ tục hành chính tháng 10 năm 2026',
    to: ['Ủy ban nhân dân tỉnh Sông Lam'],
    body: [
      { kind: 'section', number: 'I', title: 'Kết quả giải quyết' },
      {
        kind: 'paragraph',
        text: 'Trong kỳ, toàn tỉnh tiếp nhận 12.480 hồ sơ, trong đó 11.902 hồ sơ nộp trực tuyến, chiếm 95,4%.',
      },
      {
        kind: 'table',
        caption: 'Bảng 1. Kết quả theo lĩnh vực',
        head: ['TT', 'Lĩnh vực', 'Tiếp nhận', 'Trước hạn', 'Đúng hạn', 'Quá hạn'],
        widths: [1, 5, 2, 2, 2, 2],
        align: ['center', 'left', 'right', 'right', 'right', 'right'],
        rows: [
          ['1', 'Hộ tịch', '6.210', '5.904', '301', '5'],
          ['2', 'Đất đai', '3.115', '2.020', '1.068', '27'],
          ['3', 'Xây dựng', '1.027', '655', '365', '7'],
          ['', 'Cộng', '10.352', '8.579', '1.734', '39'],
        ],
      },
      { kind: 'section', number: 'II', title: 'Kiến nghị' },
      {
        kind: 'clause',
        number: '1',
        text: 'Bổ sung một phòng họp trực tuyến cho Trung tâm Phục vụ hành chính công cấp xã.',
      },
    ],
    recipients: ['Như trên', 'Lưu: VT, KSTT'],
    signer: { authority: ['KT. CHÁNH VĂN PHÒNG'], post: 'PHÓ CHÁNH VĂN PHÒNG', name: 'Trần Thị Mẫu' },
  },
});
