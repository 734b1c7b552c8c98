import { moneyInWords } from '../../../ground/text/number-words.ts';
import { day, group, optional, whole, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { agencyFields, dateFields, signer } from './parts.ts';

/**
 * Lời chứng chứng thực bản sao từ bản chính: the statement page of a certified electronic copy, with register number,
 * page fee and the hash of the copy it belongs to (Decree 23/2015, art. 20; Decree 45/2020, art. 10).
 */
export const certifiedCopy = shipped({
  key: 'certified-copy',
  title: { vi: 'Lời chứng chứng thực bản sao từ bản chính', en: 'Statement of a certified copy' },
  law: 'Nghị định 23/2015/NĐ-CP, Điều 20; Nghị định 45/2020/NĐ-CP, Điều 10',
  input: group('Lời chứng chứng thực bản sao', {
    ...agencyFields,
    ...dateFields,
    certifier: words('Người thực hiện chứng thực, chức vụ'),
    office: words('Nơi chứng thực'),
    original: group('Bản chính', {
      name: words('Tên giấy tờ'),
      number: optional(words('Số')),
      issuer: optional(words('Nơi cấp')),
      date: optional(day('Ngày cấp')),
    }),
    pages: whole('Số trang', { minimum: 1 }),
    requester: words('Người yêu cầu chứng thực'),
    registerNumber: words('Số chứng thực'),
    book: words('Quyển số'),
    certified: day('Ngày chứng thực'),
    fee: whole('Phí chứng thực (đồng)'),
    sha256: words('Mã băm SHA-256 của bản sao', { pattern: '^[0-9a-f]{64}$' }),
    signer,
  }),
  documentTitle: ({ original }) => `Lời chứng chứng thực bản sao: ${original.name}`,
  derived: ({ fee }) => ({ fee: `${fee.toLocaleString('vi-VN')} đồng (${moneyInWords(fee).vi})` }),
  sample: {
    superior: 'Tỉnh Sông Lam',
    agency: 'Ủy ban nhân dân xã Bến Đò',
    place: 'Bến Đò',
    date: '2026-11-20',
    certifier: 'Tôi, Lê Ví Dụ, Phó Chủ tịch',
    office: 'Ủy ban nhân dân xã Bến Đò, tỉnh Sông Lam',
    original: {
      name: 'Bằng tốt nghiệp đại học của bà Trần Thị Mẫu',
      number: '000001',
      issuer: 'Trường Đại học Thí Dụ',
      date: '2021-06-30',
    },
    pages: 3,
    requester: 'Trần Thị Mẫu, căn cước số 001199000003',
    registerNumber: '1024',
    book: '02/2026',
    certified: '2026-11-20',
    fee: 5000,
    sha256: '9f2c4a71e0b35d18a6c40f97b2de8315c07a94e6d15b28f3460c9ade7f1b5c2d',
    signer: { authority: ['KT. CHỦ TỊCH'], post: 'PHÓ CHỦ TỊCH', name: 'Lê Ví Dụ', seal: 35 },
  },
});
