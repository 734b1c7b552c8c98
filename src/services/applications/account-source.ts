/** What we know of the person who applies, from the people room; of an officer also the post, for internal procedures. */
import type { Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { findCode } from '../../world/law/index.ts';
import { getAgency, heldOn, listHeld } from '../../world/agencies/index.ts';
import { getPerson, listContacts, type Person } from '../../world/people/index.ts';
import type { Provenance } from '../../work/forms/index.ts';
import { placeNames } from './contact.ts';
import type { KnownSource } from './known.ts';

const source = { vi: 'Tài khoản định danh của bạn', en: 'Your identity account' };
const basis = 'Nghị định 69/2024/NĐ-CP';

/** The source `account`: the person, their residence and contacts. */
export const accountSource: KnownSource = {
  name: 'account',
  ask: async (look, paths, purpose) => {
    const person = await getPerson(look, purpose.person);
    const known = { ...(await personFacts(look, person)), ...(await postFacts(look, purpose.person)) };
    const at = `${vietnamDay(look.now)}T00:00:00+07:00`;
    return new Map(
      paths.flatMap((path): [string, Provenance][] => {
        const value = known[path];
        return value === undefined || value === null ? [] : [[path, { value, source, at, basis }]];
      }),
    );
  },
};

type Facts = Readonly<Record<string, unknown>>;

async function personFacts(look: Look, person: Person): Promise<Facts> {
  const [ethnicity, nationality, contacts, residence] = await Promise.all([
    person.ethnicity ? findCode(look, 'ethnicity', person.ethnicity) : null,
    findCode(look, 'nationality', person.nationality),
    listContacts(look, person.id),
    residenceOf(look, person),
  ]);
  const contact = (kind: string): string | undefined => contacts.find((one) => one.kind === kind)?.value;
  const whole = {
    name: person.name,
    birth: person.born,
    personalNumber: person.number,
    ethnicity: ethnicity?.name.vi,
    nationality: nationality?.name.vi,
    residence,
  };
  return {
    ...whole,
    number: person.number,
    born: person.born,
    sex: person.sex,
    phone: contact('phone'),
    email: contact('email'),
    asWoman: person.sex === 'female' ? whole : undefined,
    asMan: person.sex === 'male' ? whole : undefined,
  };
}

/** The residence as forms keep an address. */
async function residenceOf(look: Look, { commune, address }: Person): Promise<Facts | undefined> {
  const place = await placeNames(look, commune);
  return place === null ? undefined : { place, commune, ...(address && { detail: address }) };
}

async function postFacts(look: Look, person: string): Promise<Facts> {
  const [held] = heldOn(await listHeld(look, person), vietnamDay(look.now));
  if (!held) return {};
  const agency = await getAgency(look, held.post.agency);
  return { post: held.post.title.vi, unit: agency.name.vi };
}
