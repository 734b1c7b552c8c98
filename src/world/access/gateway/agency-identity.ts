/** An agency's own identity system (đăng nhập một lần của cơ quan) as OpenID Connect provider for its officers. */
import { NotAllowed } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { oidcProvider, type Claims, type Leaving, type OidcSettings } from './oidc.ts';

/** One agency's identity system, as configured. */
export type AgencyIdentitySettings = OidcSettings & {
  /** Part of the address, and what accounts name: `so-tu-phap`. */
  readonly id: string;
  readonly name: Text;
  /** The claim that is the sign-in name of the account here; `preferred_username` by default. */
  readonly loginClaim?: string;
  /** Values of `acr` that mean a second factor; without them `amr` must say `mfa` (RFC 8176). */
  readonly secondFactor?: readonly string[];
};

/** Makes the provider. `arrive` gives the sign-in name; it throws when the agency did not ask for a second factor. */
export function agencyIdentity(settings: AgencyIdentitySettings) {
  const silent = {
    vi: `Hệ thống đăng nhập của ${settings.name.vi} chưa trả lời. Hãy thử lại sau ít phút.`,
    en: `The sign-in of ${settings.name.en} does not answer. Please try again in a few minutes.`,
  };
  const { leave, arrive } = oidcProvider(settings, settings.secondFactor?.join(' ') ?? null, silent);
  return {
    id: settings.id,
    name: settings.name,
    leave,
    arrive: async (address: URL, keep: Leaving): Promise<string> =>
      loginOf(await arrive(address, keep), settings),
  };
}

export type AgencyIdentity = ReturnType<typeof agencyIdentity>;

/** The sign-in name in the claims. Throws when it is missing; NotAllowed when no second factor was asked for. */
export function loginOf(
  claims: Claims,
  { name, loginClaim = 'preferred_username', secondFactor }: AgencyIdentitySettings,
): string {
  const strong = secondFactor
    ? secondFactor.includes(String(claims['acr'] ?? ''))
    : Array.isArray(claims['amr']) && claims['amr'].includes('mfa');
  if (!strong)
    throw new NotAllowed({
      vi: `${name.vi} chưa hỏi bạn lớp xác thực thứ hai, như mã trên điện thoại. Hãy bật lớp thứ hai ở hệ thống của cơ quan rồi đăng nhập lại.`,
      en: `${name.en} did not ask you for a second factor, such as a code on your phone. Turn it on in the system of your agency, then sign in again.`,
    });
  const login = claims[loginClaim];
  if (typeof login !== 'string' || login === '') throw new Error(`no ${loginClaim} in the claims`);
  return login.toLowerCase();
}

/**
 * Reads the configuration `OFFICER_IDENTITY`: a JSON list of `AgencyIdentitySettings`. Throws an Error with one sentence.
 */
export function readAgencyIdentities(env: NodeJS.ProcessEnv = process.env): AgencyIdentitySettings[] {
  const text = env['OFFICER_IDENTITY'];
  if (!text) return [];
  const wrong = new Error(
    'OFFICER_IDENTITY must be a JSON list; each entry has id (small letters, digits, hyphens), name {vi, en}, issuer, clientId and clientSecret.',
  );
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw wrong;
  }
  if (!Array.isArray(list) || !list.every(isSettings)) throw wrong;
  return list;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isSettings(value: unknown): value is AgencyIdentitySettings {
  if (value === null || typeof value !== 'object') return false;
  const { id, name, issuer, clientId, clientSecret } = value as Readonly<Record<string, unknown>>;
  const { vi, en } = (name ?? {}) as Readonly<Record<string, unknown>>;
  return (
    isText(id) &&
    /^[a-z0-9-]{1,40}$/.test(id) &&
    isText(vi) &&
    isText(en) &&
    isText(issuer) &&
    URL.canParse(issuer) &&
    isText(clientId) &&
    isText(clientSecret)
  );
}
