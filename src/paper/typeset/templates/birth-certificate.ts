import { dateInWords } from '../../../ground/text/number-words.ts';
import { day, group, oneOf, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { sampleCommune } from './certificate-parts.ts';
import { agencyFields, check, checkCode, numberFields, signer } from './parts.ts';

const parent = (title: string) =>
  group(title, {
    name: words('Họ, chữ đệm, tên'),
    birth: optional(words('Năm sinh')),
    ethnicity: optional(words('Dân tộc')),
    nationality: optional(words('Quốc tịch')),
    residence: optional(words('Nơi cư trú')),
  });

/** Giấy khai sinh: the result of birth registration (Law on civil status 60/2014, art. 14; procedure 1.001193). */
export const birthCertificate = shipped({
  key: 'birth-certificate',
  title: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
  law: 'Luật Hộ tịch 60/2014/QH13, Điều 14; Thông tư 04/2020/TT-BTP',
  input: group('Giấy khai sinh', {
    ...agencyFields,
    ...numberFields,
    child: group('Người được khai sinh', {
      name: words('Họ, chữ đệm, tên'),
      birthDate: day('Ngày, tháng, năm sinh'),
      sex: oneOf('Giới tính', ['Nam', 'Nữ']),
      ethnicity: words('Dân tộc'),
      nationality: words('Quốc tịch'),
      birthPlace: words('Nơi sinh'),
      hometown: optional(words('Quê quán')),
      personalId: optional(words('Số định danh cá nhân', { pattern: String.raw`^\d{12}$` })),
    }),
    mother: optional(parent('Người mẹ')),
    father: optional(parent('Người cha')),
    declarant: group('Người đi khai sinh', {
      name: words('Họ, chữ đệm, tên'),
      document: words('Giấy tờ tùy thân'),
    }),
    registration: group('Việc đăng ký', {
      place: words('Nơi đăng ký khai sinh'),
      date: day('Ngày, tháng, năm đăng ký'),
      book: optional(words('Quyển số')),
    }),
    note: optional(words('Ghi chú')),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ child }) => `Giấy khai sinh: ${child.name}`,
  codes: checkCode,
  derived: ({ child }) => ({ birthDateWords: dateInWords(child.birthDate).vi }),
  sample: {
    ...sampleCommune,
    notation: '2026',
    child: {
      name: 'Nguyễn Thị Mai Thí Dụ',
      birthDate: '2026-10-05',
      sex: 'Nữ',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      birthPlace: 'Trung tâm Y tế khu vực Bến Đò, xã Bến Đò, tỉnh Sông Lam',
      hometown: 'Xã Bến Đò, tỉnh Sông Lam',
      personalId: '001326000001',
    },
    mother: {
      name: 'Trần Thị Mẫu',
      birth: '1998',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      residence: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam',
    },
    father: {
      name: 'Nguyễn Văn Thí Dụ',
      birth: '1996',
      ethnicity: 'Kinh',
      nationality: 'Việt Nam',
      residence: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam',
    },
    declarant: {
      name: 'Nguyễn Văn Thí Dụ',
      document: 'Căn cước số 001096000002, do Bộ Công an cấp ngày 12/3/2024',
    },
    registration: {
      place: 'Ủy ban nhân dân xã Bến Đò, tỉnh Sông Lam',
      date: '2026-11-20',
      book: '01/2026',
    },
  },
});
