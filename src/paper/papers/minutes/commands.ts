/**
 * Minutes are drafted, signed by the secretary, then by the chair; the clerk numbers and the agency seals them last. Who refuses to sign sends
 * them back to the drafter's desk; a new version takes their place. Issued ones are corrected by new ones that name them.
 */
import type { Act, By, Look } from '../../../ground/db/act.ts';
import { own } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import { closeWork, openWork } from '../../../work/desk/index.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import { dataErrors, templates } from '../../typeset/index.ts';
import { carryAnnexes } from '../annexes/commands.ts';
import { draftPaper, endDraft, noteSignature } from '../commands.ts';
import { headFor } from '../issuer.ts';
import { officerAccount } from '../officer-account.ts';
import { findCorrection, getPaper } from '../queries.ts';
import { mayRewrite } from '../rules.ts';
import type { Minutes, Paper, PaperTables, Signed } from '../schema.ts';
import { minutesData, type Corrected, type Written } from './content.ts';
import { words } from './words.ts';

/** Work of the desk about minutes. */
export const MINUTES_WORK = 'minutes';

export type Person = { readonly person: string; readonly name: string };

/** Who signs these minutes and how far it has come; null: the paper is not minutes. */
export const findMinutes = async (look: Look, paper: string): Promise<Minutes | null> =>
  (await own<PaperTables>(look.tx)
    .selectFrom('papers.minutes')
    .select([
      'paper',
      'secretary',
      'secretary_name',
      'chair',
      'chair_name',
      'secretary_signed_at',
      'file',
      'laid_out',
      'drafter',
      'written',
      'follows',
      'refused_by',
      'secretary_for',
      'secretary_why',
      'chair_for',
      'chair_why',
      'edition',
    ])
    .where('tenant', '=', look.tenant)
    .where('paper', '=', paper)
    .executeTakeFirst()) ?? null;

const steps = {
  secretary: { kind: 'sign-first', role: 'case-officer', step: 'Thư ký ký biên bản' },
  chair: { kind: 'sign-second', role: 'leader', step: 'Chủ tọa ký biên bản' },
  clerk: { kind: 'seal', role: 'clerk', step: 'Cấp số, đóng dấu biên bản' },
  drafter: { kind: 'rewrite', role: 'case-officer', step: 'Lập lại biên bản không được ký' },
  signer: { kind: 'name-signer', role: 'case-officer', step: 'Chọn người khác ký biên bản' },
} as const;

async function waitFor(
  act: Act,
  { id, agency, code, title }: Pick<Paper, 'id' | 'agency' | 'code' | 'title'>,
  who: keyof typeof steps,
  holder: { readonly account: string | null; readonly name: string } = { account: null, name: '' },
): Promise<void> {
  const { kind, role, step: words } = steps[who];
  openWork(act, {
    item: id,
    room: MINUTES_WORK,
    kind,
    agency,
    unit: null,
    role,
    holder: holder.account,
    code,
    title,
    subject: holder.name,
    step: words,
    ref: null,
    due_at: null,
    paused_for: null,
  });
}

/** A signer as holder of the work. */
const holderOf = async (act: Act, { person, name }: Person) => ({
  account: await officerAccount(act, person),
  name,
});

/** A signer finds the minutes on the desk. */
export const awaitSigner = async (
  act: Act,
  paper: Parameters<typeof waitFor>[1],
  part: 'secretary' | 'chair',
  signer: Person,
): Promise<void> => waitFor(act, paper, part, await holderOf(act, signer));

/** The drafter finds on the desk that a signer is gone; everybody who drafts for the agency, where it is not known who wrote them. */
export const awaitDrafter = (
  act: Act,
  paper: Parameters<typeof waitFor>[1],
  { drafter }: Pick<Minutes, 'drafter'>,
  gone: string,
): Promise<void> => waitFor(act, paper, 'signer', { account: drafter, name: gone });

/** Nobody is to sign, or to name a signer, any more. */
export async function endSigning(act: Act, id: string): Promise<void> {
  for (const { kind } of [steps.secretary, steps.chair, steps.signer]) await closeWork(act, id, { kind });
}

/** What new minutes stand in the place of. */
export type InPlaceOf = {
  /** A version that was not signed. */
  readonly follows?: Paper;
  /** Issued ones, and what was wrong in them. */
  readonly corrects?: { readonly paper: Paper; readonly error: string };
};

/** Drafts minutes of an agency; the secretary finds them on the desk. Returns the id of the paper. */
export async function draftMinutes(
  act: Act,
  agency: Agency,
  written: Written,
  { secretary, chair }: { readonly secretary: Person; readonly chair: Person },
  { follows, corrects }: InPlaceOf = {},
): Promise<string> {
  if (secretary.person === chair.person) throw new Invalid([{ field: 'chair', message: words.onePerson }]);
  const head = await headFor(act, agency);
  const data = minutesData(
    written,
    { secretary: secretary.name, chair: chair.name },
    { ...head, notation: `BB-${agency.short}` },
    corrects ? correctedIn(corrects) : null,
  );
  const faults = dataErrors(templates.namedDocument, data);
  if (faults.length > 0) throw new Invalid(faults.map(({ message }) => ({ field: '', message })));
  const title = `Biên bản ${written.abstract}`;
  const id = draftPaper(act, {
    item: null,
    template: templates.namedDocument.key,
    title,
    resultCode: null,
    agency: agency.id,
    agencyName: agency.name.vi,
    owner: null,
    ownerOrganisation: null,
    ownerName: agency.name.vi,
    data,
    book: 'bien-ban',
    validUntil: null,
    ...(corrects && { corrects: { paper: corrects.paper.id, error: corrects.error } }),
  });
  insert(act.writes, 'papers.minutes', {
    tenant: act.tenant,
    paper: id,
    secretary: secretary.person,
    secretary_name: secretary.name,
    chair: chair.person,
    chair_name: chair.name,
    secretary_signed_at: null,
    file: null,
    laid_out: null,
    drafter: act.by.account,
    written,
    follows: follows?.id ?? null,
    refused_by: null,
    secretary_for: null,
    secretary_why: null,
    chair_for: null,
    chair_why: null,
    edition: 1,
  });
  const former = follows ?? corrects?.paper;
  if (former) await carryAnnexes(act, former.id, id);
  if (follows) await closeWork(act, follows.id, { kind: steps.drafter.kind });
  await awaitSigner(act, { id, agency: agency.id, code: agency.short, title }, 'secretary', secretary);
  return id;
}

/** Whoever is next does not sign: these minutes end, and are the work of the drafter, who writes them anew or lets them be. */
export async function refuseMinutes(act: Act, id: string, why: string): Promise<void> {
  const paper = await endDraft(act, id, why);
  const { drafter } = (await findMinutes(act, id)) ?? {};
  const { name } = act.by;
  update(act.writes, 'papers.minutes', { tenant: act.tenant, paper: id }, { refused_by: name });
  await endSigning(act, id);
  await waitFor(act, paper, 'drafter', { account: drafter ?? null, name: why.slice(0, 200) });
}

/** The version that was written in the place of refused minutes, or null. */
export const findNextVersion = async (look: Look, id: string): Promise<string | null> =>
  (
    await own<PaperTables>(look.tx)
      .selectFrom('papers.minutes')
      .select('paper')
      .where('tenant', '=', look.tenant)
      .where('follows', '=', id)
      .executeTakeFirst()
  )?.paper ?? null;

/** Refused minutes that wait for a new version. Throws Conflict when there is one already, or they were not refused. */
async function refusedAlone(act: Act, id: string): Promise<Paper> {
  const paper = await getPaper(act, id);
  const waits = paper.state === 'revoked' && paper.issued_at === null;
  if (!waits || (await findNextVersion(act, id))) throw new Conflict(words.otherStep);
  return paper;
}

/** Who goes on with refused minutes. */
async function rewritten(act: Act, paper: Paper): Promise<(by: By) => boolean> {
  const minutes = await findMinutes(act, paper.id);
  return (by) => minutes !== null && mayRewrite(by, paper, minutes);
}

/** A new version of refused minutes; of those that were to correct issued ones, still a correction. Returns its id. */
export async function rewriteMinutes(
  act: Act,
  agency: Agency,
  id: string,
  written: Written,
  signers: { readonly secretary: Person; readonly chair: Person },
): Promise<string> {
  const head = await lockItem(act, id);
  const follows = await refusedAlone(act, id);
  const wrong = follows.replaces ? await correctable(act, follows.replaces) : null;
  const next = await draftMinutes(act, agency, written, signers, {
    follows,
    ...(wrong && { corrects: { paper: wrong, error: follows.correction ?? '' } }),
  });
  const may = await rewritten(act, follows);
  step(act, head, { act: 'paper.rewrite', visible: 'inside', after: { next }, may });
  return next;
}

/** The drafter lets refused minutes be. */
export async function dropMinutes(act: Act, id: string, why: string): Promise<void> {
  const head = await lockItem(act, id);
  const may = await rewritten(act, await refusedAlone(act, id));
  step(act, head, { act: 'paper.drop', visible: 'inside', reason: why, may });
  await closeWork(act, id, { kind: steps.drafter.kind });
}

/** Issued minutes that may be corrected. Throws Conflict when they are not in force, or a correction is under way. */
async function correctable(act: Act, id: string): Promise<Paper> {
  const wrong = await getPaper(act, id);
  if (wrong.state !== 'issued' || (await findCorrection(act, id))) throw new Conflict(words.notInForce);
  return wrong;
}

/** What new minutes say of those that they correct. */
const correctedIn = ({ paper, error }: NonNullable<InPlaceOf['corrects']>): Corrected => ({
  symbol: paper.symbol ?? '',
  issuedOn: paper.issued_on ?? '',
  error,
});

/** New minutes in the place of issued ones, which end when the new ones are issued. Returns the id of the paper. */
export async function correctMinutes(
  act: Act,
  agency: Agency,
  wrong: { readonly id: string; readonly error: string },
  written: Written,
  signers: { readonly secretary: Person; readonly chair: Person },
): Promise<string> {
  await lockItem(act, wrong.id);
  const paper = await correctable(act, wrong.id);
  return draftMinutes(act, agency, written, signers, { corrects: { paper, error: wrong.error } });
}

/** The chair has signed what these minutes were: the clerk is next. */
export async function noteChair(act: Act, id: string, signed: Signed, seen: Minutes): Promise<void> {
  await lockItem(act, id);
  if ((await findMinutes(act, id))?.edition !== seen.edition) throw new Conflict(words.otherStep);
  const paper = await noteSignature(act, id, signed);
  await endSigning(act, id);
  await waitFor(act, paper, 'clerk');
}
