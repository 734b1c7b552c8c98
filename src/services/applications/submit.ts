/** From a finished draft to a submission: everything that must be right before a code is given. */
import type { Act } from '../../ground/db/act.ts';
import { keepFile, listFiles, type File } from '../../ground/files/index.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { formOf, isPage, validate } from '../../work/forms/index.ts';
import type { Procedure } from '../catalogue/index.ts';
import { findInVault } from '../vault/index.ts';
import {
  answerSupplement,
  hold,
  receive,
  type Received,
  type ReturnWay,
  type Submission,
} from '../dossiers/index.ts';
import { noteSecrecy, SECRECY, secrecyFaults } from '../../paper/scanning/index.ts';
import { findSignatureVerdicts, pagesIn, signatureFaults } from '../../paper/papers/index.ts';
import { filerOf, guardMandate, holderOf, nameOf } from './applicant.ts';
import { channelOf, counterOf } from './counter.ts';
import type { Destination } from './destination.ts';
import { contactOf } from './contact.ts';
import { closeDraft, getDraft, type Draft } from './drafts.ts';
import { whyNotHere } from './filed-here.ts';
import { attachedIn } from './files/attached.ts';
import type { PhotoPaper } from './files/photo-papers.ts';
import { checkUnanswered } from './unanswered.ts';
import { words } from './words.ts';

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
  const hashes = files.map(({ hash }) => hash);
  const verdicts = await findSignatureVerdicts(act, hashes);
  const faults = [...(await secrecyFaults(act, files)), ...signatureFaults(files, verdicts)];
  if (faults.length > 0) throw new Invalid(faults);
  const owner = draft.organisation ?? draft.person;
  const inVault = owner === null ? new Set<string>() : await findInVault(act, owner, hashes);
  const byId = new Map(files.map((file) => [file.id, file]));
  const asTheyCame = attached
    .filter(({ file }) => !isPage(file))
    .map(({ component, name, file: { id } }) => {
      const hash = byId.get(id)?.hash;
      const part = handedIn({
        component,
        name,
        file: id,
        hash: hash ?? null,
        pages: pagesIn(verdicts, hash),
      });
      return hash !== undefined && inVault.has(hash) ? { ...part, manner: 'vault' as const } : part;
    });
  const photographed = papers.map(({ component, name, stored, pages }) => {
    const { id: file, hash } = keepFile(act, stored, `${name || component}.pdf`, { known: [SECRECY] });
    // Its pages were looked through as photos.
    noteSecrecy(act, file, hash, { marked: false, read: 'all' });
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

/** What becomes a dossier: a finished draft, or what follows from an earlier dossier of the same request. Checked already. */
export type Filed = Pick<Draft, 'person' | 'organisation' | 'answers'> &
  Pick<
    Submission,
    'key' | 'channel' | 'filer' | 'postal' | 'vaultConsentAt' | 'returnWay' | 'linkedTo' | 'components'
  >;

/** Hands it to the one-stop unit: from here on there is a dossier. */
export async function handIn(
  act: Act,
  { person: owner, organisation, linkedTo, ...filed }: Filed,
  procedure: Procedure,
  destination: Destination,
): Promise<Received> {
  const elsewhere = whyNotHere(procedure);
  if (elsewhere) throw new Conflict(elsewhere);
  const holder = await holderOf(act, { person: owner, organisation });
  return receive(act, {
    key: filed.key,
    procedure,
    channel: filed.channel,
    applicant: {
      person: owner,
      organisation,
      name: nameOf(holder, act.by),
    },
    filer: filed.filer,
    agency: { id: destination.agency.id, identifier: destination.agency.identifier },
    // Received anywhere in the province: at the counter that is the officer's own unit.
    oneStop: counterOf(act.by) ?? destination.oneStop.id,
    place: destination.place,
    answers: filed.answers,
    postal: filed.postal ?? null,
    vaultConsentAt: filed.vaultConsentAt ?? null,
    contact: await contactOf(act, holder),
    returnWay: filed.returnWay,
    components: filed.components,
    nationalCode: null,
    ...(linkedTo && { linkedTo }),
  });
}

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
  await guardMandate(act, draft, 'apply', procedure);
  const { person, organisation, answers } = draft;
  const received = await handIn(
    act,
    {
      person,
      organisation,
      answers,
      key: `draft ${draft.id}`,
      channel: channelOf(act.by, draft),
      filer: filerOf(act.by),
      postal: draft.postal,
      vaultConsentAt: draft.vault_consent_at,
      returnWay,
      components: await checkedComponents(act, draft, procedure, papers),
    },
    procedure,
    destination,
  );
  if (!received.again) {
    closeDraft(act, draft, received.id, procedure.version);
    if (procedure.form) checkUnanswered(act, draft, procedure.form, draft.answers, received.id);
  }
  return received;
}

/** Sends a supplement: the mended answers and what was attached since. Sent twice at once it is sent once. */
export async function sendSupplement(
  act: Act,
  draft: Draft,
  procedure: Procedure,
  dossier: string,
  papers: readonly PhotoPaper[],
): Promise<void> {
  await guardMandate(act, draft, 'supplement', procedure);
  const held = await hold(act, dossier);
  // The same press sent twice waited above for the first.
  if ((await getDraft(act, draft.id)).dossier !== null) return;
  const components = await checkedComponents(act, draft, procedure, papers);
  await answerSupplement(act, held, draft.answers, components, procedure);
  closeDraft(act, draft, dossier, procedure.version);
}
