/**
 * A result that needs a number of another authority (số định danh cá nhân, mã số hộ kinh doanh): the case officer proposes,
 * the number is asked for, the drafting step waits visibly, and the proposal goes on by itself when the number is here
 * (requirement B4; Decree 123/2015). Nobody can fill the number in instead.
 */
import { receiverOf } from '../party.ts';
import type { Act } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import {
  askNumber,
  findRequest,
  missingNumber,
  type RequestKind,
} from '../../../outside/registries/index.ts';
import { draftPaper, headFor } from '../../../paper/papers/index.ts';
import { closeWork, listWorkOf, openWork, pauseWork, type Work } from '../../../work/desk/index.ts';
import type { NumberNeed } from '../../catalogue/index.ts';
import { hold, type Held } from '../load.ts';
import { move } from '../move.ts';
import { isOpen, refusedStep, stillWaiting, waitingFor } from '../number.ts';
import { findProposal, processOf, wholeOf } from '../queries.ts';
import { composeResult, draftOf, factsOf, foundFor, lacking } from '../result-paper.ts';
import { listed, type Facts } from '../result.ts';
import { underway } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { propose, proposalCount } from './steps.ts';

/** What is kept of a proposal while its number is awaited; the paper is composed anew when it has come. */
type Waiting = { readonly code: string; readonly check: string };

const isWaiting = (data: Readonly<Record<string, unknown>>): data is Waiting =>
  typeof data['code'] === 'string' && typeof data['check'] === 'string';

/** A proposal to grant that waits for its number. */
export type WaitingProposal = Waiting & {
  readonly work: Pick<Work, 'id'>;
  readonly need: NumberNeed;
  readonly unit: string;
  readonly facts: Facts;
};

/** Whether the number that this result needs must be asked for first. Throws Conflict while it is awaited. */
export async function mustAskNumber(act: Act, dossier: Dossier, need: NumberNeed): Promise<boolean> {
  const request = await findRequest(act, dossier.id, need.kind);
  if (request && isOpen(request)) throw new Conflict(stillWaiting(need.kind));
  return request?.state !== 'answered';
}

/** Asks for the number of a proposed result; the drafting step waits for it. Throws Invalid when facts for it are missing. */
export async function awaitNumber(
  act: Act,
  held: Held,
  { work, need, unit, facts, code, check }: WaitingProposal,
): Promise<Dossier> {
  const { dossier } = held;
  await askNumber(act, {
    item: dossier.id,
    kind: need.kind,
    code: dossier.code,
    unit,
    payload: listed(need.facts, facts),
  });
  insert(act.writes, 'dossiers.proposals', {
    tenant: act.tenant,
    dossier: dossier.id,
    n: (await proposalCount(act, dossier.id)) + 1,
    kind: 'grant',
    data: { code, check } satisfies Waiting,
    reason: null,
    by_account: act.by.account,
    at: act.now,
  });
  pauseWork(act, work.id, waitingFor(need.kind).vi);
  return move(act, held, 'await-number', {}, { note: { kind: need.kind } });
}

/** The drafting step of a dossier that may go on; null when it has ended or moved on meanwhile. */
async function draftingStep(act: Act, dossier: Dossier): Promise<Work | null> {
  if (!underway.includes(dossier.state)) return null;
  return (
    (await listWorkOf(act, dossier.id)).find(({ kind, ref }) => kind === 'draft' && ref !== null) ?? null
  );
}

/** The number has come: the paper is drafted with it and the proposal goes to the leader. Late, twice or after the end: nothing. */
export async function noteNumber(act: Act, item: string): Promise<void> {
  const held = await hold(act, item);
  const { dossier } = held;
  const work = await draftingStep(act, dossier);
  const proposal = await findProposal(act, item);
  if (!work || (await missingNumber(act, item))) return;
  // Something else was proposed meanwhile: the officer decides what becomes of it.
  if (proposal?.kind !== 'grant' || !isWaiting(proposal.data)) return pauseWork(act, work.id, null);
  const { code, check } = proposal.data;
  const whole = await wholeOf(act, dossier);
  const facts = factsOf(whole, await foundFor(act, dossier), act.now);
  const paper = composeResult(whole, facts, await headFor(act, whole.agency), check);
  // What is wrong with it the officer sees on the page of the step, and mends.
  if (!paper || lacking(paper).length > 0) return pauseWork(act, work.id, null);
  const definition = processOf(whole.procedure, whole.agency, whole.oneStop);
  await propose(act, held, definition, Number(work.ref), {
    kind: 'grant',
    data: paper.data,
    refusal: null,
    paper: draftPaper(act, draftOf(whole, paper, await receiverOf(act, whole.dossier)), code),
  });
}

/** The other authority said no: the drafting step comes back to its officer as new work, with what was answered in the record. */
export async function noteNumberRefused(act: Act, item: string, kind: RequestKind): Promise<void> {
  const { dossier } = await hold(act, item);
  const work = await draftingStep(act, dossier);
  if (!work || work.ref === null) return;
  const { id: _, opened_at: __, ...same } = work;
  await closeWork(act, item, { ref: work.ref });
  openWork(act, { ...same, step: refusedStep(kind), paused_for: null });
}
