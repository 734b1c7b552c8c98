/** What the seven forms of the one-stop service share (circular 03/2025/TT-VPCP, annex I). */
import { day, group, optional, words } from '../fields.ts';

export const FORMS_LAW = 'Thông tư 03/2025/TT-VPCP, Phụ lục I';

/** Who issues a form, where and when. */
export const unitHead = {
  agency: words('Tên cơ quan'),
  unit: words('Tên Bộ phận Một cửa'),
  place: words('Địa danh'),
  date: optional(day('Ngày lập')),
};

/** The head of a form of one dossier: its number, and the code of the dossier in words and in both drawn codes. */
export const formHead = {
  ...unitHead,
  number: optional(words('Số')),
  notation: optional(words('Ký hiệu')),
  dossier: words('Mã hồ sơ', { pattern: String.raw`^[ -~]+$` }),
  lookup: optional(words('Địa chỉ tra cứu hồ sơ')),
};

/** How a letter speaks to them: “ông/bà” when nothing else is said. */
const you = optional(words('Cách xưng hô'));

const applicantFacts = {
  name: words('Họ tên cá nhân hoặc tên tổ chức'),
  address: optional(words('Địa chỉ')),
  phone: optional(words('Số điện thoại')),
  email: optional(words('Email')),
  document: optional(words('Số giấy tờ')),
};

/** The person or organisation whose dossier it is. */
export const applicant = group('Người nộp hồ sơ', applicantFacts);

/** The same, on a form that speaks to them. */
export const spokenTo = group('Người nộp hồ sơ', { ...applicantFacts, you });

/** Whom a letter-like form is addressed to. */
export const addressee = group('Kính gửi', {
  name: words('Họ tên cá nhân hoặc tên tổ chức'),
  address: optional(words('Địa chỉ')),
  you,
});

export const sampleUnit = {
  agency: 'Ủy ban nhân dân xã Bến Đò',
  unit: 'Trung tâm Phục vụ hành chính công',
  place: 'Bến Đò',
  date: '2026-11-20',
};

export const sampleHead = {
  ...sampleUnit,
  number: '0128',
  notation: 'TTPVHCC',
  dossier: 'H99.26-261120-0012',
  lookup: 'https://dichvucong.songlam.example/tra-cuu/H99.26-261120-0012',
};

export const sampleApplicant = {
  name: 'Nguyễn Văn Thí Dụ',
  address: 'Thôn Thượng, xã Bến Đò, tỉnh Sông Lam',
  phone: '0900 000 001',
  email: 'thi.du@songlam.example',
  document: '001096000002',
};

export const sampleAddressee = { name: sampleApplicant.name, address: sampleApplicant.address };
