/** Parts of the certificates of civil status. */
import { day, group, optional, words } from '../fields.ts';

const personFields = {
  name: words('Họ, chữ đệm, tên'),
  birthDate: day('Ngày, tháng, năm sinh'),
  ethnicity: words('Dân tộc'),
  nationality: words('Quốc tịch'),
  residence: words('Nơi cư trú'),
  document: words('Giấy tờ tùy thân'),
};

/** A spouse: the form says by its label who is who. */
export const spouse = (title: string) => group(title, personFields);

/** The holder of a certificate. */
export const civilPerson = (title: string) =>
  group(title, { ...personFields, sex: optional(words('Giới tính')) });

export const sampleWoman = {
  name: 'Trần Thị Mẫu',
  birthDate: '1999-03-08',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  residence: 'Thôn Hạ, xã Bến Đò, tỉnh Sông Lam',
  document: 'Căn cước số 001199000003, do Bộ Công an cấp ngày 15/4/2024',
};

export const sampleMan = {
  name: 'Nguyễn Văn Thí Dụ',
  birthDate: '1996-07-19',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  residence: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam',
  document: 'Căn cước số 001096000002, do Bộ Công an cấp ngày 12/3/2024',
};

export const sampleCommune = {
  superior: 'Tỉnh Sông Lam',
  agency: 'Ủy ban nhân dân xã Bến Đò',
  check: 'https://dichvucong.songlam.example/xac-minh/7K2M9Q',
  signer: { authority: ['KT. CHỦ TỊCH'], post: 'PHÓ CHỦ TỊCH', name: 'Lê Ví Dụ', seal: 35 },
};
