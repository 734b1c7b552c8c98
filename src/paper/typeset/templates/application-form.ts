import { day, group, list, moment, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';

/**
 * Đơn, tờ khai: the answers of any form on paper, in the order of the form, under its sections. A question that was
 * left open prints a dotted line: nothing that was asked is missing on the paper.
 */
export const applicationForm = shipped({
  key: 'application-form',
  title: { vi: 'Đơn, tờ khai điện tử', en: 'Application form' },
  law: 'Nghị định 118/2025/NĐ-CP; Nghị định 45/2020/NĐ-CP',
  input: group('Đơn, tờ khai', {
    title: words('Tên đơn, tờ khai', { maxLength: 200 }),
    procedure: optional(words('Thủ tục')),
    dossier: optional(words('Mã hồ sơ')),
    to: words('Kính gửi'),
    answers: list(
      'Nội dung kê khai',
      group('Câu trả lời', {
        section: optional(words('Phần')),
        label: words('Câu hỏi'),
        value: optional(words('Trả lời', { minLength: 0 })),
      }),
      { minItems: 1 },
    ),
    commitment: optional(words('Lời cam đoan')),
    files: optional(list('Giấy tờ kèm theo', words('Giấy tờ'))),
    place: words('Địa danh'),
    date: day('Ngày làm đơn'),
    submitted: optional(moment('Thời điểm nộp')),
    applicant: words('Người làm đơn'),
    enteredBy: optional(words('Người nhập thay')),
  }),
  documentTitle: ({ title }) => title,
  sample: {
    title: 'Tờ khai đăng ký khai sinh',
    procedure: 'Đăng ký khai sinh, mã 1.001193',
    dossier: 'H99.26-261120-0012',
    to: 'Ủy ban nhân dân xã Bến Đò, tỉnh Sông Lam',
    answers: [
      { section: 'I. Người yêu cầu', label: 'Họ, chữ đệm, tên', value: 'Nguyễn Văn Thí Dụ' },
      { section: 'I. Người yêu cầu', label: 'Số định danh cá nhân', value: '001096000002' },
      { section: 'I. Người yêu cầu', label: 'Nơi cư trú', value: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam' },
      { section: 'I. Người yêu cầu', label: 'Quan hệ với người được khai sinh', value: 'Cha' },
      { section: 'II. Người được khai sinh', label: 'Họ, chữ đệm, tên', value: 'Nguyễn Thị Mai Thí Dụ' },
      { section: 'II. Người được khai sinh', label: 'Ngày, tháng, năm sinh', value: '05/10/2026' },
      { section: 'II. Người được khai sinh', label: 'Giới tính', value: 'Nữ' },
      { section: 'II. Người được khai sinh', label: 'Quê quán', value: '' },
      { section: 'III. Đề nghị', label: 'Số bản sao trích lục đề nghị cấp', value: '02' },
    ],
    commitment:
      'Tôi cam đoan nội dung khai trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định của pháp luật và chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.',
    files: [
      'Giấy chứng sinh (02 trang)',
      'Căn cước của người yêu cầu (lấy từ Cơ sở dữ liệu quốc gia về dân cư)',
    ],
    place: 'Bến Đò',
    date: '2026-11-20',
    submitted: '2026-11-20T08:12',
    applicant: 'Nguyễn Văn Thí Dụ',
  },
});
