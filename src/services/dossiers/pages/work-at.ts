/** The open work that a step's page is about; the page is only for those who may do it. */
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { mayDo, type Work } from '../../../work/desk/index.ts';
import { guardDossierInterest } from '../interest.ts';
import type { Whole } from '../queries.ts';
import { words } from '../words.ts';

/** Finds it by the token in the path. Throws Conflict when the step is over, NotAllowed when it is somebody else's or a conflict of interest. */
export async function workAt<W extends Whole>(whole: W, visit: Visit): Promise<W & { readonly at: Work }> {
  const at = whole.work.find((one) => one.ref === visit.params['token']);
  if (!at) throw new Conflict(words.stepOver);
  await guardDossierInterest(visit.look, whole.dossier);
  if (!mayDo(visit.by, at))
    throw new NotAllowed({
      vi: 'Bước này đang do người khác xử lý.',
      en: 'Somebody else is doing this step.',
    });
  return { ...whole, at };
}
