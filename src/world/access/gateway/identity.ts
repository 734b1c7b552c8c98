/**
 * The national identity (VNeID, or the national portal as broker) as OpenID Connect provider: authorisation code
 * flow with PKCE. Claims by STANDARDS of the national portal: SoDinhDanh, HoVaTen, NgayThangNamSinh, MaSoThue,
 * MaSoDoanhNghiep; level of assurance in `acr`.
 */
import * as oidc from 'openid-client';
import { Unavailable } from '../../../ground/operate/errors.ts';

/** What the national identity says of a person. */
export type Identity = {
  /** Personal number (số định danh cá nhân), 12 digits. */
  readonly number: string;
  readonly name: string;
  /** `YYYY-MM-DD`, or null. */
  readonly born: string | null;
  readonly assurance: 1 | 2;
  /** Enterprise code or tax code when signed in for an organisation. */
  readonly organisation: string | null;
};

/** How to reach the provider. */
export type IdentitySettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** What must be kept in the visitor's browser between leaving and coming back. */
export type Leaving = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
};

/** The identity provider, with its configuration discovered when first needed. */
export function identityProvider(settings: IdentitySettings) {
  let discovered: Promise<oidc.Configuration> | null = null;
  const discover = (): Promise<oidc.Configuration> => {
    const insecure =
      settings.issuer.startsWith('http://127.0.0.1') || settings.issuer.startsWith('http://localhost');
    discovered ??= oidc
      .discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        execute: insecure ? [oidc.allowInsecureRequests] : [],
        timeout: 10,
      })
      .catch((error: unknown) => {
        discovered = null;
        throw new Unavailable(
          {
            vi: 'Hệ thống định danh quốc gia chưa trả lời. Hãy thử lại sau ít phút.',
            en: 'The national identity does not answer. Please try again in a few minutes.',
          },
          { cause: error },
        );
      });
    return discovered;
  };
  return {
    /** The address to send the visitor to, and what to keep until they are back. */
    async leave(redirect: string, back: string): Promise<{ to: string; keep: Leaving }> {
      const config = await discover();
      const verifier = oidc.randomPKCECodeVerifier();
      const keep = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, back };
      const to = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid profile',
        acr_values: 'urn:vneid:2 urn:vneid:1',
        state: keep.state,
        nonce: keep.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { to: to.href, keep };
    },
    /** Exchanges the code of the returning visitor for who they are. Throws when anything does not fit. */
    async arrive(address: URL, keep: Leaving): Promise<Identity> {
      const config = await discover();
      const tokens = await oidc.authorizationCodeGrant(config, address, {
        expectedState: keep.state,
        expectedNonce: keep.nonce,
        pkceCodeVerifier: keep.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('no id token');
      const more = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub);
      return identityOf({ ...more, ...claims });
    },
    /** Address where the visitor also leaves the provider, or null. */
    async leaveForGood(after: string): Promise<string | null> {
      const config = await discover();
      return config.serverMetadata().end_session_endpoint
        ? oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: after }).href
        : null;
    },
  };
}

export type IdentityProvider = ReturnType<typeof identityProvider>;

/** Reads the claims. Throws when the personal number or the level is missing: nothing is guessed. */
export function identityOf(claims: Readonly<Record<string, unknown>>): Identity {
  const number = String(claims['SoDinhDanh'] ?? claims['preferred_username'] ?? '');
  if (!/^\d{12}$/.test(number)) throw new Error('no personal number in the claims');
  const level = /(\d)$/.exec(String(claims['acr'] ?? claims['loAs'] ?? ''))?.[1];
  if (level !== '1' && level !== '2') throw new Error('no level of assurance in the claims');
  const born = /^(\d{4})(\d{2})(\d{2})$/.exec(String(claims['NgayThangNamSinh'] ?? ''));
  return {
    number,
    name: String(claims['HoVaTen'] ?? claims['name'] ?? '').normalize('NFC'),
    born: born ? `${born[1]}-${born[2]}-${born[3]}` : null,
    assurance: level === '2' ? 2 : 1,
    organisation:
      (claims['MaSoDoanhNghiep'] as string | undefined) || (claims['MaSoThue'] as string | undefined) || null,
  };
}
