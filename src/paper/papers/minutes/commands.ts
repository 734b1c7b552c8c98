/** Minutes are drafted, signed by the secretary, then by the chair; the clerk numbers and the agency seals them last. */
import type { Act, Look } from '../../../ground/db/act.ts';
import { own } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import { closeWork, openWork } from '../../../work/desk/index.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import { dataErrors, templates } from '../../typeset/index.ts';
import { draftPaper, endDraft, noteSignature } from '../commands.ts';
import { headFor } from '../issuer.ts';
import { officerAccount } from '../officer-account.ts';
import { getPaper } from '../queries.ts';
import { endWaiting } from '../remote/waiting.ts';
import type { Minutes, Paper, PaperTables, Signed } from '../schema.ts';
import { minutesData, type Written } from './content.ts';
import { words } from './words.ts';

/** Work of the desk about minutes. */
export const MINUTES_WORK = 'minutes';

type Person = { readonly person: string; readonly name: string };

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
    ])
    .where('tenant', '=', look.tenant)
    .where('paper', '=', paper)
    .executeTakeFirst()) ?? null;

const steps = {
  secretary: { kind: 'sign-first', role: 'case-officer', step: 'Thư ký ký biên bản' },
  chair: { kind: 'sign-second', role: 'leader', step: 'Chủ tọa ký biên bản' },
  clerk: { kind: 'seal', role: 'clerk', step: 'Cấp số, đóng dấu biên bản' },
} as const;

async function waitFor(
  act: Act,
  { id, agency, code, title }: Pick<Paper, 'id' | 'agency' | 'code' | 'title'>,
  who: keyof typeof steps,
  person: Person | null,
): Promise<void> {
  const { kind, role, step: words } = steps[who];
  openWork(act, {
    item: id,
    room: MINUTES_WORK,
    kind,
    agency,
    unit: null,
    role,
    holder: person && (await officerAccount(act, person.person)),
    code,
    title,
    subject: person?.name ?? '',
    step: words,
    ref: null,
    due_at: null,
    paused_for: null,
  });
}

/** Drafts minutes of an agency; the secretary finds them on the desk. Returns the id of the paper. */
export async function draftMinutes(
  act: Act,
  agency: Agency,
  written: Written,
  { secretary, chair }: { readonly secretary: Person; readonly chair: Person },
): Promise<string> {
  if (secretary.person === chair.person) throw new Invalid([{ field: 'chair', message: words.onePerson }]);
  const head = await headFor(act, agency);
  const data = minutesData(
    written,
    { secretary: secretary.name, chair: chair.name },
    { ...head, notation: `BB-${agency.short}` },
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
  });
  await waitFor(act, { id, agency: agency.id, code: agency.short, title }, 'secretary', secretary);
  return id;
}

/** The secretary has signed: the chair signs the very same bytes. */
export async function noteSecretary(act: Act, id: string, { stored, ...laidOut }: Signed): Promise<void> {
  const head = await lockItem(act, id);
  const [paper, minutes] = [await getPaper(act, id), await findMinutes(act, id)];
  if (!minutes || minutes.file !== null || paper.state !== 'draft') throw new Conflict(words.otherStep);
  update(
    act.writes,
    'papers.minutes',
    { tenant: act.tenant, paper: id },
    { file: stored.hash, secretary_signed_at: act.now, laid_out: laidOut },
  );
  step(act, head, { act: 'paper.sign-first', visible: 'inside', after: { hash: stored.hash } });
  endWaiting(act, id);
  await closeWork(act, id, { kind: steps.secretary.kind });
  await waitFor(act, paper, 'chair', { person: minutes.chair, name: minutes.chair_name });
}

/** Whoever is next does not sign: these minutes end, and are written anew. */
export async function refuseMinutes(act: Act, id: string, why: string): Promise<void> {
  await endDraft(act, id, why);
  for (const { kind } of [steps.secretary, steps.chair]) await closeWork(act, id, { kind });
}

/** The chair has signed: the clerk is next. */
export async function noteChair(act: Act, id: string, signed: Signed): Promise<void> {
  const paper = await noteSignature(act, id, signed);
  await closeWork(act, id, { kind: steps.chair.kind });
  await waitFor(act, paper, 'clerk', null);
}
