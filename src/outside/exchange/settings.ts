/** What an installation has agreed with the national portal and the public post. */

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
