/** Loads a dossier for the page of one act. */
import type { Visit } from '../../../ground/web/visit.ts';
import { getWhole, type Whole } from '../queries.ts';
import { decide, type ActName } from '../rules.ts';

/** Throws like the act itself where it is not for this visitor, or not possible now: nobody fills in a form that leads nowhere. */
export async function wholeFor(visit: Visit, act: ActName): Promise<Whole> {
  const whole = await getWhole(visit.look, visit.params['code'] ?? '');
  // The reason is asked by the form.
  decide(visit.by, whole.dossier, act, 'asked');
  return whole;
}
