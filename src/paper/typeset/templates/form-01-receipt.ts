import { group, list, moment, optional, whole, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { applicant, formHead, FORMS_LAW, sampleApplicant, sampleHead } from './one-stop.ts';
import { dossierCodes } from './parts.ts';

/** Form 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả, given only after acceptance. It is not a fee receipt. */
export const receiptForm = shipped({
  key: 'form-01-receipt',
  title: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Acceptance slip with the date of the result' },
  law: `${FORMS_LAW}, Mẫu số 01`,
  input: group('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', {
    ...formHead,
    decidedBy: optional(words('Cơ quan giải quyết, khi hồ sơ được tiếp nhận ở nơi khác')),
    applicant,
    submitter: optional(words('Người nộp')),
    enteredBy: optional(words('Người nhập thay, khi nộp tại quầy')),
    vaultConsent: optional(words('Người nộp đồng ý cho tìm giấy tờ trong kho, khi nộp tại quầy')),
    procedure: words('Nội dung yêu cầu giải quyết'),
    components: list(
      'Thành phần hồ sơ',
      group('Thành phần', {
        name: words('Tên thành phần'),
        original: optional(whole('Số bản chính')),
        certified: optional(whole('Số bản chứng thực')),
        photocopy: optional(whole('Số bản chụp')),
        electronic: optional(whole('Số bản điện tử')),
        trace: optional(words('Số trang và mã băm của tệp')),
      }),
    ),
    sets: whole('Số lượng hồ sơ (bộ)', { minimum: 1 }),
    allowance: words('Thời gian giải quyết theo quy định'),
    received: moment('Thời gian nhận hồ sơ'),
    due: moment('Thời gian trả kết quả'),
    dueExplanation: optional(words('Cách tính ngày hẹn')),
    secondDue: optional(moment('Thời gian trả kết quả giai đoạn 2')),
    pickup: words('Nơi đăng ký nhận kết quả'),
    book: optional(words('Quyển số')),
    entry: optional(words('Số thứ tự')),
    receiver: words('Họ tên người tiếp nhận'),
  }),
  documentTitle: ({ dossier }) => `Giấy tiếp nhận hồ sơ và hẹn trả kết quả: ${dossier}`,
  codes: dossierCodes,
  sample: {
    ...sampleHead,
    applicant: sampleApplicant,
    procedure: 'Đăng ký khai sinh (mã thủ tục 1.001193)',
    components: [
      {
        name: 'Tờ khai đăng ký khai sinh',
        electronic: 1,
        trace: '02 trang; SHA-256: 9f2c4a71e0b35d18…c7',
      },
      { name: 'Giấy chứng sinh do cơ sở y tế cấp', original: 1, electronic: 1 },
      { name: 'Căn cước của người đi khai sinh (xuất trình)', photocopy: 1 },
    ],
    sets: 1,
    allowance: 'trong ngày làm việc; nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
    received: '2026-11-20T08:30',
    due: '2026-11-20T16:30',
    dueExplanation: 'Tính từ 08 giờ 30 phút ngày 20/11/2026, thời hạn 01 ngày làm việc',
    pickup: 'Kho dữ liệu điện tử cá nhân và Trung tâm Phục vụ hành chính công xã Bến Đò',
    book: '01/2026',
    entry: '128',
    receiver: 'Trần Thị Mẫu',
  },
});
