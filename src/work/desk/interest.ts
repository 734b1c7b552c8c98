/**
 * Conflict of interest (xung đột lợi ích): nobody handles a matter of their own, of their family, or in which they declared an interest.
 * Law 36/2018/QH14 art. 23; Decree 59/2019/NĐ-CP art. 29. C9.
 */
import { own, type Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { listRelatives } from '../../world/people/index.ts';
import type { DeclaredInterest, DeskTables, Work } from './schema.ts';
import { words } from './words.ts';

/** A matter and the people whose matter it is: who applies, and who files or acts for them. */
export type Matter = { readonly item: string; readonly parties: readonly (string | null)[] };

/** What a work item says of its matter. */
export const matterOf = ({ item, party }: Pick<Work, 'item' | 'party'>): Matter => ({
  item,
  parties: [party],
});

/** Why the one who looks may not handle this matter: it is theirs, of a relative known to the registry of persons, or they declared an interest. Null: they may. */
export async function interestOf(look: Look, { item, parties }: Matter): Promise<Text | null> {
  const { person } = look.by;
  if (person === null) return null;
  if (parties.includes(person)) return words.ownMatter;
  const declared = await interests(look).where('item', '=', item).where('person', '=', person).execute();
  if (declared.length > 0) return words.declaredMatter;
  if (parties.every((party) => party === null)) return null;
  const relatives = await listRelatives(look, person);
  return relatives.some((relative) => parties.includes(relative.person.id)) ? words.relativesMatter : null;
}

/** Throws NotAllowed when the one who looks has an interest in the matter. */
export async function guardInterest(look: Look, matter: Matter): Promise<void> {
  const why = await interestOf(look, matter);
  if (why) throw new NotAllowed(why);
}

const interests = (look: Look) =>
  own<DeskTables>(look.tx)
    .selectFrom('desk.interests')
    .select(['item', 'person', 'name', 'reason', 'at'])
    .where('tenant', '=', look.tenant);

/** Who declared an interest in a matter, oldest first. */
export const listInterests = (look: Look, item: string): Promise<DeclaredInterest[]> =>
  interests(look).where('item', '=', item).orderBy('at').execute();
