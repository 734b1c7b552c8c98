/** The file of an item as an answer; whatever it is, it is never shown as a page of ours. */
import { Readable } from 'node:stream';
import type { Look } from '../../../ground/db/act.ts';
import { extensionOf, type Store } from '../../../ground/files/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { listAnnexes, type Annex } from '../../../paper/papers/index.ts';
import type { VaultItem } from '../schema.ts';

type Sent = Pick<VaultItem, 'hash' | 'size' | 'type'> & { readonly name: string };

const send = async (store: Store, { hash, size, type, name }: Sent): Promise<Response> =>
  new Response(Readable.toWeb(await store.get(hash)) as ReadableStream, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': `attachment; filename="${name}.${extensionOf(type)}"`,
      'cache-control': 'private, no-store',
    },
  });

const nameOf = ({ symbol }: VaultItem): string => symbol?.replaceAll(/[^\w.-]/g, '-') ?? 'giay-to';

/** Sends the bytes of an item. */
export const sendItem = (store: Store, item: VaultItem): Promise<Response> =>
  send(store, { ...item, name: nameOf(item) });

/** The annexes in files of their own that belong to an item. */
export const annexesOf = async (look: Look, { paper }: VaultItem): Promise<readonly Annex[]> =>
  paper === null ? [] : listAnnexes(look, paper);

/** Sends an annex of an item. Throws NotFound where it has none of this number. */
export async function sendAnnex(look: Look, store: Store, item: VaultItem, n: string): Promise<Response> {
  const annex = (await annexesOf(look, item)).find((one) => String(one.n) === n);
  if (!annex?.hash) throw new NotFound({ vi: 'Không có phụ lục này.', en: 'There is no such annex.' });
  const { hash, size } = annex;
  return send(store, { hash, size, type: 'application/pdf', name: `${nameOf(item)}-PL${annex.n}` });
}
