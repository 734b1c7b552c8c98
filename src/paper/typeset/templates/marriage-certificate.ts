import { day, group, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { sampleCommune, sampleMan, sampleWoman, spouse } from './certificate-parts.ts';
import { agencyFields, check, checkCode, numberFields, signer } from './parts.ts';

/** Giấy chứng nhận kết hôn: the result of marriage registration (Law on civil status 60/2014, art. 17). */
export const marriageCertificate = shipped({
  key: 'marriage-certificate',
  title: { vi: 'Giấy chứng nhận kết hôn', en: 'Marriage certificate' },
  law: 'Luật Hộ tịch 60/2014/QH13, Điều 17; Thông tư 04/2020/TT-BTP',
  input: group('Giấy chứng nhận kết hôn', {
    ...agencyFields,
    ...numberFields,
    wife: spouse('Người vợ'),
    husband: spouse('Người chồng'),
    registration: group('Việc đăng ký', {
      place: words('Nơi đăng ký kết hôn'),
      date: day('Ngày, tháng, năm đăng ký'),
    }),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ wife, husband }) => `Giấy chứng nhận kết hôn: ${wife.name} và ${husband.name}`,
  codes: checkCode,
  sample: {
    ...sampleCommune,
    notation: '2026',
    wife: sampleWoman,
    husband: sampleMan,
    registration: { place: 'Ủy ban nhân dân xã Bến Đò, tỉnh Sông Lam', date: '2026-11-20' },
  },
});
