/** The open work that a step's page is about; the page is only for those who may do it. */
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { mayDo, type Work } from '../../../work/desk/index.ts';
import { guardDossierInterest } from '../interest.ts';
import { screenOf, type Screen } from '../paths.ts';
import type { Whole } from '../queries.ts';
import { words } from '../words.ts';

/** Finds it by the token in the path, where it is done on this screen: a signature is no finding, a seal is no note. Throws Conflict when the step is over, NotAllowed when it is somebody else's or a conflict of interest. */
export async function workAt<W extends Whole>(
  whole: W,
  visit: Visit,
  screen: Screen,
): Promise<W & { readonly at: Work }> {
  const at = whole.work.find((one) => one.ref === visit.params['token'] && screenOf(one.kind) === screen);
  if (!at) throw new Conflict(words.stepOver);
  await guardDossierInterest(visit.look, whole.dossier);
  if (!mayDo(visit.by, at))
    throw new NotAllowed({
      vi: 'Bước này đang do người khác xử lý.',
      en: 'Somebody else is doing this step.',
    });
  return { ...whole, at };
}
