import { day, group, list, optional, whole, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { formHead, FORMS_LAW, sampleHead, sampleUnit, unitHead } from './one-stop.ts';

/** Form 07: Sổ theo dõi hồ sơ, the register of a one-stop unit for a span of days. It is not a fee receipt. */
export const registerForm = shipped({
  key: 'form-07-register',
  title: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  law: `${FORMS_LAW}, Mẫu số 07`,
  input: group('Sổ theo dõi hồ sơ', {
    ...unitHead,
    from: day('Từ ngày'),
    to: day('Đến ngày'),
    entries: list(
      'Các hồ sơ',
      group('Hồ sơ', {
        dossier: formHead.dossier,
        procedure: words('Tên thủ tục hành chính'),
        sets: whole('Số lượng hồ sơ (bộ)'),
        applicant: words('Họ tên, địa chỉ, số điện thoại'),
        lead: words('Cơ quan chủ trì'),
        received: day('Ngày nhận'),
        due: optional(day('Ngày hẹn trả')),
        returned: optional(day('Ngày trả')),
        intake: words('Phương thức nhận'),
        delivery: optional(words('Phương thức trả')),
        signed: optional(words('Ký nhận')),
        note: optional(words('Ghi chú')),
      }),
    ),
  }),
  sample: {
    ...sampleUnit,
    from: '2026-11-16',
    to: '2026-11-20',
    entries: [
      {
        dossier: sampleHead.dossier,
        procedure: 'Đăng ký khai sinh',
        sets: 1,
        applicant: 'Nguyễn Văn Thí Dụ, thôn Thượng, 0900 000 001',
        lead: 'UBND xã Bến Đò',
        received: '2026-11-20',
        due: '2026-11-20',
        returned: '2026-11-20',
        intake: 'Trực tuyến',
        delivery: 'Trực tuyến',
      },
      {
        dossier: 'H99.26-261102-0007',
        procedure: 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
        sets: 1,
        applicant: 'Trần Thị Mẫu, thôn Hạ, 0900 000 002',
        lead: 'Phòng Kinh tế',
        received: '2026-11-02',
        due: '2026-11-23',
        intake: 'Tại quầy',
        note: 'Bổ sung 01 lần; hẹn đầu 18/11/2026',
      },
    ],
  },
});
