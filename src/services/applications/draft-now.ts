/** A draft as its pages read it: with its procedure, and with the states of its files as they are now. */
import type { Visit } from '../../ground/web/visit.ts';
import { getVersion, type Procedure } from '../catalogue/index.ts';
import { getDraft, type Draft } from './drafts.ts';
import { attachedIn, type Attached } from './files/attached.ts';
import { withFreshStates } from './files/fresh-states.ts';

export type DraftNow = {
  readonly draft: Draft;
  readonly procedure: Procedure;
  readonly attached: readonly Attached[];
};

/** The draft of this visit. Throws NotFound and NotAllowed as `getDraft` does. */
export async function draftNow({ look, params }: Visit): Promise<DraftNow> {
  const draft = await getDraft(look, params['id'] ?? '');
  const procedure = await getVersion(look, draft.procedure, draft.version);
  const answers = await withFreshStates(look, draft.answers, attachedIn(procedure, draft.answers));
  return { draft: { ...draft, answers }, procedure, attached: attachedIn(procedure, answers) };
}
