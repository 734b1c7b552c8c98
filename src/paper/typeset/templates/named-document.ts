import { group, list, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { annexes, body } from './blocks.ts';
import { circulation, headFields, recipients, signer, urgency } from './parts.ts';

/**
 * Văn bản có tên loại: decision, notice, proposal, plan, invitation and every other type that names itself
 * (Decree 30/2020, annex III, samples 1.1 to 1.4, 1.6 to 1.10).
 */
export const namedDocument = shipped({
  key: 'named-document',
  title: { vi: 'Văn bản có tên loại', en: 'Document that names its type' },
  law: 'Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.1 đến 1.4, 1.6 đến 1.10',
  input: group('Văn bản có tên loại', {
    ...headFields,
    type: words('Tên loại văn bản', { maxLength: 60 }),
    abstract: optional(words('Trích yếu nội dung', { maxLength: 500 })),
    urgency: optional(urgency),
    circulation: optional(circulation),
    to: optional(list('Kính gửi', words('Nơi nhận để giải quyết'))),
    authority: optional(words('Thẩm quyền ban hành')),
    bases: optional(list('Căn cứ ban hành', words('Căn cứ'))),
    decides: optional(words('Lời quyết định, ví dụ QUYẾT ĐỊNH:')),
    body,
    recipients,
    signer,
    secretary: optional(
      group('Thư ký, đối với biên bản', { post: words('Chức danh'), name: words('Họ và tên') }),
    ),
    drafter: optional(words('Ký hiệu người soạn thảo và số lượng bản phát hành')),
    address: optional(words('Địa chỉ, thư điện tử, điện thoại của cơ quan')),
    annexes,
  }),
  documentTitle: ({ type, abstract }) => [type, abstract].filter((part) => part !== undefined).join(' '),
  sample: {
    agency: 'Ủy ban nhân dân tỉnh Sông Lam',
    notation: 'QĐ-UBND',
    place: 'Sông Lam',
    type: 'Quyết định',
    abstract: 'Về việc phê duyệt quy trình nội bộ giải quyết thủ tục hành chính trong lĩnh vực hộ tịch',
    authority: 'Chủ tịch Ủy ban nhân dân tỉnh Sông Lam',
    bases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      'Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia',
      'Theo đề nghị của Giám đốc Sở Tư pháp',
    ],
    decides: 'Quyết định:',
    body: [
      {
        kind: 'article',
        number: 'Điều 1',
        text: 'Phê duyệt kèm theo Quyết định này quy trình nội bộ giải quyết 12 thủ tục hành chính trong lĩnh vực hộ tịch thuộc thẩm quyền của Ủy ban nhân dân cấp xã.',
      },
      {
        kind: 'article',
        number: 'Điều 2',
        title: 'Tổ chức thực hiện',
        text: 'Sở Tư pháp chủ trì, phối hợp với Sở Khoa học và Công nghệ cập nhật quy trình vào Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh trong thời hạn 05 ngày làm việc.',
      },
      {
        kind: 'article',
        number: 'Điều 3',
        text: 'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Chủ tịch Ủy ban nhân dân các xã, phường và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này kể từ ngày ký.',
      },
    ],
    recipients: [
      'Như Điều 3',
      'Văn phòng Chính phủ (để báo cáo)',
      'Chủ tịch, các Phó Chủ tịch',
      'Lưu: VT, NC',
    ],
    signer: { authority: ['KT. CHỦ TỊCH'], post: 'PHÓ CHỦ TỊCH', name: 'Lê Ví Dụ', seal: 38 },
    annexes: [
      {
        number: 'Phụ lục',
        title: 'Danh mục quy trình nội bộ',
        reference:
          'Kèm theo Quyết định số     /QĐ-UBND ngày     tháng     năm     của Chủ tịch Ủy ban nhân dân tỉnh Sông Lam',
        body: [
          {
            kind: 'table',
            head: ['TT', 'Mã thủ tục', 'Tên thủ tục', 'Thời hạn'],
            widths: [1, 3, 9, 3],
            align: ['center', 'center', 'left', 'center'],
            rows: [
              ['1', '1.001193', 'Đăng ký khai sinh', 'Trong ngày'],
              ['2', '1.000894', 'Đăng ký kết hôn', 'Trong ngày'],
            ],
          },
        ],
      },
    ],
  },
});
