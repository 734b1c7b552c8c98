/** The case officer proposes what the dossier ends in: the result, which may have to wait for its number, or a refusal. */
import type { Act, Look } from '../../../ground/db/act.ts';
import { Invalid, type FieldError } from '../../../ground/operate/errors.ts';
import { carryAnnexes, draftPaper, headFor, listPapersOf } from '../../../paper/papers/index.ts';
import type { Work } from '../../../work/desk/index.ts';
import { findingsOf } from '../findings.ts';
import type { Refusal } from '../grounds.ts';
import { wholeNow } from '../held-step.ts';
import type { Held } from '../load.ts';
import { besidesNumber } from '../number.ts';
import { receiverOf } from '../party.ts';
import { processOf, type Whole } from '../queries.ts';
import {
  composeRefusal,
  composeResult,
  draftOf,
  factsOf,
  foundFor,
  lacking,
  type Composed,
} from '../result-paper.ts';
import type { Facts } from '../result.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';
import { awaitNumber, mustAskNumber } from './number.ts';
import { propose } from './steps.ts';

/** What a paper will be checked by: its code, and the address with that code that is printed. */
export type CheckMark = { readonly code: string; readonly check: string };

/** The result as it stands (null: the procedure has no template), and what it lacks that the officer can mend. */
export async function resultNow(
  look: Look,
  whole: Whole,
  check: string,
): Promise<{
  readonly facts: Facts;
  readonly paper: Composed | null;
  readonly wanting: readonly FieldError[];
}> {
  const facts = factsOf(whole, await foundFor(look, whole.dossier), look.now);
  const paper = composeResult(whole, facts, await headFor(look, whole.agency), check);
  return {
    facts,
    paper,
    wanting: paper ? [...besidesNumber(lacking(paper), whole.procedure), ...unruled(whole)] : [],
  };
}

/** A decision on a complaint says what was found, concluded and ruled (Law on Complaints 02/2011/QH13, art. 31). */
const unruled = ({ dossier, procedure }: Whole): readonly FieldError[] =>
  !procedure.aboutDossier
    ? []
    : findingsOf(procedure)
        .filter(({ name }) => !dossier.found[name])
        .map(({ name, label }) => ({
          field: `found.${name}`,
          message: { vi: `Hãy ghi: ${label}.`, en: `Enter: ${label}.` },
        }));

/**
 * Proposes to grant. Where the result needs a number of another authority it is asked for first, and the proposal goes on
 * by itself. Throws Invalid while something is missing, Conflict while the number is awaited.
 */
export async function proposeGrant(
  act: Act,
  held: Held,
  whole: Whole,
  work: Work,
  mark: CheckMark,
): Promise<Dossier> {
  const now = await wholeNow(act, held, whole);
  const { facts, paper, wanting } = await resultNow(act, now, mark.check);
  if (!paper) throw new Invalid([{ field: 'kind', message: words.noTemplate }]);
  if (wanting.length > 0) throw new Invalid(wanting.map(({ message }) => ({ field: '', message })));
  const need = whole.procedure.number;
  if (need && (await mustAskNumber(act, held.dossier, need)))
    return awaitNumber(act, held, { work, need, unit: whole.agency.identifier, facts, ...mark });
  return proposePaper(act, held, now, work, { kind: 'grant', paper, refusal: null, code: mark.code });
}

/** Proposes to refuse to settle (từ chối giải quyết): a decision like any other, with its lawful ground, signed and delivered like a result. */
export async function proposeRefusal(
  act: Act,
  held: Held,
  whole: Whole,
  work: Work,
  { refusal, code }: { readonly refusal: Refusal; readonly code: string },
): Promise<Dossier> {
  const now = await wholeNow(act, held, whole);
  const paper = composeRefusal(held.dossier, now.agency, await headFor(act, now.agency), refusal);
  return proposePaper(act, held, now, work, { kind: 'refuse', paper, refusal, code });
}

type Proposed = {
  readonly kind: 'grant' | 'refuse';
  readonly paper: Composed;
  readonly refusal: Refusal | null;
  readonly code: string;
};

async function proposePaper(
  act: Act,
  held: Held,
  whole: Whole,
  work: Work,
  { kind, paper, refusal, code }: Proposed,
): Promise<Dossier> {
  const draft = draftOf(whole, paper, await receiverOf(act, held.dossier));
  const id = draftPaper(act, draft, code);
  const before = (await listPapersOf(act, held.dossier.id)).findLast(
    ({ state, template }) => state === 'draft' && template === draft.template,
  );
  if (before) await carryAnnexes(act, before.id, id);
  return propose(act, held, processOf(whole.procedure, whole.agency, whole.oneStop), Number(work.ref), {
    kind,
    data: paper.data,
    refusal,
    paper: id,
  });
}
