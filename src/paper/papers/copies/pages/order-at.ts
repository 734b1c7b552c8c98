/** The electronic copy of a path, before it is signed, for those who have to do with it. A look at what belongs to a person is recorded. */
import { NotAllowed } from '../../../../ground/operate/errors.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { noteLookAt } from '../../pages/one-paper.ts';
import { getPaper } from '../../queries.ts';
import type { CopyOrder } from '../../schema.ts';
import { getOrder } from '../orders/queries.ts';
import { rightsOver, type Rights } from '../orders/rights.ts';
import { orderWords } from '../orders/words.ts';

export async function orderAt(visit: Visit): Promise<{ readonly order: CopyOrder; readonly rights: Rights }> {
  const order = await getOrder(visit.look, visit.params['id'] ?? '');
  const rights = await rightsOver(visit.look, order);
  if (!rights.read) throw new NotAllowed(orderWords.notYours);
  if (order.paper) await noteLookAt(visit, await getPaper(visit.look, order.paper));
  return { order, rights };
}
