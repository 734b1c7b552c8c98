/** What becomes of a dossier when its result ends after it was issued: the person and the national portal are told (C3, C6). */
import type { Act } from '../../../ground/db/act.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { step } from '../../../ground/record/index.ts';
import { hasRoleAt } from '../../../world/mandates/index.ts';
import { currentPaper, getPaper } from '../../../paper/papers/index.ts';
import { findDossier, hold } from '../load.ts';
import { nationalStatus } from '../rules.ts';

/**
 * Writes down that the result was corrected (`replacedBy`: an error of the agency, free of charge) or revoked, and announces
 * `dossier.correct-result` or `dossier.revoke-result`. The state stays: the dossier was decided, and is not decided again.
 */
export async function noteResultEnded(act: Act, ended: string, replacedBy: string | null): Promise<void> {
  const paper = await getPaper(act, ended);
  const found = paper.item === null ? null : await findDossier(act, paper.item);
  // Other papers of a dossier are not what the person was given as its result.
  if (!found?.result || (await currentPaper(act, found.result)).id !== (replacedBy ?? ended)) return;
  const { dossier, head } = await hold(act, found.id);
  const name = replacedBy ? 'dossier.correct-result' : 'dossier.revoke-result';
  step(act, head, {
    act: name,
    visible: 'party',
    after: { state: dossier.state, paper: replacedBy ?? ended },
    reason: paper.ended_why,
    may: hasRoleAt(paper.agency, 'leader', 'clerk'),
  });
  announce(act, name, dossier.id, {
    code: dossier.code,
    state: dossier.state,
    status: nationalStatus[dossier.state],
  });
}
