/** Signed data as a download that nobody in between keeps. */
import { Readable } from 'node:stream';
import type { Store } from '../../../ground/files/index.ts';
import type { KeptData } from '../schema.ts';

/** Media types of the forms. */
export const types = { json: 'application/jose', xml: 'application/xml' } as const;
/** How their files end. */
export const endings = { json: 'jws', xml: 'xml' } as const;

/** Sends one form of the data under the code of its paper. */
export const sendData = async (
  store: Store,
  { form, hash, size }: KeptData,
  code: string,
): Promise<Response> =>
  new Response(Readable.toWeb(await store.get(hash)) as ReadableStream, {
    headers: {
      'content-type': types[form],
      'content-length': String(size),
      'content-disposition': `attachment; filename="${code}.${endings[form]}"`,
      'cache-control': 'private, no-store',
    },
  });
