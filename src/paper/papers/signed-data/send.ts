/** Signed data as a download that nobody in between keeps. */
import type { Store } from '../../../ground/files/index.ts';
import type { KeptData } from '../schema.ts';

/** Media types of the forms. */
const types = { json: 'application/jose+json', xml: 'application/xml' } as const;
/** How their files end. */
export const endings = { json: 'jws', xml: 'xml' } as const;

/** The type of these bytes: a JWS without a timestamp is in the compact form, with one in that of JSON (RFC 7515 §9.2.1). */
export const typeOf = (form: KeptData['form'], bytes: Buffer): string =>
  form === 'json' && bytes[0] !== 0x7b ? 'application/jose' : types[form];

/** Sends one form of the data under the code of its paper. */
export const sendData = async (
  store: Store,
  { form, hash, size }: KeptData,
  code: string,
): Promise<Response> => {
  const bytes = await store.read(hash);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': typeOf(form, bytes),
      'content-length': String(size),
      'content-disposition': `attachment; filename="${code}.${endings[form]}"`,
      'cache-control': 'private, no-store',
    },
  });
};
