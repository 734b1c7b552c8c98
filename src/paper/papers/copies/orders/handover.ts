/** Electronic copies that were prepared, and not signed, by an agency whose duties are divided: the heir decides and signs (E4). */
import type { Handover } from '../../../../work/desk/index.ts';
import { askAnew, COPY_WORK } from './commands.ts';
import { getOrder, listUnsigned } from './queries.ts';

export const orderHandover: Handover = {
  room: COPY_WORK,
  open: listUnsigned,
  about: async (look, item) => {
    const { original } = await getOrder(look, item);
    return { code: original.symbol ?? '', title: original.title };
  },
  take: async (act, item, _, to) => {
    await askAnew(act, item, to);
    return () => to.id;
  },
};
