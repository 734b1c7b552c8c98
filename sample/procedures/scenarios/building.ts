/** Sample answers: building, land, trees. */
import type { Scenario } from '../answers.ts';
import { applicant, file, only, songMau, truth, viDu } from './people.ts';

const owner = only(
  applicant(viDu),
  'applicantName',
  'applicantNumber',
  'applicantResidence',
  'applicantPhone',
  'applicantEmail',
);

const land = {
  sheet: 15,
  parcel: 123,
  area: 120.5,
  place: { place: songMau.place, commune: songMau.commune, detail: 'Tổ 3' },
  certificate: 'AA 00000123',
};

export const buildingScenarios: readonly Scenario[] = [
  {
    procedure: '1.013225',
    name: 'House of three storeys beside a neighbour',
    answers: {
      ...owner,
      land,
      managedArea: false,
      floors: 3,
      height: 11.7,
      footprint: 96.5,
      floorArea: 285,
      groundLevel: 'Cao hơn vỉa hè 0,45 m',
      setback: 'Trùng chỉ giới đường đỏ',
      adjoining: true,
      fireReview: false,
      designName: 'Hồ sơ thiết kế số 07/2026/TK-VD',
      designer: { name: 'Công ty TNHH Thiết kế Ví Dụ' },
      drawings: file('ban-ve-thiet-ke.pdf'),
      neighbourSafety: file('cam-ket-nha-lien-ke.pdf'),
      ...truth,
    },
    found: {},
  },
];
