import { day, group, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { civilPerson, sampleCommune, sampleWoman } from './certificate-parts.ts';
import { check, checkCode, headFields, signer } from './parts.ts';

/** Giấy xác nhận tình trạng hôn nhân: valid six months, for one purpose (Decree 123/2015, art. 21 to 23). */
export const maritalStatus = shipped({
  key: 'marital-status',
  title: { vi: 'Giấy xác nhận tình trạng hôn nhân', en: 'Confirmation of marital status' },
  law: 'Nghị định 123/2015/NĐ-CP, Điều 21 đến 23',
  input: group('Giấy xác nhận tình trạng hôn nhân', {
    ...headFields,
    authority: words('Cơ quan xác nhận'),
    requester: group('Người đề nghị', {
      name: words('Họ, chữ đệm, tên'),
      relation: optional(words('Quan hệ với người được cấp')),
    }),
    person: civilPerson('Người được cấp'),
    period: optional(words('Nơi và thời gian đã cư trú')),
    status: words('Tình trạng hôn nhân'),
    purpose: words('Mục đích sử dụng'),
    validUntil: day('Có giá trị đến hết ngày'),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ person }) => `Giấy xác nhận tình trạng hôn nhân: ${person.name}`,
  codes: checkCode,
  sample: {
    ...sampleCommune,
    place: 'Bến Đò',
    notation: 'UBND-XNTTHN',
    authority: 'Ủy ban nhân dân xã Bến Đò',
    requester: { name: 'Trần Thị Mẫu' },
    person: { ...sampleWoman, sex: 'Nữ' },
    status: 'Chưa đăng ký kết hôn với ai',
    purpose: 'đăng ký kết hôn với ông Nguyễn Văn Thí Dụ, căn cước số 001096000002',
    validUntil: '2027-05-20',
  },
});
