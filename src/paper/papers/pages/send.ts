/** A PDF of ours as a download that nobody in between keeps. */
import { Readable } from 'node:stream';
import type { Store } from '../../../ground/files/index.ts';

/** Sends stored bytes under a name without its ending. */
export const sendPdf = async (
  store: Store,
  { hash, size, name }: { readonly hash: string; readonly size: number | null; readonly name: string },
): Promise<Response> =>
  new Response(Readable.toWeb(await store.get(hash)) as ReadableStream, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(size),
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
