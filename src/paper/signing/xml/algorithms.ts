/** The algorithms of XML signatures (W3C XMLDSig 1.1, RFC 9231) in the form that xml-crypto takes them. */
import { createHash, createPublicKey, verify, type KeyLike } from 'node:crypto';
import type { HashAlgorithm, SignatureAlgorithm, SignedXml } from 'xml-crypto';
import { later } from '../../../ground/operate/later.ts';
import type { DigestName } from '../cms/algorithms.ts';

const library = later<typeof import('xml-crypto')>('xml-crypto');

const more = 'http://www.w3.org/2001/04/xmldsig-more#';
export const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
export const sha256Uri = 'http://www.w3.org/2001/04/xmlenc#sha256';

export const signatureUri = {
  'rsa-sha256': `${more}rsa-sha256`,
  'rsa-pss-sha256': 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  'ecdsa-sha256': `${more}ecdsa-sha256`,
} as const;

/** The library asks for constructors; a function that returns an object is one. */
export const constructor = <T>(make: () => T): new () => T =>
  function made() {
    return make();
  } as unknown as new () => T;

const curve = (digest: 'sha256' | 'sha384' | 'sha512') =>
  constructor((): SignatureAlgorithm => ({
    getAlgorithmName: () => `${more}ecdsa-${digest}`,
    getSignature: () => {
      throw new Error('signing goes through the port');
    },
    verifySignature: (material: string, key: KeyLike, value: string) =>
      verify(
        digest,
        Buffer.from(material),
        { key: createPublicKey(key), dsaEncoding: 'ieee-p1363' },
        Buffer.from(value, 'base64'),
      ),
  }));

const hash = (digest: 'sha384') =>
  constructor((): HashAlgorithm => ({
    getAlgorithmName: () => `${more}${digest}`,
    getHash: (xml) => createHash(digest).update(xml).digest('base64'),
  }));

/** A signature object of the library with elliptic curves added. It takes no key from the file: the caller sets the one to check against. */
export const signedXml = (options: ConstructorParameters<typeof SignedXml>[0] = {}): SignedXml => {
  const signed = new (library().SignedXml)({ getCertFromKeyInfo: () => null, ...options });
  for (const digest of ['sha256', 'sha384', 'sha512'] as const)
    signed.SignatureAlgorithms[`${more}ecdsa-${digest}`] = curve(digest);
  signed.HashAlgorithms[`${more}sha384`] = hash('sha384');
  return signed;
};

/** The digest that an algorithm's address names. */
export const digestInUri = (uri: string): DigestName | null =>
  (/sha(1|224|256|384|512)(?!\d)/.exec(uri)?.[0] as DigestName | undefined) ??
  (/md5/.test(uri) ? 'md5' : null);
