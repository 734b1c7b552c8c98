/** Sample answers: births, marriages and the register of civil status. */
import type { Scenario } from '../answers.ts';
import { file, lamMau, songMau, truth, viDu } from './people.ts';

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
];
