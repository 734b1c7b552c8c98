/**
 * The clerk numbers, seals and issues the result that the leader has signed, or the notice of an approval by silence (Decree 30/2020
 * art. 15–18): from its page and in batches.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import type { Edge } from '../../../ground/db/edge.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import {
  getPaper,
  issuePaper,
  issuerWords,
  listAnnexes,
  numberAndSeal,
  numberPaper,
  reopenDraft,
  type Paper,
  type Press,
  type Sealed,
} from '../../../paper/papers/index.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import type { Work } from '../../../work/desk/index.ts';
import { holdStep } from '../held-step.ts';
import { noticeOf } from '../notice.ts';
import type { Whole } from '../queries.ts';
import { noteComplaintDecided } from './complaint.ts';
import { noteNoticeIssued, signNoticeAgain } from './notice.ts';
import { backToSignature, decideDossier } from './steps.ts';

/** The work of the clerk, as far as it says which paper it is about. */
type At = Pick<Work, 'ref' | 'kind'>;

/** What the leader has signed. Throws Conflict when there is nothing. */
export async function paperToIssue(look: Look, { dossier }: Pick<Whole, 'dossier'>, at: At): Promise<Paper> {
  const paper = noticeOf(at) ?? dossier.result;
  if (!paper)
    throw new Conflict({ vi: 'Hồ sơ chưa có văn bản để phát hành.', en: 'There is no paper to issue yet.' });
  return getPaper(look, paper);
}

/** Whether the agency whose leader signed has ended: the one that took over cannot put its seal to that signature. */
export const isSignedByEnded = (paper: Pick<Paper, 'agency'>, agency: Pick<Agency, 'id'>): boolean =>
  paper.agency !== agency.id;

/**
 * Gives the number and makes the sealed bytes. The number is given first, in an act of its own: sealing may fail and be
 * tried again, the number stays. Slow; stands outside of the act that issues.
 */
export async function sealResult(
  press: Press,
  edge: Edge,
  look: Look,
  { paper, ...whole }: Whole & { readonly paper: Paper },
  at: At,
): Promise<Sealed> {
  const { agency } = whole;
  if (isSignedByEnded(paper, agency)) throw new Conflict(issuerWords.signerEnded);
  const { tenant, by, requestId, now } = look;
  const numbered = await edge.act({ tenant, by, requestId, now }, async (act) => {
    // No number is given for what was withdrawn or stopped at this moment.
    await holdStep(act, whole, at);
    return numberPaper(act, paper.id);
  });
  return numberAndSeal(
    press,
    { ...numbered, symbol: numbered.symbol ?? '', issued_on: numbered.issued_on ?? '' },
    await listAnnexes(look, paper.id),
    { id: agency.id, name: agency.name.vi, organisation: agency.name.vi },
    now,
  );
}

/** Issues the sealed paper: it is in force, and with a result the dossier is decided where the process waits. */
export async function issueResult(
  act: Act,
  whole: Whole,
  at: At,
  paper: Pick<Paper, 'id'>,
  sealed: Sealed,
): Promise<void> {
  const { held, definition } = await holdStep(act, whole, at);
  await issuePaper(act, paper.id, sealed);
  if (noticeOf(at)) await noteNoticeIssued(act, held, paper);
  else {
    await decideDossier(act, held, definition, Number(at.ref));
    if (whole.procedure.aboutDossier) await noteComplaintDecided(act, whole.dossier);
  }
}

/**
 * The agency that signed has ended before it sealed: the paper is a draft again, and the leader of the agency that took over
 * signs it in its name. The process goes back to its signature.
 */
export async function askSignatureAgain(
  act: Act,
  whole: Whole,
  at: At,
  paper: Pick<Paper, 'id'>,
): Promise<void> {
  const { held, definition } = await holdStep(act, whole, at);
  await reopenDraft(act, paper.id);
  if (noticeOf(at)) await signNoticeAgain(act, held, paper.id);
  else await backToSignature(act, held, definition, Number(at.ref));
}
