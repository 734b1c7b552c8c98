/** Services that make signatures last: timestamp authorities (RFC 3161 §3.4, over HTTP) and sources of revocation information. */
import type { Look } from '../../../ground/db/act.ts';
import { bySystem, type Edge } from '../../../ground/db/edge.ts';
import {
  exchangeBytes,
  Garbled,
  type Exchange,
  type Patience,
  type Wire,
} from '../../../ground/wire/index.ts';
import type { Fetch, TimestampPort } from '../../signing/index.ts';

/** The way out as these services use it: they know nothing of people or dossiers, so the platform itself asks. */
export type WayOut = { readonly wire: Wire; readonly edge: Edge; readonly tenant: number };

const basis = 'Luật Giao dịch điện tử 20/2023/QH15; Thông tư 15/2025/TT-BKHCN';
const patience: Patience = { tryMs: 8000, tries: 2, pauseMs: 300, wholeMs: 20_000 };
/** Lists of large authorities hold every certificate they have revoked. */
const LARGEST_LIST = 32 * 1024 * 1024;

const names = {
  timestamp: { vi: 'Dịch vụ cấp dấu thời gian', en: 'The timestamp authority' },
  revocation: { vi: 'Nơi công bố chứng thư bị thu hồi', en: 'The source of revocation information' },
};

/** A timestamp authority at this address. A name and password in the address are sent as Basic credentials. */
export function timestampAuthority(out: WayOut, address: URL): TimestampPort {
  const { username, password } = address;
  const bare = new URL(address);
  bare.username = bare.password = '';
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = {
    'content-type': 'application/timestamp-query',
    accept: 'application/timestamp-reply',
    ...(username && { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
  };
  return (request) =>
    call(out, 'timestamp', bare, { method: 'POST', headers, body: new Uint8Array(request) });
}

/** Revocation lists and OCSP responders, at the addresses that certificates of trusted authorities name. */
export const revocationSources = (out: WayOut): Fetch => ({
  list: (url) => call(out, 'revocation', new URL(url), { largest: LARGEST_LIST }),
  ocsp: (url, request) =>
    call(out, 'revocation', new URL(url), {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
      body: new Uint8Array(request),
    }),
});

function call(
  { wire, edge, tenant }: WayOut,
  kind: keyof typeof names,
  address: URL,
  asked: Exchange,
): Promise<Buffer> {
  const to = { id: `${kind} ${address.host}`, name: names[kind] };
  const what = { to, service: kind, purpose: 'ky-so', basis, item: null, subject: null, patience };
  return edge.look(bySystem(tenant), (look: Look) =>
    wire.call(look, what, async (signal) => {
      const { status, body } = await exchangeBytes(address, asked, signal);
      if (status !== 200) throw new Garbled(`status ${status}`);
      return { status, value: body };
    }),
  );
}
