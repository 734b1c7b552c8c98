/** `population`: the person as the population database has them; household and social security, where a form asks for these. */
import type { Look } from '../../../ground/db/act.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import { patience } from '../../../ground/wire/index.ts';
import { getPerson } from '../../../world/people/index.ts';
import type { Ask } from '../asking.ts';
import type { HouseholdDatabase } from '../gateway/household.ts';
import type { PopulationDatabase } from '../gateway/population.ts';
import { known, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { Citizen, Household } from '../schema.ts';
import { addressIn, ethnicityIn, kinIn, nationalityIn, sexWord } from './wording.ts';

/** Paths that are not the population database's own. */
const ofHousehold = new Set([
  'children',
  'learner',
  'learnerDisability',
  'poorHousehold',
  'formerResidences',
]);

export const populationSource = (
  port: PopulationDatabase,
  household: HouseholdDatabase | null,
  ask: Ask,
): SubjectSource => ({
  name: 'population',
  registry: registries.population,
  facts: async (look, subject, paths, { patient, ...why }) => {
    const person = subject.person ? await getPerson(look, subject.person) : null;
    if (!person?.number) return { tree: {}, at: look.now };
    const { number, name, born } = person;
    const full = { ...why, patience: patience[patient] };
    // Only what a form asks for is asked: a name is no reason to read about somebody's family.
    const family = household && paths.some((path) => ofHousehold.has(path));
    const self = paths.some((path) => !ofHousehold.has(path));
    const [citizen, home] = await Promise.all([
      self
        ? ask(look, registries.population, '037', number, full, () =>
            port.find(look, { number, name, born }, full),
          )
        : undefined,
      family
        ? ask(look, registries.household, 'thongTinHoGiaDinh', number, full, () =>
            household.find(look, number, full),
          )
        : undefined,
    ]);
    if (citizen === null || home === null) return null;
    return {
      at: citizen?.at ?? home?.at ?? look.now,
      tree: {
        ...(home?.answer && householdTree(home.answer, vietnamDay(look.now))),
        ...(citizen?.answer && (await citizenTree(look, citizen.answer))),
      },
    };
  },
});

const maritalWords = {
  single: 'Chưa kết hôn',
  married: 'Đang có vợ hoặc có chồng',
  divorced: 'Đã ly hôn',
  widowed: 'Vợ hoặc chồng đã chết',
} as const;

async function citizenTree(look: Look, citizen: Citizen): Promise<Readonly<Record<string, unknown>>> {
  const hometown = await addressIn(look, citizen.hometown);
  const person = known({
    name: citizen.name,
    birth: citizen.born,
    sex: citizen.sex,
    personalNumber: citizen.number,
    ethnicity: await ethnicityIn(look, citizen.ethnicity),
    nationality: await nationalityIn(look, citizen.nationality),
    residence: await addressIn(look, citizen.residence),
  });
  return known({
    ...person,
    person,
    number: citizen.number,
    born: citizen.born,
    sexName: sexWord(citizen.sex),
    maritalStatus: citizen.marital && maritalWords[citizen.marital],
    dwelling: await addressIn(look, citizen.dwelling),
    hometown: hometown?.place,
    birthPlace: (await addressIn(look, citizen.birthPlace))?.place,
    father: await kinIn(look, citizen.father),
    mother: await kinIn(look, citizen.mother),
    spouse: await kinIn(look, citizen.spouse),
    householder: await kinIn(look, citizen.householder),
  });
}

/** Children under 18 today; with several, which one is meant is for the person to say. */
function householdTree(
  { children, poor, formerResidences }: Household,
  today: string,
): Readonly<Record<string, unknown>> {
  const cut = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
  const minors = children.filter(({ born }) => born !== null && born > cut);
  const learner = minors.length === 1 ? minors[0]! : null;
  return known({
    children: minors.length,
    learner: learner && known({ name: learner.name, birth: learner.born, personalNumber: learner.number }),
    learnerDisability: learner?.disability,
    poorHousehold: poor,
    formerResidences:
      formerResidences
        .map(({ from, to, place }) =>
          [place, [from, to].map((day) => day && formatDay(day)).join(' – ')].join(': '),
        )
        .join('\n') || null,
  });
}
