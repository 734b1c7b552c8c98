/** What we know of the person who applies, from the people room. */
import { vietnamDay } from '../../ground/text/dates.ts';
import { getPerson, listContacts } from '../../world/people/index.ts';
import type { Provenance } from '../../work/forms/index.ts';
import type { KnownSource } from './known.ts';

const source = { vi: 'Tài khoản định danh của bạn', en: 'Your identity account' };
const basis = 'Nghị định 69/2024/NĐ-CP';

/** The source `account`: name, number, birth, sex, residence and contacts of the person who applies. */
export const accountSource: KnownSource = {
  name: 'account',
  ask: async (look, paths, purpose) => {
    const person = await getPerson(look, purpose.person);
    const contacts = await listContacts(look, purpose.person);
    const contact = (kind: string): string | undefined => contacts.find((one) => one.kind === kind)?.value;
    const known: Readonly<Record<string, unknown>> = {
      name: person.name,
      number: person.number ?? undefined,
      born: person.born ?? undefined,
      sex: person.sex,
      ethnicity: person.ethnicity ?? undefined,
      nationality: person.nationality,
      address: person.address ?? undefined,
      phone: contact('phone'),
      email: contact('email'),
    };
    const at = `${vietnamDay(look.now)}T00:00:00+07:00`;
    return new Map(
      paths.flatMap((path): [string, Provenance][] =>
        known[path] === undefined ? [] : [[path, { value: known[path], source, at, basis }]],
      ),
    );
  },
};
