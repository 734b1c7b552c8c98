/**
 * Correction of the agency's own error: free, drafted anew, signed and sealed like the first; when the new paper is
 * issued the wrong one ends (issue 4, point 3). Changing the facts is a procedure of its own and not this.
 */
import type { Act } from '../../../ground/db/act.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { closeWork, openWork } from '../../../work/desk/index.ts';
import { dataErrors, findTemplate } from '../../typeset/index.ts';
import { carryAnnexes } from '../annexes/commands.ts';
import { draftPaper, issuePaper, noteSignature } from '../commands.ts';
import { inNameOf, issuerNow } from '../issuer.ts';
import type { Sealed } from '../press.ts';
import { findCorrection, getPaper } from '../queries.ts';
import type { Paper, Signed } from '../schema.ts';

/** A corrected paper before it is signed. */
export type Correction = {
  readonly data: Paper['data'];
  /** What was wrong; the owner reads it. */
  readonly error: string;
  /** Code of the check of the new paper, as it stands in its data. */
  readonly code: string;
};

/** Drafts the paper that takes the place of a wrong one, with its annexes. Returns its id; the leader finds it on the desk. */
export async function draftCorrection(
  act: Act,
  wrong: Paper,
  { data, error, code }: Correction,
): Promise<string> {
  if (wrong.state !== 'issued' || (await findCorrection(act, wrong.id)))
    throw new Conflict({
      vi: 'Văn bản này không còn hiệu lực hoặc đang có bản đính chính chờ ký.',
      en: 'This paper is not in force, or a correction of it already waits for signature.',
    });
  const template = findTemplate(wrong.template);
  const faults = template ? dataErrors(template, data) : [];
  if (faults.length > 0) throw new Invalid(faults.map(({ message }) => ({ field: '', message })));
  // The agency that made the error may have ended: whoever took over corrects it in its own name.
  const right = await inNameOf(act, { ...wrong, data }, await issuerNow(act, wrong));
  const id = draftPaper(
    act,
    {
      item: wrong.item,
      template: wrong.template,
      title: wrong.title,
      resultCode: wrong.result_code,
      agency: right.agency,
      agencyName: right.agency_name,
      field: wrong.field,
      owner: wrong.owner,
      ownerOrganisation: wrong.owner_organisation,
      ownerName: wrong.owner_name,
      data: right.data,
      book: wrong.book,
      validUntil: wrong.valid_until,
      corrects: { paper: wrong.id, error },
    },
    code,
  );
  await carryAnnexes(act, wrong.id, id);
  waitFor(act, { ...right, id }, 'sign');
  return id;
}

const steps = {
  sign: { role: 'leader', step: 'Ký bản đính chính' },
  seal: { role: 'clerk', step: 'Cấp số, đóng dấu bản đính chính' },
} as const;

const waitFor = (
  act: Act,
  paper: Pick<Paper, 'id' | 'agency' | 'title' | 'owner_name' | 'symbol' | 'code'>,
  kind: keyof typeof steps,
): void =>
  void openWork(act, {
    item: paper.id,
    room: 'papers',
    kind,
    agency: paper.agency,
    unit: null,
    role: steps[kind].role,
    holder: null,
    code: paper.symbol ?? paper.code,
    title: paper.title,
    subject: paper.owner_name,
    step: steps[kind].step,
    ref: null,
    due_at: null,
    paused_for: null,
  });

/** A correction that was signed for an agency that has ended waits for its signature again. */
export async function awaitSignature(act: Act, paper: Paper): Promise<void> {
  await closeWork(act, paper.id, { kind: 'seal' });
  waitFor(act, paper, 'sign');
}

/** The leader has signed the correction: the clerk is next. */
export async function signCorrection(act: Act, id: string, signed: Signed): Promise<void> {
  const paper = await noteSignature(act, id, signed);
  await closeWork(act, id, { kind: 'sign' });
  waitFor(act, paper, 'seal');
}

/** The corrected paper is sealed: it is issued, the wrong one ends, and both owners' vaults learn it. */
export async function issueCorrection(act: Act, id: string, sealed: Sealed): Promise<void> {
  await issuePaper(act, id, sealed);
  await closeWork(act, id, { kind: 'seal' });
}

/** The paper in force in place of this one, following corrections; the paper itself when it was not replaced. */
export async function currentPaper(look: Parameters<typeof getPaper>[0], id: string): Promise<Paper> {
  const paper = await getPaper(look, id);
  return paper.replaced_by === null ? paper : currentPaper(look, paper.replaced_by);
}
