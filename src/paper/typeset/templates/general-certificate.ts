import { group, list, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { check, checkCode, headFields, labelled, recipients, signer } from './parts.ts';

/**
 * Giấy phép, giấy chứng nhận, chứng chỉ of any procedure without a form of its own: title, legal bases, facts of the
 * holder, conditions, validity. Laid out as a named document (Decree 30/2020, annex I).
 */
export const generalCertificate = shipped({
  key: 'general-certificate',
  title: { vi: 'Giấy phép, giấy chứng nhận', en: 'Licence or certificate' },
  law: 'Nghị định 30/2020/NĐ-CP, Phụ lục I; luật chuyên ngành',
  input: group('Giấy phép, giấy chứng nhận', {
    ...headFields,
    title: words('Tên giấy', { maxLength: 120 }),
    subtitle: optional(words('Nội dung chứng nhận')),
    authority: optional(words('Thẩm quyền ban hành')),
    bases: list('Căn cứ pháp lý', words('Căn cứ')),
    decides: optional(words('Lời quyết định, ví dụ CHỨNG NHẬN:')),
    opening: optional(words('Câu mở đầu')),
    sections: list(
      'Nội dung',
      group('Phần', {
        title: optional(words('Tiêu đề')),
        facts: optional(list('Thông tin', labelled)),
        table: optional(
          group('Bảng', {
            head: list('Đầu bảng', words('Tên cột'), { minItems: 1 }),
            rows: list('Các dòng', list('Dòng', words('Ô', { minLength: 0 }))),
          }),
        ),
        paragraphs: optional(list('Đoạn văn', words('Đoạn'))),
      }),
      { minItems: 1 },
    ),
    conditionsTitle: optional(words('Tiêu đề phần điều kiện')),
    conditions: list('Điều kiện', words('Điều kiện')),
    validity: optional(words('Thời hạn hiệu lực')),
    recipients: optional(recipients),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ title, subtitle }) => [title, subtitle].filter((part) => part !== undefined).join(' '),
  codes: checkCode,
  sample: {
    superior: 'Ủy ban nhân dân tỉnh Sông Lam',
    agency: 'Sở Công Thương',
    notation: 'GP-SCT',
    place: 'Sông Lam',
    title: 'Giấy phép bán buôn rượu',
    authority: 'Giám đốc Sở Công Thương',
    bases: [
      'Căn cứ Nghị định số 105/2017/NĐ-CP ngày 14 tháng 9 năm 2017 của Chính phủ về kinh doanh rượu',
      'Căn cứ hồ sơ đề nghị cấp giấy phép của Công ty TNHH Thí Dụ Sông Lam',
      'Theo đề nghị của Trưởng phòng Quản lý thương mại',
    ],
    decides: 'Cho phép:',
    sections: [
      {
        title: 'Điều 1. Tổ chức được cấp phép',
        facts: [
          { label: 'Tên doanh nghiệp', value: 'Công ty TNHH Thí Dụ Sông Lam' },
          { label: 'Mã số doanh nghiệp', value: '9900000001' },
          { label: 'Trụ sở', value: 'Số 1, đường Bờ Sông, phường Cửa Sông, tỉnh Sông Lam' },
          { label: 'Người đại diện theo pháp luật', value: 'Trần Thị Mẫu' },
        ],
      },
      {
        title: 'Điều 2. Phạm vi',
        table: {
          head: ['TT', 'Nhà cung cấp', 'Loại rượu'],
          rows: [
            ['1', 'Cơ sở rượu Ví Dụ', 'Rượu trắng dưới 40 độ'],
            ['2', 'Hợp tác xã Làng Mẫu', 'Rượu vang nho'],
          ],
        },
      },
    ],
    conditionsTitle: 'Điều 3. Điều kiện',
    conditions: [
      'Chỉ bán cho thương nhân có giấy phép bán lẻ rượu hoặc giấy phép bán rượu tiêu dùng tại chỗ.',
      'Báo cáo tình hình kinh doanh trước ngày 20 tháng 01 hằng năm.',
    ],
    validity: '05 năm, từ ngày 20/11/2026 đến hết ngày 19/11/2031',
    recipients: ['Công ty TNHH Thí Dụ Sông Lam', 'Chi cục Quản lý thị trường', 'Lưu: VT, QLTM'],
    check: 'https://dichvucong.songlam.example/xac-minh/3J8T5W',
    signer: { authority: ['KT. GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Lê Ví Dụ' },
  },
});
