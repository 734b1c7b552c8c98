import { group, list, optional, whole, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { check, checkCode, headFields, labelled, recipients, signer } from './parts.ts';

/** Giấy phép xây dựng with its second page of duties (Law on construction 50/2014, art. 90; Decree 175/2024). */
export const constructionPermit = shipped({
  key: 'construction-permit',
  title: { vi: 'Giấy phép xây dựng', en: 'Construction permit' },
  law: 'Luật Xây dựng 50/2014/QH13, Điều 90; Nghị định 175/2024/NĐ-CP',
  input: group('Giấy phép xây dựng', {
    ...headFields,
    work: words('Loại giấy phép, công trình'),
    owner: group('Chủ đầu tư', {
      name: words('Tên'),
      address: words('Địa chỉ'),
      document: optional(words('Giấy tờ')),
    }),
    building: group('Công trình', {
      name: words('Tên công trình'),
      design: words('Thiết kế'),
      designer: optional(words('Đơn vị lập thiết kế')),
      location: words('Vị trí xây dựng'),
      groundLevel: optional(words('Cốt nền')),
      density: optional(words('Mật độ xây dựng')),
      figures: list('Chỉ tiêu', labelled, { minItems: 1 }),
    }),
    landTitle: words('Giấy tờ về quyền sử dụng đất'),
    startWithinMonths: whole('Thời hạn khởi công (tháng)', { minimum: 1 }),
    duties: list('Nội dung chủ đầu tư phải thực hiện', words('Nội dung'), { minItems: 1 }),
    recipients: optional(recipients),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ owner }) => `Giấy phép xây dựng: ${owner.name}`,
  codes: checkCode,
  sample: {
    superior: 'Tỉnh Sông Lam',
    agency: 'Ủy ban nhân dân xã Bến Đò',
    notation: 'GPXD',
    place: 'Bến Đò',
    work: 'Sử dụng cho nhà ở riêng lẻ',
    owner: {
      name: 'Ông Nguyễn Văn Thí Dụ và bà Trần Thị Mẫu',
      address: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam',
      document: 'Căn cước số 001096000002',
    },
    building: {
      name: 'Nhà ở riêng lẻ',
      design: 'Hồ sơ thiết kế số 07/2026/TK-VD',
      designer: 'Công ty TNHH Thiết kế Ví Dụ',
      location: 'Thửa đất số 123, tờ bản đồ số 15, thôn Thượng, xã Bến Đò, tỉnh Sông Lam',
      groundLevel: '+0,45 m so với cốt vỉa hè',
      density: '78%',
      figures: [
        { label: 'Diện tích xây dựng (tầng một)', value: '96,5 m²' },
        { label: 'Tổng diện tích sàn', value: '285,0 m²' },
        { label: 'Chiều cao công trình; số tầng', value: '11,70 m; 03 tầng' },
        { label: 'Chỉ giới đường đỏ, chỉ giới xây dựng', value: 'Trùng nhau, theo mốc M3 đến M4' },
      ],
    },
    landTitle: 'Giấy chứng nhận quyền sử dụng đất số AA 000001, cấp ngày 05/6/2020',
    startWithinMonths: 12,
    duties: [
      'Phải hoàn toàn chịu trách nhiệm trước pháp luật nếu xâm phạm các quyền hợp pháp của các chủ sở hữu liền kề.',
      'Phải thực hiện đúng các quy định của pháp luật về đất đai, về đầu tư xây dựng và Giấy phép xây dựng này.',
      'Phải gửi văn bản thông báo ngày khởi công cho cơ quan cấp phép xây dựng trước khi khởi công xây dựng công trình.',
      'Xuất trình Giấy phép xây dựng cho cơ quan có thẩm quyền khi được yêu cầu và treo biển báo tại địa điểm xây dựng.',
      'Khi điều chỉnh thiết kế làm thay đổi nội dung Giấy phép xây dựng thì phải đề nghị điều chỉnh giấy phép và chờ quyết định của cơ quan cấp giấy phép.',
    ],
    recipients: ['Như mục 1', 'Lưu: VT, KT'],
    check: 'https://dichvucong.songlam.example/xac-minh/2B6N8X',
    signer: { authority: ['TM. ỦY BAN NHÂN DÂN'], post: 'CHỦ TỊCH', name: 'Lê Ví Dụ', seal: 35 },
  },
});
