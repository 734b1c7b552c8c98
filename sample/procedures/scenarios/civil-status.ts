/** Sample answers: births, marriages and the register of civil status. */
import type { Scenario } from '../answers.ts';
import { applicant, briefly, file, lamMau, songMau, thiDu, truth, viDu } from './people.ts';

const parent = ({
  name,
  birth,
  personalNumber,
  ethnicity,
  nationality,
  residence,
}: typeof viDu | typeof lamMau) => ({
  name,
  birth,
  personalNumber,
  ethnicity,
  nationality,
  residence,
});

const declarant = {
  declarantName: viDu.name,
  declarantNumber: viDu.personalNumber,
  applicantPhone: '0991000137',
  applicantEmail: 'nguyen-van-vi-du@vidu.example',
  declarantRelation: 'father',
};

const child = {
  childName: 'Nguyễn An Ví Dụ',
  childBorn: '2026-11-15',
  birthPlace: 'Bệnh viện Đa khoa Mẫu, phường Sông Mẫu, tỉnh Sông Lam',
  childSex: 'Nữ',
  childEthnicity: 'Kinh',
  hometown: 'Phường Sông Mẫu, tỉnh Sông Lam',
};

const registered = { personalNumber: '099326000200', book: '01/2026' };

const birth = {
  ...declarant,
  birthProof: 'notification',
  surrogacy: false,
  ...child,
  mother: parent(lamMau),
  fatherNamed: true,
  father: parent(viDu),
  confirmed: true,
  ...truth,
};

export const civilStatusScenarios: readonly Scenario[] = [
  {
    procedure: '1.001193',
    name: 'Born in hospital, the notification is known',
    answers: { ...birth, copies: 2 },
    found: registered,
  },
  {
    procedure: '1.001193',
    name: 'Born at home, only the mother is named, a witness states the birth',
    answers: {
      ...declarant,
      declarantName: lamMau.name,
      declarantNumber: lamMau.personalNumber,
      declarantRelation: 'mother',
      birthProof: 'witness',
      ...child,
      birthPlace: songMau.place,
      mother: parent(lamMau),
      fatherNamed: false,
      witnessStatement: file('van-ban-nguoi-lam-chung.pdf'),
      confirmed: true,
      ...truth,
    },
    found: registered,
  },
  {
    procedure: '1.001193',
    name: 'Abandoned child, nothing is known of the parents',
    answers: {
      ...declarant,
      declarantRelation: 'carer',
      birthProof: 'abandoned',
      ...child,
      childName: 'Nguyễn Thị Mẫu',
      abandonedRecord: file('bien-ban-tre-bi-bo-roi.pdf'),
      confirmed: true,
      ...truth,
    },
    found: registered,
  },
  {
    procedure: '2.002621',
    name: 'The child lives with a grandfather who heads the household',
    answers: {
      ...birth,
      livesWith: 'other',
      childResidence: thiDu,
      householder: 'other',
      head: { name: 'Nguyễn Văn Thí Dụ Lớn', personalNumber: '099058000248' },
      relationToHead: 'Cháu nội',
      facility: 'Trạm Y tế phường Thí Dụ',
      card: 'electronic',
      householderConsent: file('y-kien-chu-ho.pdf'),
    },
    found: registered,
  },
  {
    procedure: '1.004222',
    name: 'The child lives with its mother, who heads the household',
    answers: {
      ...declarant,
      ...child,
      childNumber: registered.personalNumber,
      mother: parent(lamMau),
      fatherNamed: true,
      father: parent(viDu),
      livesWith: 'mother',
      householder: 'parent',
      ...truth,
    },
    found: { residence: songMau.place },
  },
  {
    procedure: '1.002535',
    name: 'An electronic card for a newborn',
    answers: {
      ...declarant,
      ...child,
      childNumber: registered.personalNumber,
      facility: 'Trạm Y tế phường Sông Mẫu',
      card: 'electronic',
      ...truth,
    },
    found: { cardNumber: 'TE1990326000200' },
  },
  {
    procedure: '2.000815',
    name: 'Three copies of a diploma',
    answers: {
      ...briefly(lamMau),
      originalName: 'Bằng tốt nghiệp đại học',
      originalNumber: '000001',
      originalIssuer: 'Trường Đại học Thí Dụ',
      originalDate: '2014-06-30',
      pages: 3,
      copies: 3,
    },
    found: {
      registerNumber: '1024',
      book: '02/2026',
      fee: 15_000,
      copyHash: '9f2c4a71e0b35d18a6c40f97b2de8315c07a94e6d15b28f3460c9ade7f1b5c2d',
    },
  },
  {
    procedure: '1.000894',
    name: 'Both marry for the first time',
    answers: {
      wife: parent(lamMau),
      wifeBefore: 'never',
      husband: parent(viDu),
      husbandBefore: 'never',
      applicantPhone: '0991000137',
      signingDay: '2026-11-27',
      copies: 1,
      free: true,
      ...truth,
    },
    found: {},
  },
  {
    procedure: '1.004873',
    name: 'A divorced woman wants to sell her house',
    answers: {
      ...applicant(lamMau),
      maritalStatus: 'divorced',
      endOfMarriage: 'Quyết định số 00/2020/QĐST-HNGĐ ngày 01/02/2020 của Tòa án nhân dân Mẫu',
      purpose: 'property',
      purposeDetail: 'chuyển nhượng căn nhà số 12 ngõ 3 đường Thí Dụ',
      again: false,
      ...truth,
    },
    found: {},
  },
  {
    procedure: '2.000635',
    name: 'A man asks for his own birth extract',
    answers: {
      ...briefly(viDu),
      event: 'khai sinh',
      forWhom: 'self',
      entryName: viDu.name,
      entryPlace: 'Phường Sông Mẫu, tỉnh Sông Lam',
      copies: 2,
      ...truth,
    },
    found: {
      entryPerson: {
        personalNumber: viDu.personalNumber,
        born: viDu.birth,
        sex: 'Nam',
        ethnicity: 'Kinh',
        nationality: 'Việt Nam',
        particulars: 'Cha: Nguyễn Văn Thí Dụ Lớn; mẹ: Lê Thị Mẫu Mực',
      },
      entry: {
        place: 'Ủy ban nhân dân phường Sông Mẫu, tỉnh Sông Lam',
        number: '21/1990',
        date: '1990-03-20',
      },
    },
  },
  {
    procedure: '1.004859',
    name: 'The birth year of the mother is wrong',
    answers: {
      ...applicant(viDu),
      paperKind: 'birth',
      entryName: 'Nguyễn Minh Ví Dụ',
      paperNumber: '77/2019',
      kind: 'correct',
      before: 'Năm sinh của mẹ: 1991',
      after: 'Năm sinh của mẹ: 1992',
      reason: 'Người ghi sổ viết nhầm; thẻ căn cước của mẹ ghi năm 1992.',
      evidencePaper: file('can-cu-sua.pdf'),
      ...truth,
    },
    found: { registerNumber: '05/2026' },
  },
];
