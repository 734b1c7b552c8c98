/** Drafts (bản khai): begun once, saved with every page, resumed anywhere, submitted once. */
import { own, type Act, type By, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict, NotAllowed, NotFound } from '../../ground/operate/errors.ts';
import { isId, newId } from '../../ground/record/index.ts';
import { draftBecame } from '../../ground/wire/index.ts';
import type { Answers, Prefilled, ProvenanceByPath } from '../../work/forms/index.ts';
import type { Procedure } from '../catalogue/index.ts';
import type { PostalItem } from '../dossiers/index.ts';
import { answeredBy, isAsked } from './answered.ts';
import { isApplicantNow, type Applicant } from './applicant.ts';
import { submittedWords, words } from './words.ts';

export type Draft = {
  readonly id: string;
  readonly account: string;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly procedure: string;
  readonly version: number;
  readonly answers: Answers;
  readonly provenance: ProvenanceByPath;
  readonly edition: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly dossier: string | null;
  /** The dossier whose request for supplement it answers. */
  readonly answers_to: string | null;
  /** Sources that did not answer when it was begun: what was asked instead is checked after submission. */
  readonly silent: readonly string[];
  /** The paper dossier came by public post; an officer enters it. */
  readonly by_post: boolean;
  /** The postal item that it came as. */
  readonly postal: PostalItem | null;
  /** When the applicant consented at the counter that papers are looked for in their vault. */
  readonly vault_consent_at: Date | null;
};

export type ApplicationTables = { 'applications.drafts': Draft & { tenant: number } };

/** Whether this draft was begun by this account: nobody else opens it. */
const isTheirs = (by: By, draft: Draft): boolean => by.account === draft.account;

/** Whether a draft is of whom this visitor acts for now; at the counter it is of whoever stood there. */
const isFor = (by: By, draft: Draft): boolean => by.kind === 'officer' || isApplicantNow(by, draft);

/**
 * The draft of this id, if it is this person's. Throws NotFound, also for drafts of others; NotAllowed while the person
 * acts for another than the one it is for (a mandate that has ended closes its drafts).
 */
export async function getDraft(look: Look, id: string): Promise<Draft> {
  const row = isId(id)
    ? await own<ApplicationTables>(look.tx)
        .selectFrom('applications.drafts')
        .selectAll()
        .where('tenant', '=', look.tenant)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row || !isTheirs(look.by, row)) throw new NotFound(words.noDraft);
  if (!isFor(look.by, row)) throw new NotAllowed(words.otherApplicant);
  return row;
}

/**
 * Drafts of this person, for whom they act now, that can still be submitted, the latest first: an answer to a request for supplement that
 * nobody waits for any more is none of them.
 */
export async function listDrafts(look: Look): Promise<Draft[]> {
  const mine = (await openDrafts(look)).filter((draft) => isFor(look.by, draft));
  const asked = await Promise.all(mine.map(async (draft) => isAsked(await answeredBy(look, draft))));
  return mine.filter((_, i) => asked[i]);
}

const draftsOf = prepared((db, { tenant, account }: { tenant: number; account: string | null }) =>
  own<ApplicationTables>(db)
    .selectFrom('applications.drafts')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('account', '=', account)
    .where('dossier', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(100),
);

const openDrafts = ({ tx, tenant, by }: Look): Promise<Draft[]> =>
  draftsOf(tx, { tenant, account: by.account });

/** `answersTo`: the dossier whose request for supplement it answers. `postal`: the paper came by post. */
type Begun = { readonly answersTo?: string | null; readonly postal?: PostalItem | null };

/**
 * Begins a draft with what is known already, for oneself or (at the counter) for another. Returns its id, which is the one under which
 * the sources were asked.
 */
export function beginDraft(
  act: Act,
  procedure: Pick<Procedure, 'code' | 'version'>,
  known: Prefilled & { readonly silent?: readonly string[]; readonly draft?: string | null },
  applicant: Applicant,
  { answersTo = null, postal = null }: Begun = {},
): string {
  if (!act.by.account) throw new NotAllowed({ vi: 'Hãy đăng nhập để nộp hồ sơ.', en: 'Sign in to apply.' });
  const id = known.draft ?? newId(act.now);
  insert(act.writes, 'applications.drafts', {
    tenant: act.tenant,
    id,
    account: act.by.account,
    person: applicant.person,
    organisation: applicant.organisation,
    procedure: procedure.code,
    version: procedure.version,
    answers: known.answers,
    provenance: known.provenance,
    edition: 1,
    created_at: act.now,
    updated_at: act.now,
    answers_to: answersTo,
    silent: [...(known.silent ?? [])],
    by_post: postal !== null,
    postal,
    vault_consent_at: null,
  });
  return id;
}

/** Nothing is added to what was submitted: it would reach nobody. */
function refuseSubmitted({ dossier }: Draft): void {
  if (dossier !== null) throw new Conflict(submittedWords.title);
}

/** Saves answers. The draft must be as it was read: otherwise Conflict, and nothing is lost in silence. */
export function saveDraft(act: Act, draft: Draft, answers: Answers): void {
  refuseSubmitted(draft);
  update(
    act.writes,
    'applications.drafts',
    { tenant: act.tenant, id: draft.id, edition: draft.edition },
    { answers, edition: draft.edition + 1, updated_at: act.now },
  );
}

/** Notes that the applicant, who stands at the counter, lets the officer look for papers in their vault for this application. */
export function noteVaultConsent(act: Act, draft: Draft): void {
  refuseSubmitted(draft);
  update(
    act.writes,
    'applications.drafts',
    { tenant: act.tenant, id: draft.id, edition: draft.edition },
    { vault_consent_at: act.now, edition: draft.edition + 1, updated_at: act.now },
  );
}

/**
 * Marks the draft as submitted, as it was read: with what is saved in the same moment in another window, one of the two meets a Conflict.
 * `version`: the one of its procedure by which it was submitted. Registries that were asked for it were asked for the dossier (B4, N1).
 */
export function closeDraft(
  act: Act,
  draft: Pick<Draft, 'id' | 'edition'>,
  dossier: string,
  version: number,
): void {
  update(
    act.writes,
    'applications.drafts',
    { tenant: act.tenant, id: draft.id, edition: draft.edition },
    { dossier, version, edition: draft.edition + 1, updated_at: act.now },
  );
  draftBecame(act, draft.id, dossier);
}

/** The open draft in which this visitor is answering the latest request for supplement of a dossier, or null. */
export const findAnswerTo = async (look: Look, dossier: string, askedAt: Date): Promise<Draft | null> =>
  (await own<ApplicationTables>(look.tx)
    .selectFrom('applications.drafts')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('account', '=', look.by.account)
    .where('answers_to', '=', dossier)
    .where('created_at', '>=', askedAt)
    .where('dossier', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;
