/** What of a dossier waits for somebody else, in words: why an officer who has a part in it cannot do the step now. */
import type { Look } from '../../ground/db/act.ts';
import { same, type Text } from '../../ground/text/language.ts';
import { listAccountsById } from '../../world/access/index.ts';
import { roleName, type Agency } from '../../world/agencies/index.ts';
import { mayDo, mayTakeOver, type Work } from '../../work/desk/index.ts';
import type { Whole } from './queries.ts';
import { colleagueWords } from './colleague-words.ts';
import { words } from './words.ts';

/** What waits for somebody else; `takeOver`: a colleague has it from whom the one who looks may take it over. */
export type OthersWork = { readonly why: Text; readonly takeOver: boolean };

/** Steps that this officer cannot do now, each with who has it or for whom it waits. Nothing for those who are no officers. */
export async function othersWork(
  look: Look,
  { work, agency, oneStop, dossier }: Pick<Whole, 'work' | 'agency' | 'oneStop' | 'dossier'>,
): Promise<readonly OthersWork[]> {
  if (look.by.kind !== 'officer' || dossier.ended_at) return [];
  const others = work.filter((one) => !mayDo(look.by, one));
  const holders = await listAccountsById(
    look,
    others.flatMap(({ holder }) => holder ?? []),
  );
  const places = [agency, oneStop, ...dossier.opinions.map(({ agency: id, name }) => ({ id, name }))];
  return others.map((one): OthersWork => {
    const holder = holders.find(({ id }) => id === one.holder)?.name ?? null;
    if (mayTakeOver(look.by, one)) return { why: colleagueWords.held(one.step, holder), takeOver: true };
    const why = one.holder === null ? waits(one, places) : words.heldBy(one.step, holder);
    return { why, takeOver: false };
  });
}

const waits = ({ step, role, agency }: Work, places: readonly Pick<Agency, 'id' | 'name'>[]): Text =>
  words.waitsFor(step, [
    (roleName as Readonly<Record<string, Text>>)[role] ?? same(role),
    ...places
      .filter(({ id }) => id === agency)
      .slice(0, 1)
      .map(({ name }) => name),
  ]);
