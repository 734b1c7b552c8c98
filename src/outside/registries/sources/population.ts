/** `population`: the person as the population database has them. */
import { getPerson } from '../../../world/people/index.ts';
import { patience } from '../../../ground/wire/index.ts';
import type { Look } from '../../../ground/db/act.ts';
import type { Ask } from '../asking.ts';
import type { PopulationDatabase } from '../gateway/population.ts';
import { known, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { Citizen } from '../schema.ts';
import { addressIn, ethnicityIn, kinIn, nationalityIn, sexWord } from './wording.ts';

export const populationSource = (port: PopulationDatabase, ask: Ask): SubjectSource => ({
  name: 'population',
  registry: registries.population,
  facts: async (look, subject, { patient, ...why }) => {
    const person = subject.person ? await getPerson(look, subject.person) : null;
    if (!person?.number) return { tree: {}, at: look.now };
    const { number, name, born } = person;
    const full = { ...why, patience: patience[patient] };
    const said = await ask(look, registries.population, '037', number, full, () =>
      port.find(look, { number, name, born }, full),
    );
    return said && { tree: said.answer ? await treeOf(look, said.answer) : {}, at: said.at };
  },
});

const maritalWords = {
  single: 'Chưa kết hôn',
  married: 'Đang có vợ hoặc có chồng',
  divorced: 'Đã ly hôn',
  widowed: 'Vợ hoặc chồng đã chết',
} as const;

async function treeOf(look: Look, citizen: Citizen): Promise<Readonly<Record<string, unknown>>> {
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
    marital: citizen.marital,
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
