/** From a finished draft to a submission: everything that must be right before a code is given. */
import type { Act, Look } from '../../ground/db/act.ts';
import { keepFile, listFiles, type File } from '../../ground/files/index.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { agencyOfPlace, getAgency, reachAgency, type Agency } from '../../world/agencies/index.ts';
import { getOrganisation, getPerson } from '../../world/people/index.ts';
import { formOf, isPage, validate, type Answers } from '../../work/forms/index.ts';
import type { Procedure } from '../catalogue/index.ts';
import {
  answerSupplement,
  hold,
  receive,
  type Received,
  type ReturnWay,
  type Submission,
} from '../dossiers/index.ts';
import { findSignatureVerdicts, mayUse } from '../../paper/papers/index.ts';
import { applicantName, filerOf, guardMandate, type Applicant } from './applicant.ts';
import { counterOf } from './counter.ts';
import { closeDraft, type Draft } from './drafts.ts';
import { attachedIn } from './files/attached.ts';
import type { PhotoPaper } from './files/photo-papers.ts';
import { checkUnanswered } from './unanswered.ts';
import { words } from './words.ts';

/** Where a dossier goes: who decides, and which one-stop unit receives. */
export type Destination = {
  readonly agency: Agency;
  readonly oneStop: Agency;
  readonly place: string | null;
};

/** Finds where a draft goes. Null when the answers do not say it yet. */
export async function destinationOf(
  look: Look,
  procedure: Procedure,
  answers: Answers,
  applicant: Applicant,
): Promise<Destination | null> {
  const place = placeOf(procedure, answers) ?? (await communeOf(look, applicant));
  const decided = procedure.decidedBy;
  const agency = decided?.slug
    ? await reachedFrom(look, decided.slug, procedure.field, place)
    : place
      ? await agencyOfPlace(look, place, 'peoples-committee')
      : null;
  if (!agency) return null;
  const oneStop = agency.place ? await agencyOfPlace(look, agency.place, 'service-centre') : null;
  return { agency, oneStop: oneStop ?? agency, place };
}

/** The agency named by the catalogue, or where its duties went; null while a person has to say to which of several. */
async function reachedFrom(
  look: Look,
  id: string,
  field: string,
  place: string | null,
): Promise<Agency | null> {
  const reached = await reachAgency(look, await getAgency(look, id), { field, ...(place && { place }) });
  return reached.kind === 'one' ? reached.agency : null;
}

/** Where the applicant lives or has its seat. */
async function communeOf(look: Look, { person, organisation }: Applicant): Promise<string | null> {
  if (person) return (await getPerson(look, person)).commune;
  return organisation ? (await getOrganisation(look, organisation)).commune : null;
}

/** The commune that the procedure is decided by, where the answers name one. */
function placeOf(procedure: Procedure, answers: Answers): string | null {
  if (!procedure.placeFrom) return null;
  let value: unknown = answers;
  for (const step of procedure.placeFrom.split('.'))
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  return typeof value === 'string' ? value : null;
}

/** What stands against the submission; null when nothing does. */
function obstacle(procedure: Procedure, draft: Draft, files: readonly File[], now: Date): Text | null {
  if (
    !procedure.form ||
    validate(formOf(procedure.form), draft.answers, { today: vietnamDay(now) }).errors.length > 0
  )
    return words.stillOpen;
  if (files.some((file) => file.scan === 'infected')) return words.filesInfected;
  if (files.some((file) => file.scan === 'waiting')) return words.filesWaiting;
  return null;
}

/**
 * A file whose signature is broken is found before there is a code, not after (B5): the person hears which file and why.
 * Throws Invalid with one line per file.
 */
async function refuseBrokenSignatures(look: Look, files: readonly File[]): Promise<void> {
  const pdfs = files.filter(({ type }) => type === 'application/pdf');
  const verdicts = await findSignatureVerdicts(
    look,
    pdfs.map(({ hash }) => hash),
  );
  const refused = pdfs.flatMap(({ name, hash }) => {
    const verdict = verdicts.get(hash);
    if (verdict === undefined) return [{ field: '', message: words.filesWaiting }];
    const use = mayUse(verdict);
    return use.may ? [] : [{ field: '', message: words.unusable(name, use.why) }];
  });
  if (refused.length > 0) throw new Invalid(refused);
}

type Component = Submission['components'][number];

const handedIn = (part: Pick<Component, 'component' | 'name' | 'file' | 'hash' | 'pages'>): Component => ({
  ...part,
  manner: 'handed-in',
  originals: 0,
  copies: 1,
});

/**
 * What the answers attach, as components of a dossier: files as they came, and in place of photos the papers made of them.
 * Throws Invalid while something stands against it.
 */
async function checkedComponents(
  act: Act,
  draft: Draft,
  procedure: Procedure,
  papers: readonly PhotoPaper[],
): Promise<readonly Component[]> {
  const attached = attachedIn(procedure, draft.answers);
  const files = await listFiles(
    act,
    attached.map(({ file }) => file.id),
  );
  const wrong = obstacle(procedure, draft, files, act.now);
  if (wrong) throw new Invalid([{ field: '', message: wrong }]);
  await refuseBrokenSignatures(act, files);
  const byId = new Map(files.map((file) => [file.id, file]));
  const asTheyCame = attached
    .filter(({ file }) => !isPage(file))
    .map(({ component, name, file: { id } }) =>
      handedIn({ component, name, file: id, hash: byId.get(id)?.hash ?? null, pages: null }),
    );
  const photographed = papers.map(({ component, name, stored, pages }) => {
    const { id: file, hash } = keepFile(act, stored, `${name || component}.pdf`);
    return handedIn({ component, name, file, hash, pages });
  });
  return [...asTheyCame, ...photographed];
}

/** Where a draft goes and how its result comes back, with the papers that were made of its photos. */
type Wanted = {
  readonly destination: Destination;
  readonly returnWay: ReturnWay;
  readonly papers: readonly PhotoPaper[];
};

/**
 * Submits a draft. The code exists only after everything was checked, and one draft makes one dossier, whatever is
 * clicked twice: the id of the draft is the key.
 */
export async function submit(
  act: Act,
  draft: Draft,
  procedure: Procedure,
  { destination, returnWay, papers }: Wanted,
): Promise<Received> {
  await guardMandate(act, draft, 'apply', procedure.code);
  const components = await checkedComponents(act, draft, procedure, papers);
  const person = draft.person ? await getPerson(act, draft.person) : null;
  const received = await receive(act, {
    key: `draft ${draft.id}`,
    procedure: { code: procedure.code, version: procedure.version, name: procedure.name },
    channel: act.by.kind === 'officer' ? 1 : 2,
    applicant: {
      person: draft.person,
      organisation: draft.organisation,
      name: await applicantName(act, draft),
    },
    filer: filerOf(act.by),
    agency: { id: destination.agency.id, identifier: destination.agency.identifier },
    // Received anywhere in the province: at the counter that is the officer's own unit.
    oneStop: counterOf(act.by) ?? destination.oneStop.id,
    place: destination.place,
    answers: draft.answers,
    contact: { phone: null, email: null, address: person?.address ?? null },
    returnWay,
    components,
    nationalCode: null,
  });
  if (!received.again) {
    closeDraft(act, draft, received.id);
    if (procedure.form) checkUnanswered(act, draft, procedure.form, draft.answers, received.id);
  }
  return received;
}

/** Sends a supplement: the mended answers and what was attached since. */
export async function sendSupplement(
  act: Act,
  draft: Draft,
  procedure: Procedure,
  dossier: string,
  papers: readonly PhotoPaper[],
): Promise<void> {
  await guardMandate(act, draft, 'supplement', procedure.code);
  const components = await checkedComponents(act, draft, procedure, papers);
  const held = await hold(act, dossier);
  await answerSupplement(act, held, draft.answers, components, procedure.afterSupplement);
  closeDraft(act, draft, dossier);
}
