/** OpenID Connect as we use it: authorisation code flow with PKCE, state and nonce. One adapter for every provider. */
import type { Configuration } from 'openid-client';
import { later } from '../../../ground/operate/later.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';

const oidc = later<typeof import('openid-client')>('openid-client');

/** How to reach a provider. */
export type OidcSettings = {
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

/** What a provider says of who signed in. */
export type Claims = Readonly<Record<string, unknown>>;

/** A provider, with its configuration discovered when first needed. `silent` is what people hear when it does not answer. */
export function oidcProvider(settings: OidcSettings, levels: string | null, silent: Text) {
  let discovered: Promise<Configuration> | null = null;
  const discover = (): Promise<Configuration> => {
    const insecure = /^http:\/\/(?:127\.0\.0\.1|localhost)(?::|\/|$)/.test(settings.issuer);
    discovered ??= oidc()
      .discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        // The signature of the token is checked as well, not only the line that it came over.
        execute: [oidc().enableNonRepudiationChecks, ...(insecure ? [oidc().allowInsecureRequests] : [])],
        timeout: 10,
      })
      .catch((error: unknown) => {
        discovered = null;
        throw new Unavailable(silent, { cause: error });
      });
    return discovered;
  };
  return {
    /** The address to send the visitor to, and what to keep until they are back. */
    async leave(redirect: string, back: string): Promise<{ to: string; keep: Leaving }> {
      const config = await discover();
      const verifier = oidc().randomPKCECodeVerifier();
      const keep = { state: oidc().randomState(), nonce: oidc().randomNonce(), verifier, back };
      const to = oidc().buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid profile',
        ...(levels && { acr_values: levels }),
        state: keep.state,
        nonce: keep.nonce,
        code_challenge: await oidc().calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { to: to.href, keep };
    },
    /** Exchanges the code of the returning visitor for who they are. Throws when anything does not fit. */
    async arrive(address: URL, keep: Leaving): Promise<Claims> {
      const config = await discover();
      const tokens = await oidc().authorizationCodeGrant(config, address, {
        expectedState: keep.state,
        expectedNonce: keep.nonce,
        pkceCodeVerifier: keep.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('no id token');
      const more = await oidc().fetchUserInfo(config, tokens.access_token, claims.sub);
      return { ...more, ...claims };
    },
  };
}
