import { moneyInWords } from '../../../ground/text/number-words.ts';
import { day, group, list, optional, whole, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { civilPerson, sampleMan } from './certificate-parts.ts';
import { check, checkCode, headFields, signer } from './parts.ts';

/** Giấy chứng nhận đăng ký hộ kinh doanh (Decree 168/2025, household business registration). */
export const householdBusiness = shipped({
  key: 'household-business',
  title: { vi: 'Giấy chứng nhận đăng ký hộ kinh doanh', en: 'Household business registration certificate' },
  law: 'Nghị định 168/2025/NĐ-CP về đăng ký doanh nghiệp',
  input: group('Giấy chứng nhận đăng ký hộ kinh doanh', {
    ...headFields,
    code: words('Mã số hộ kinh doanh'),
    firstRegistered: day('Đăng ký lần đầu'),
    changes: optional(whole('Số lần đăng ký thay đổi')),
    changed: optional(day('Ngày đăng ký thay đổi lần gần nhất')),
    name: words('Tên hộ kinh doanh'),
    foreignName: optional(words('Tên bằng tiếng nước ngoài')),
    address: words('Trụ sở'),
    phone: optional(words('Điện thoại')),
    email: optional(words('Thư điện tử')),
    trades: list(
      'Ngành, nghề kinh doanh',
      group('Ngành, nghề', { code: words('Mã ngành'), name: words('Tên ngành') }),
      { minItems: 1 },
    ),
    capital: whole('Vốn kinh doanh (đồng)'),
    owner: civilPerson('Chủ hộ kinh doanh'),
    members: optional(
      list(
        'Thành viên hộ gia đình',
        group('Thành viên', {
          name: words('Họ và tên'),
          birthDate: day('Ngày sinh'),
          personalId: words('Số định danh cá nhân'),
        }),
      ),
    ),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ name }) => `Giấy chứng nhận đăng ký hộ kinh doanh: ${name}`,
  codes: checkCode,
  derived: ({ capital }) => ({
    capital: `${capital.toLocaleString('vi-VN')} đồng (${moneyInWords(capital).vi})`,
  }),
  sample: {
    superior: 'UBND xã Bến Đò',
    agency: 'Phòng Kinh tế',
    notation: 'GCN-HKD',
    place: 'Bến Đò',
    code: '990000000001',
    firstRegistered: '2026-11-20',
    name: 'Hộ kinh doanh Thí Dụ Bến Đò',
    address: 'Số 12, chợ Bến Đò, xã Bến Đò, tỉnh Sông Lam',
    phone: '0900 000 001',
    trades: [
      { code: '4711', name: 'Bán lẻ tổng hợp trong siêu thị mini' },
      { code: '5610', name: 'Nhà hàng và các dịch vụ ăn uống phục vụ lưu động' },
    ],
    capital: 150_000_000,
    owner: { ...sampleMan, sex: 'Nam' },
    members: [{ name: 'Trần Thị Mẫu', birthDate: '1999-03-08', personalId: '001199000003' }],
    check: 'https://dichvucong.songlam.example/xac-minh/9H4R1C',
    signer: { post: 'TRƯỞNG PHÒNG', name: 'Lê Ví Dụ' },
  },
});
