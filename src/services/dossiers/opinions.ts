/**
 * Opinions of other agencies (lấy ý kiến cơ quan phối hợp): asked for by a step of the process whose unit, or else whose lane, is
 * another agency. Each has a clock of its own; silence is noted when it is over and never moves the person's date (C2, C4).
 */
import type { By, Look } from '../../ground/db/act.ts';
import { fold } from '../../ground/text/fold.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { existsOn, findAgencies, findAgencyByIdentifier, type Agency } from '../../world/agencies/index.ts';
import { calendarOf } from '../../work/clock/index.ts';
import type { Work } from '../../work/desk/index.ts';
import type { Definition, Effect } from '../../work/process/index.ts';
import type { Dossier, Opinion } from './schema.ts';
import { stepDue } from './term.ts';
import { AWAIT_TIME, tokenOf } from './work.ts';

type Opened = Extract<Effect, { do: 'open-step' }>;

/** The agency that goes by this name or identifier today; null when none does, or several. */
async function agencyNamed(look: Look, name: string): Promise<Agency | null> {
  const byIdentifier = await findAgencyByIdentifier(look, name);
  if (byIdentifier) return byIdentifier;
  const found = await findAgencies(look, name);
  const same = found.filter((one) => fold(one.name.vi) === fold(name) && existsOn(one, vietnamDay(look.now)));
  return same.length === 1 ? same[0]! : null;
}

/** The other agency whose opinion a step asks for; null when the deciding agency gives it itself. */
async function askedAgency(
  look: Look,
  dossier: Pick<Dossier, 'agency'>,
  definition: Definition,
  { node, office }: Opened,
): Promise<Agency | null> {
  if (office.act !== 'opinion') return null;
  const lane = definition.nodes.find(({ id }) => id === node)?.lane;
  for (const name of [office.unit, lane]) {
    const agency = name ? await agencyNamed(look, name) : null;
    if (agency) return agency.id === dossier.agency ? null : agency;
  }
  return null;
}

/** The opinions that these effects ask of other agencies. */
export async function asking(
  look: Look,
  dossier: Pick<Dossier, 'agency'>,
  definition: Definition,
  effects: readonly Effect[],
): Promise<readonly Opinion[]> {
  const opened = effects.filter((effect) => effect.do === 'open-step');
  const asked: Opinion[] = [];
  for (const effect of opened) {
    const agency = await askedAgency(look, dossier, definition, effect);
    if (agency)
      asked.push({
        token: effect.token,
        agency: agency.id,
        name: agency.name,
        askedAt: look.now.toISOString(),
        dueAt: await answerDue(look, agency.id, effect.office),
        outcome: 'open',
        endedAt: null,
      });
  }
  return asked;
}

/** Until when an agency that is asked now answers, by its own calendar; null: the process sets no limit. */
const answerDue = async (look: Look, agency: string, { limit }: Opened['office']): Promise<string | null> =>
  limit && stepDue(limit, look.now, await calendarOf(look, agency)).toISOString();

/** Opinions with one of them answered, or over without an answer, and those that are asked for now. */
export const continued = (
  opinions: readonly Opinion[],
  ended: { readonly token: number; readonly outcome: Opinion['outcome']; readonly at: Date } | null,
  asked: readonly Opinion[],
): Pick<Dossier, 'opinions' | 'opinion_due_at'> => {
  const all = [
    ...opinions.map((one) =>
      ended && one.token === ended.token && one.outcome === 'open'
        ? { ...one, outcome: ended.outcome, endedAt: ended.at.toISOString() }
        : one,
    ),
    ...asked,
  ];
  const dues = all.flatMap(({ outcome, dueAt }) => (outcome === 'open' && dueAt ? dueAt : [])).toSorted();
  return { opinions: all, opinion_due_at: dues[0] ? new Date(dues[0]) : null };
};

/** Opinions of which those are over without an answer that the process has given up: an end of all branches, a timer that interrupts. */
export function givenUp(
  opinions: readonly Opinion[],
  effects: readonly Effect[],
  at: Date,
): readonly Opinion[] {
  const tokens = new Set(
    effects.flatMap((effect) =>
      effect.do === 'close-step' && effect.because === 'interrupted' ? effect.token : [],
    ),
  );
  return opinions.map((one) =>
    one.outcome === 'open' && tokens.has(one.token)
      ? { ...one, outcome: 'no-answer', endedAt: at.toISOString() }
      : one,
  );
}

/** The opinion that is still open at this token, or null. */
export const openOpinion = ({ opinions }: Pick<Dossier, 'opinions'>, token: number): Opinion | null =>
  opinions.find((one) => one.token === token && one.outcome === 'open') ?? null;

/** Tells of work whether its clock is its own: that of an agency that is asked, and of a timer, which rings whatever is awaited of the person. */
export const ownClocks =
  (dossier: Pick<Dossier, 'opinions'>) =>
  (work: Pick<Work, 'kind' | 'ref'>): boolean => {
    const token = tokenOf(work);
    return work.kind === AWAIT_TIME || (token !== null && openOpinion(dossier, token) !== null);
  };

/** Whether this officer belongs to an agency that is asked now: only so long do they see the dossier. */
export const isAdviser = (by: By, { opinions }: Pick<Dossier, 'opinions'>): boolean =>
  opinions.some(
    ({ agency, outcome }) =>
      outcome === 'open' &&
      by.powers.some((power) => power.role === 'case-officer' && power.agency === agency),
  );
