/** What is seen of an electronic copy before it is signed: the very file that is decided on, and pictures of the pages of its source. */
import type { Store } from '../../../../ground/files/index.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import type { Answer } from '../../../../ground/web/page.ts';
import { shownPage } from '../../../scanning/index.ts';
import { orderFilePath, shownPagePath } from '../../paths.ts';
import { sendPdf } from '../../pages/send.ts';
import { orderWords } from '../orders/words.ts';
import type { Desk } from '../source.ts';
import { orderAt } from './order-at.ts';

export const orderFileAnswer = (store: Store): Answer => ({
  path: orderFilePath(':id'),
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const { order } = await orderAt(visit);
    if (order.to_sign === null) throw new NotFound(orderWords.notMade);
    const size = await store.sizeOf(order.to_sign);
    return sendPdf(store, { hash: order.to_sign, size, name: `ban-sao-chua-ky-${order.id.slice(-8)}` });
  },
});

export const shownPageAnswer = ({ store, programs }: Desk): Answer => ({
  path: shownPagePath(':id', ':n'),
  who: 'officer',
  example: null,
  respond: async (visit) => {
    const { order } = await orderAt(visit);
    const page = Number(visit.params['n']);
    const picture =
      order.sheets[page - 1] && (await shownPage(programs, await store.read(order.drawn), page));
    if (!picture) throw new NotFound(orderWords.noPage);
    return new Response(new Uint8Array(picture), {
      headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=600' },
    });
  },
});
