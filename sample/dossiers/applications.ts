/** What people of the sample province apply for, on forms that need no file: what a register knows of them, and a few words. */
import type { Answers, Person } from '../../src/work/forms/index.ts';
import { applicant as applicantOf, truth } from '../procedures/scenarios/people.ts';
import { readSample, samplePlaces } from '../province/load.ts';
import type { SamplePerson } from '../province/schema.ts';

/** A form filled in by a person, by slug. */
export type Application = {
  readonly procedure: string;
  readonly applicant: string;
  readonly answers: Answers;
};

const { people } = readSample();
const places = samplePlaces().units.filter(({ level, to }) => level === 'commune' && to === null);

/** Names of the ethnic groups of the sample, by their national code. */
const ethnicities: Readonly<Record<string, string>> = {
  '01': 'Kinh',
  '02': 'Tày',
  '03': 'Thái',
  '12': 'Ê-đê',
};

/** A person of the sample by slug. Throws when there is none. */
export function samplePersonOf(slug: string): SamplePerson {
  const found = people.find((one) => one.slug === slug);
  if (!found) throw new Error(`No sample person ${slug}`);
  return found;
}

/** As a form keeps a person. */
function formPerson(slug: string): Person {
  const { name, born, sex, number, ethnicity, commune, address } = samplePersonOf(slug);
  const place = places.find(({ code }) => code === commune);
  return {
    name,
    birth: born,
    sex,
    ...(number && { personalNumber: number }),
    ethnicity: ethnicities[ethnicity ?? ''] ?? '',
    nationality: 'Việt Nam',
    residence: { place: `${place?.fullName ?? ''}, Tỉnh Sông Lam`, commune, detail: address },
  };
}

const contactOf = (slug: string): Answers => {
  const { phone, email } = samplePersonOf(slug);
  return { ...(phone && { applicantPhone: phone }), ...(email && { applicantEmail: email }) };
};

/** Everything that forms ask of the person who applies. */
const applicant = (slug: string): Answers => ({ ...applicantOf(formPerson(slug)), ...contactOf(slug) });

const parent = (slug: string): Answers => {
  const { sex: _, ...rest } = formPerson(slug);
  return rest;
};

/** Birth registration: a girl of these parents, born in hospital on this day; the father declares it. */
export function birth(childName: string, childBorn: string, mother: string, father: string): Application {
  const { name, personalNumber, residence } = formPerson(father);
  return {
    procedure: '1.001193',
    applicant: father,
    answers: {
      declarantName: name,
      declarantNumber: personalNumber,
      ...contactOf(father),
      declarantRelation: 'father',
      birthProof: 'notification',
      surrogacy: false,
      childName,
      childBorn,
      birthPlace: 'Bệnh viện Đa khoa Mẫu, phường Sông Mẫu, tỉnh Sông Lam',
      childSex: 'Nữ',
      childEthnicity: 'Kinh',
      hometown: residence?.place,
      mother: parent(mother),
      fatherNamed: true,
      father: parent(father),
      confirmed: true,
      copies: 1,
      ...truth,
    },
  };
}

/** Certificate of marital status: never married, for a purchase or sale. */
export const single = (slug: string, purposeDetail: string): Application => ({
  procedure: '1.004873',
  applicant: slug,
  answers: {
    ...applicant(slug),
    maritalStatus: 'never',
    purpose: 'property',
    purposeDetail,
    again: false,
    ...truth,
  },
});

/** Extract from the register of civil status: one's own birth. */
export function extract(slug: string): Application {
  const { name, personalNumber, residence } = formPerson(slug);
  return {
    procedure: '2.000635',
    applicant: slug,
    answers: {
      applicantName: name,
      applicantNumber: personalNumber,
      ...contactOf(slug),
      event: 'khai sinh',
      forWhom: 'self',
      entryName: name,
      entryPlace: residence?.place,
      copies: 2,
      ...truth,
    },
  };
}

/** Monthly social benefit. */
export const benefit = (slug: string, group: 'disabledSevere' | 'elderlyPoor'): Application => ({
  procedure: '1.001776',
  applicant: slug,
  answers: {
    ...applicant(slug),
    group,
    pension: false,
    poor: group === 'elderlyPoor',
    account: '0000000123456',
    bank: 'Ngân hàng Thí Dụ',
    ...truth,
  },
});

/** Registration of a household business: a shop where its owner lives, to be opened on this day. */
export const shop = (slug: string, businessName: string, starts: string): Application => ({
  procedure: '1.001612',
  applicant: slug,
  answers: {
    ...applicant(slug),
    founders: 'person',
    businessName,
    premises: formPerson(slug).residence,
    businessPhone: samplePersonOf(slug).phone,
    capital: 80_000_000,
    trades: [{ code: '4711', name: 'Bán lẻ lương thực, thực phẩm, đồ uống trong cửa hàng tổng hợp' }],
    starts,
    workers: 1,
    taxAddress: 'premises',
    filedBy: 'owner',
    ...truth,
  },
});
