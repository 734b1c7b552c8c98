/** Work of the one-stop unit that a colleague has: it is theirs until somebody takes it over openly, on every page and in every batch alike (C9). */
import type { By, Look } from '../../ground/db/act.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { listAccountsById } from '../../world/access/index.ts';
import { listWorkOf, type Work } from '../../work/desk/index.ts';
import type { ActName } from './rules.ts';
import type { Dossier } from './schema.ts';
import { colleagueWords } from './colleague-words.ts';

/** Acts of the counter that settle what waits on its desk. */
type CounterAct = Extract<ActName, 'accept' | 'ask-supplement' | 'refuse-intake'>;

/** The kind of the work that an act settles: before acceptance that of checking the dossier, whatever it ends in. */
const settled = (act: CounterAct, { state }: Pick<Dossier, 'state'>): string =>
  act === 'ask-supplement' && state !== 'submitted' ? act : 'accept';

/** The work that this act would settle, if a colleague of this officer has it; null otherwise. */
export const withColleague = (
  by: By,
  dossier: Pick<Dossier, 'state'>,
  work: readonly Work[],
  act: ActName,
): Work | null =>
  by.kind === 'officer' && isOfCounter(act)
    ? (work.find(
        ({ kind, holder }) => kind === settled(act, dossier) && holder !== null && holder !== by.account,
      ) ?? null)
    : null;

const isOfCounter = (act: ActName): act is CounterAct =>
  act === 'accept' || act === 'ask-supplement' || act === 'refuse-intake';

/** Who has a work item, by name; null: nobody known. */
export async function holderName(look: Look, { holder }: Pick<Work, 'holder'>): Promise<string | null> {
  return holder === null ? null : ((await listAccountsById(look, [holder]))[0]?.name ?? null);
}

/** Throws Conflict when a colleague has the work that this act settles: nobody acts over their head without a word. */
export async function refuseOverColleague(
  look: Look,
  dossier: Pick<Dossier, 'id' | 'state'>,
  act: CounterAct,
): Promise<void> {
  const work = withColleague(look.by, dossier, await listWorkOf(look, dossier.id), act);
  if (work) throw new Conflict(colleagueWords.first(work.step, await holderName(look, work)));
}
