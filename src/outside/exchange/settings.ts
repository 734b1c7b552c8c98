/** What an installation has agreed with the national portal and the public post. */
import { together, webAddress, type Env } from '../../ground/operate/together.ts';
import type { FiledAt } from './schema.ts';

/** How an installation signs in at the national portal, or at another system that is asked the same way. */
export type PortalLogin = {
  /** Address of the adapter; messages go to `{adapter}/{endpoint}`. */
  readonly adapter: string;
  readonly endpoint: string;
  /** Header `dstcode`: whom the adapter hands messages to. */
  readonly destination: string;
  /** `madonvi`: identifier of the province or ministry. */
  readonly unit: string;
  readonly user: string;
  readonly password: string;
};

/** The account at the national portal. */
export type PortalAccount = PortalLogin & {
  /** Words by which a sender shows who it is when it sends us dossiers; where there is none, it sends nothing. */
  readonly incoming: Readonly<Partial<Record<FiledAt, string>>> & { readonly 'national-portal': string };
  /** Origins from which files of dossiers may be fetched; nothing else is. */
  readonly files: readonly string[];
};

/** The account at the public post. */
export type PostAccount = {
  readonly url: string;
  readonly token: string;
  readonly customer: string;
  readonly sender: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
  };
  /** The post has its own numbers of provinces; there are no districts since July 2025. */
  readonly province: string;
};

/** Accounts of an installation; null: not connected. */
export type ExchangeAccounts = { readonly portal: PortalAccount | null; readonly post: PostAccount | null };

export const notConnected: ExchangeAccounts = { portal: null, post: null };

/** What the environment says of the national portal; null when it says nothing. */
function readPortal(env: Env): PortalAccount | null {
  const set = together(env, [
    'NATIONAL_PORTAL_ADAPTER',
    'NATIONAL_PORTAL_ENDPOINT',
    'NATIONAL_PORTAL_DSTCODE',
    'NATIONAL_PORTAL_UNIT',
    'NATIONAL_PORTAL_USER',
    'NATIONAL_PORTAL_PASSWORD',
    'NATIONAL_PORTAL_INCOMING',
    'NATIONAL_PORTAL_FILES',
  ]);
  if (!set) return null;
  const vneid = env['VNEID_INCOMING']?.trim();
  return {
    adapter: webAddress('NATIONAL_PORTAL_ADAPTER', set.NATIONAL_PORTAL_ADAPTER),
    endpoint: set.NATIONAL_PORTAL_ENDPOINT,
    destination: set.NATIONAL_PORTAL_DSTCODE,
    unit: set.NATIONAL_PORTAL_UNIT,
    user: set.NATIONAL_PORTAL_USER,
    password: set.NATIONAL_PORTAL_PASSWORD,
    incoming: { 'national-portal': set.NATIONAL_PORTAL_INCOMING, ...(vneid && { vneid }) },
    files: set.NATIONAL_PORTAL_FILES.split(/[\s,]+/).map(
      (text) => new URL(webAddress('NATIONAL_PORTAL_FILES', text)).origin,
    ),
  };
}

/** What the environment says of the public post; null when it says nothing. */
function readPost(env: Env): PostAccount | null {
  const set = together(env, [
    'POST_URL',
    'POST_TOKEN',
    'POST_CUSTOMER',
    'POST_PROVINCE',
    'POST_SENDER',
    'POST_SENDER_ADDRESS',
    'POST_SENDER_PHONE',
  ]);
  return (
    set && {
      url: webAddress('POST_URL', set.POST_URL),
      token: set.POST_TOKEN,
      customer: set.POST_CUSTOMER,
      province: set.POST_PROVINCE,
      sender: {
        name: set.POST_SENDER,
        address: set.POST_SENDER_ADDRESS,
        phone: set.POST_SENDER_PHONE,
        email: env['POST_SENDER_EMAIL']?.trim() ?? '',
      },
    }
  );
}

/** What the environment says of both; null when it says nothing. Throws an Error with one sentence when it is half said. */
export function readExchangeAccounts(env: Env = process.env): ExchangeAccounts | null {
  const [portal, post] = [readPortal(env), readPost(env)];
  return portal || post ? { portal, post } : null;
}
