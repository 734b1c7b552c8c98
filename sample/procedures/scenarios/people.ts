/** Obviously invented people, places and files that the sample answers are made of. */
import type { Address, FileReference, Organisation, Person } from '../../../src/work/forms/index.ts';

export const songMau: Address = {
  place: 'Phường Sông Mẫu, Tỉnh Sông Lam',
  commune: 'SL001',
  detail: 'Số 12 ngõ 3 đường Thí Dụ',
};

export const thiDu: Address = {
  place: 'Phường Thí Dụ, Tỉnh Sông Lam',
  commune: 'SL004',
  detail: 'Số 45 đường Ví Dụ',
};

const vietnamese = { ethnicity: 'Kinh', nationality: 'Việt Nam' } as const;

/** A man and a woman of the sample province, as a form keeps a person. */
export const viDu = {
  name: 'Nguyễn Văn Ví Dụ',
  birth: '1990-03-14',
  sex: 'male',
  personalNumber: '099090000137',
  ...vietnamese,
  residence: songMau,
} as const satisfies Person;

export const lamMau = {
  name: 'Trần Thị Làm Mẫu',
  birth: '1992-08-21',
  sex: 'female',
  personalNumber: '099192000174',
  ...vietnamese,
  residence: songMau,
} as const satisfies Person;

/** The person who applies, as the account gives them. */
export const applicant = ({
  name,
  birth,
  sex,
  personalNumber,
  ethnicity,
  nationality,
  residence,
}: Person) => ({
  applicantName: name,
  applicantNumber: personalNumber,
  applicantBorn: birth,
  applicantSex: sex,
  applicantEthnicity: ethnicity,
  applicantNationality: nationality,
  applicantResidence: residence,
  applicantPhone: '0991000137',
  applicantEmail: 'nguyen-van-vi-du@vidu.example',
});

/** Only these of the answers above. */
export const only = <Answers extends object, Name extends keyof Answers>(
  answers: Answers,
  ...names: readonly Name[]
): Pick<Answers, Name> =>
  Object.fromEntries(names.map((name) => [name, answers[name]])) as Pick<Answers, Name>;

const contact = ['applicantPhone', 'applicantEmail'] as const;

/** Name, number and contact of the person who applies. */
export const briefly = (person: Person) =>
  only(applicant(person), 'applicantName', 'applicantNumber', ...contact);

/** A company and a household business, as the business register gives them. */
export const company = {
  name: 'Công ty TNHH Thí Dụ Xanh',
  taxCode: '9900000016',
  address: thiDu,
  representative: 'Phạm Văn Giả Định',
} as const satisfies Organisation;

export const household = {
  name: 'Hộ kinh doanh Tạp hóa Ví Dụ',
  taxCode: viDu.personalNumber,
  address: songMau,
  representative: viDu.name,
} as const satisfies Organisation;

/** A file that has been checked. */
export const file = (name: string): readonly FileReference[] => [
  {
    id: `00000000-0000-4000-8000-${[...name].length.toString().padStart(12, '0')}`,
    name,
    size: 120_000,
    state: 'checked',
  },
];

export const truth = { truth: true } as const;
