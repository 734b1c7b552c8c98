/** `civil-status`: marriages and births of the person. */
import type { Look } from '../../../ground/db/act.ts';
import { patience } from '../../../ground/wire/index.ts';
import { getPerson } from '../../../world/people/index.ts';
import type { Ask } from '../asking.ts';
import type { CivilStatusDatabase } from '../gateway/civil-status.ts';
import { known, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { BirthEntry, CivilStatus, Entry, MarriageEntry } from '../schema.ts';
import { partyIn } from './wording.ts';

export const civilStatusSource = (port: CivilStatusDatabase, ask: Ask): SubjectSource => ({
  name: 'civil-status',
  registry: registries['civil-status'],
  facts: async (look, subject, { patient, ...why }) => {
    const person = subject.person ? await getPerson(look, subject.person) : null;
    if (!person?.number) return { tree: {}, at: look.now };
    const { number } = person;
    const full = { ...why, patience: patience[patient] };
    const said = await ask(look, registries['civil-status'], 'traHoSo', number, full, () =>
      port.find(look, number, full),
    );
    return said && { tree: said.answer ? await treeOf(look, number, said.answer) : {}, at: said.at };
  },
});

async function treeOf(
  look: Look,
  number: string,
  { marriages, births }: CivilStatus,
): Promise<Readonly<Record<string, unknown>>> {
  const lasting = marriages.filter(({ endedOn }) => endedOn === null);
  // Two marriages at once are for an officer to look at, not for a form to choose from.
  const marriage = lasting.length === 1 ? lasting[0]! : null;
  const own = births.find(({ child }) => child.number === number);
  const spouse = marriage && (marriage.husband.number === number ? marriage.wife : marriage.husband);
  return known({
    isMarried: lasting.length > 0,
    marriage: marriage && (await marriageTree(look, marriage)),
    spouse: await partyIn(look, spouse),
    birth: own && (await birthTree(look, own)),
    children: await Promise.all(births.filter((one) => one !== own).map(({ child }) => partyIn(look, child))),
  });
}

const entryTree = ({ number, book, on, place }: Entry) => ({ number, book, on, place });

const marriageTree = async (look: Look, marriage: MarriageEntry) =>
  known({
    ...entryTree(marriage),
    husband: await partyIn(look, marriage.husband),
    wife: await partyIn(look, marriage.wife),
  });

const birthTree = async (look: Look, birth: BirthEntry) =>
  known({
    ...entryTree(birth),
    birthPlace: birth.birthPlace,
    father: await partyIn(look, birth.father),
    mother: await partyIn(look, birth.mother),
  });
