/**
 * The national identity (VNeID, or the national portal as broker) as OpenID Connect provider. Claims by STANDARDS of the
 * national portal: SoDinhDanh, HoVaTen, NgayThangNamSinh, MaSoThue, MaSoDoanhNghiep; level of assurance in `acr`.
 */
import { oidcProvider, type Claims, type Leaving, type OidcSettings } from './oidc.ts';

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

const silent = {
  vi: 'Hệ thống định danh quốc gia chưa trả lời. Hãy thử lại sau ít phút.',
  en: 'The national identity does not answer. Please try again in a few minutes.',
};

/** The national identity: level 2 is asked for, level 1 is accepted. */
export function identityProvider(settings: OidcSettings) {
  const { leave, arrive } = oidcProvider(settings, 'urn:vneid:2 urn:vneid:1', silent);
  return {
    leave,
    arrive: async (address: URL, keep: Leaving): Promise<Identity> => identityOf(await arrive(address, keep)),
  };
}

export type IdentityProvider = ReturnType<typeof identityProvider>;

/** Reads the claims. Throws when the personal number or the level is missing: nothing is guessed. */
export function identityOf(claims: Claims): Identity {
  const number = String(claims['SoDinhDanh'] ?? claims['preferred_username'] ?? '');
  if (!/^\d{12}$/.test(number)) throw new Error('no personal number in the claims');
  const level = /(?:^|\D)([12])$/.exec(String(claims['acr'] ?? claims['loAs'] ?? ''))?.[1];
  if (!level) throw new Error('no level of assurance in the claims');
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
