/** The file of an item as an answer; whatever it is, it is never shown as a page of ours. */
import { Readable } from 'node:stream';
import { extensionOf, type Store } from '../../../ground/files/index.ts';
import type { VaultItem } from '../schema.ts';

/** Sends the bytes of an item. */
export const sendItem = async (store: Store, item: VaultItem): Promise<Response> =>
  new Response(Readable.toWeb(await store.get(item.hash)) as ReadableStream, {
    headers: {
      'content-type': item.type,
      'content-length': String(item.size),
      'content-disposition': `attachment; filename="${item.symbol?.replaceAll(/[^\w.-]/g, '-') ?? 'giay-to'}.${extensionOf(item.type)}"`,
      'cache-control': 'private, no-store',
    },
  });
