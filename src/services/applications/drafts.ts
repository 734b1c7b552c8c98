/** Drafts (bản khai): begun once, saved with every page, resumed anywhere, submitted once. */
import { own, type Act, type By, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { NotAllowed, NotFound } from '../../ground/operate/errors.ts';
import { newId } from '../../ground/record/index.ts';
import type { Answers, ProvenanceByPath } from '../../work/forms/index.ts';
import type { Procedure } from '../catalogue/index.ts';

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
};

export type ApplicationTables = { 'applications.drafts': Draft & { tenant: number } };

/** Whether this person may open the draft: only who began it. */
export const mayOpen = (by: By, draft: Pick<Draft, 'account'>): boolean => by.account === draft.account;

/** The draft of this id, if it is this person's. Throws NotFound, also for drafts of others. */
export async function getDraft(look: Look, id: string): Promise<Draft> {
  const row = await own<ApplicationTables>(look.tx)
    .selectFrom('applications.drafts')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !mayOpen(look.by, row))
    throw new NotFound({ vi: 'Không có bản khai này.', en: 'There is no such draft.' });
  return row;
}

/** Drafts of this person that are not submitted yet, the latest first. */
export const listDrafts = (look: Look): Promise<Draft[]> =>
  own<ApplicationTables>(look.tx)
    .selectFrom('applications.drafts')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('account', '=', look.by.account)
    .where('dossier', 'is', null)
    .orderBy('updated_at', 'desc')
    .limit(20)
    .execute();

/** Begins a draft with what is known already. Returns its id. */
export function beginDraft(
  act: Act,
  procedure: Pick<Procedure, 'code' | 'version'>,
  known: { readonly answers: Answers; readonly provenance: ProvenanceByPath },
): string {
  if (!act.by.account) throw new NotAllowed({ vi: 'Hãy đăng nhập để nộp hồ sơ.', en: 'Sign in to apply.' });
  const id = newId(act.now);
  insert(act.writes, 'applications.drafts', {
    tenant: act.tenant,
    id,
    account: act.by.account,
    person: act.by.person,
    organisation: act.by.organisation,
    procedure: procedure.code,
    version: procedure.version,
    answers: known.answers,
    provenance: known.provenance,
    edition: 1,
    created_at: act.now,
    updated_at: act.now,
  });
  return id;
}

/** Saves answers. The draft must be as it was read: otherwise Conflict, and nothing is lost in silence. */
export function saveDraft(act: Act, draft: Draft, answers: Answers): void {
  update(
    act.writes,
    'applications.drafts',
    { tenant: act.tenant, id: draft.id, edition: draft.edition },
    { answers, edition: draft.edition + 1, updated_at: act.now },
  );
}

/** Marks the draft as submitted. */
export const closeDraft = (act: Act, draft: Draft, dossier: string): void =>
  update(
    act.writes,
    'applications.drafts',
    { tenant: act.tenant, id: draft.id },
    { dossier, updated_at: act.now },
  );
