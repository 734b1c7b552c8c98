/** `civil-status`: marriages and births of the person. */
import type { Look } from '../../../ground/db/act.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import { patience } from '../../../ground/wire/index.ts';
import { getPerson } from '../../../world/people/index.ts';
import type { Ask } from '../asking.ts';
import type { CivilStatusDatabase } from '../gateway/civil-status.ts';
import { known, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { BirthEntry, CivilStatus, Entry, MarriageEntry } from '../schema.ts';
import { partyIn, sexWord } from './wording.ts';

export const civilStatusSource = (port: CivilStatusDatabase, ask: Ask): SubjectSource => ({
  name: 'civil-status',
  registry: registries['civil-status'],
  facts: async (look, subject, _, { patient, ...why }) => {
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
  const lasting = marriages.filter(({ end }) => end === null);
  // Two marriages at once are for an officer to look at, not for a form to choose from.
  const marriage = lasting.length === 1 ? lasting[0]! : null;
  const last = marriages
    .filter(({ end }) => end !== null)
    .sort((one, other) => other.end!.on.localeCompare(one.end!.on))[0];
  const birth = births.find(({ child }) => child.number === number);
  return known({
    maritalStatus:
      lasting.length > 0 ? 'married' : last ? (last.end!.by === 'death' ? 'widowed' : 'divorced') : 'never',
    endOfMarriage:
      lasting.length === 0 && last
        ? [last.end!.paper, `ngày ${formatDay(last.end!.on)}`].filter(Boolean).join(', ')
        : null,
    marriage: marriage && (await marriageTree(look, marriage)),
    spouse: await partyIn(
      look,
      marriage && (marriage.husband.number === number ? marriage.wife : marriage.husband),
    ),
    entry: birth && known({ name: birth.child.name, place: birth.place, number: entryWords(birth) }),
    birth: birth && (await birthTree(look, birth)),
    children: await Promise.all(
      births.filter((one) => one !== birth).map(({ child }) => partyIn(look, child)),
    ),
  });
}

const entryWords = ({ number, on }: Entry): string =>
  [`số ${number}`, on && `ngày ${formatDay(on)}`].filter(Boolean).join(', ');

const marriageTree = async (look: Look, { number, book, on, place, husband, wife }: MarriageEntry) =>
  known({ number, book, on, place, husband: await partyIn(look, husband), wife: await partyIn(look, wife) });

const birthTree = async (look: Look, birth: BirthEntry) =>
  known({
    number: birth.number,
    book: birth.book,
    on: birth.on,
    place: birth.place,
    sex: sexWord(birth.sex),
    child: await partyIn(look, birth.child),
    birthPlace: birth.birthPlace,
    father: await partyIn(look, birth.father),
    mother: await partyIn(look, birth.mother),
  });
