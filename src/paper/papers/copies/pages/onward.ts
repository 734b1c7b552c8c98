/** Where whoever prepared a copy goes on: to choose the parts of an extract, or to see that it waits for the decision. */
import type { Onward } from '../../../../ground/web/page.ts';
import { bandsPath, orderPath } from '../../paths.ts';
import type { CopyOrder } from '../../schema.ts';
import { orderWords } from '../orders/words.ts';

export const onward = ({ kind }: Pick<CopyOrder, 'kind'>, id: string): Onward =>
  kind === 'extract' ? { to: bandsPath(id) } : { to: orderPath(id), say: orderWords.prepared };
