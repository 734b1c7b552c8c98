/** A draft as its pages read it: with its procedure as it is now, and with the states of its files as they are now. */
import type { Visit } from '../../ground/web/visit.ts';
import { findDossier, type Dossier } from '../dossiers/index.ts';
import { answeredBy, type Answered } from './answered.ts';
import { getDraft, type Draft } from './drafts.ts';
import { attachedIn, type Attached } from './files/attached.ts';
import { withFreshStates } from './files/fresh-states.ts';
import { versionNow, type VersionNow } from './version-now.ts';

export type DraftNow = VersionNow & {
  readonly draft: Draft;
  readonly attached: readonly Attached[];
  /** The dossier that it has become, or that it has supplemented. */
  readonly submitted: Dossier | null;
  /** The dossier whose request for supplement it answers. */
  readonly answered: Answered | null;
};

/** The draft of this visit. Throws NotFound and NotAllowed as `getDraft` does. */
export async function draftNow({ look, params }: Visit): Promise<DraftNow> {
  const draft = await getDraft(look, params['id'] ?? '');
  const version = await versionNow(look, draft);
  const answers = await withFreshStates(look, draft.answers, attachedIn(version.procedure, draft.answers));
  return {
    ...version,
    draft: { ...draft, answers },
    attached: attachedIn(version.procedure, answers),
    submitted: draft.dossier === null ? null : await findDossier(look, draft.dossier),
    answered: await answeredBy(look, draft),
  };
}
