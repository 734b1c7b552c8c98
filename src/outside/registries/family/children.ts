/**
 * The children of a person as the civil-status database has them: entered here as family, so that the parent may act for
 * them by law (người đại diện theo pháp luật; Civil Code 2015, art. 136; Law on Civil Status 60/2014/QH13; requirement B14).
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { patience } from '../../../ground/wire/index.ts';
import {
  findPersonByNumber,
  getPerson,
  listRelatives,
  readPersonNumber,
  registerPerson,
  relate,
} from '../../../world/people/index.ts';
import type { Ask } from '../asking.ts';
import type { CivilStatusDatabase } from '../gateway/civil-status.ts';
import { registries } from '../registry.ts';
import type { BirthEntry, Why } from '../schema.ts';

/** A child with what an entry must say before a person is made of it. */
export type Child = {
  readonly number: string;
  readonly name: string;
  readonly born: string;
  readonly sex: 'male' | 'female';
  readonly ethnicity: string | null;
  readonly nationality: string;
  /** Where the birth stands in the register. */
  readonly entry: string;
};

const why: Why = {
  purpose: 'family.find-children',
  basis: 'Bộ luật Dân sự 2015, Điều 136; Luật Hộ tịch 60/2014/QH13',
  item: null,
  patience: patience.page,
};

/** The children whose entries name this person as father or mother. Null: the database does not answer now. */
export async function findChildren(
  look: Look,
  { port, ask }: { readonly port: CivilStatusDatabase; readonly ask: Ask },
  person: string,
): Promise<readonly Child[] | null> {
  const { number } = await getPerson(look, person);
  if (number === null) return [];
  const said = await ask(look, registries['civil-status'], 'traHoSo', number, why, () =>
    port.find(look, number, why),
  );
  return (
    said &&
    (said.answer?.births ?? [])
      .filter(({ father, mother }) => father?.number === number || mother?.number === number)
      .flatMap((birth) => childOf(birth) ?? [])
  );
}

/** Null where the entry does not say enough to be sure who the child is. */
function childOf({ child, sex, number: entry, place }: BirthEntry): Child | null {
  const { number, name, born, ethnicity, nationality } = child;
  const said = number === null ? null : readPersonNumber(number);
  if (number === null || !said || name === null || born === null) return null;
  if (sex !== null && sex !== said.sex) return null;
  return {
    number,
    name,
    born,
    sex: said.sex,
    ethnicity,
    nationality: nationality ?? 'VN',
    entry: [entry, place].filter(Boolean).join(', '),
  };
}

/** Enters children as family of their parent; whoever is known already is not entered again. Returns how many are new. */
export async function enterChildren(act: Act, parent: string, children: readonly Child[]): Promise<number> {
  const known = new Set(
    (await listRelatives(act, parent)).filter(({ is }) => is === 'child').map(({ person }) => person.id),
  );
  let added = 0;
  for (const { entry, ...child } of children) {
    const there = await findPersonByNumber(act, child.number);
    if (there && known.has(there.id)) continue;
    const source = `Cơ sở dữ liệu hộ tịch, số ${entry}`;
    const relative =
      there?.id ??
      (await registerPerson(act, { ...child, commune: null, address: null, died: null, source }));
    await relate(act, { person: parent, relative, kind: 'parent', from: child.born, to: null, source });
    known.add(relative);
    added += 1;
  }
  return added;
}
