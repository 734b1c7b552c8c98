/** The algorithms of XML signatures (W3C XMLDSig 1.1, RFC 9231) in the form that xml-crypto takes them. */
import { constants, createHash, createPublicKey, verify, type KeyLike } from 'node:crypto';
import type { HashAlgorithm, SignatureAlgorithm, SignedXml } from 'xml-crypto';
import { later } from '../../../ground/operate/later.ts';
import type { DigestName } from '../cms/algorithms.ts';

const library = later<typeof import('xml-crypto')>('xml-crypto');

export const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const newer = 'http://www.w3.org/2007/05/xmldsig-more#';
export const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const enveloped = `${dsig}enveloped-signature`;
export const sha256Uri = 'http://www.w3.org/2001/04/xmlenc#sha256';

export const signatureUri = {
  'rsa-sha256': `${more}rsa-sha256`,
  'rsa-pss-sha256': `${newer}sha256-rsa-MGF1`,
  'ecdsa-sha256': `${more}ecdsa-sha256`,
} as const;

/** The library asks for constructors; a function that returns an object is one. */
export const constructor = <T>(make: () => T): new () => T =>
  function made() {
    return make();
  } as unknown as new () => T;

const unsigning = (): never => {
  throw new Error('signing goes through the port');
};

/** What checks a value: only says whether it fits. A key of another kind than the name says does not fit. */
const checker = (name: string, digest: string, options: object, onValue: () => void) =>
  constructor((): SignatureAlgorithm => ({
    getAlgorithmName: () => name,
    getSignature: unsigning,
    verifySignature: (material: string, key: KeyLike, value: string) => {
      onValue();
      try {
        return verify(
          digest,
          Buffer.from(material),
          { key: createPublicKey(key), ...options },
          Buffer.from(value, 'base64'),
        );
      } catch {
        return false; // RSA asked of a curve, or a value that no key could have made
      }
    },
  }));

const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };

/** Every signature algorithm that is calculated: RSA, RSASSA-PSS with a salt as long as the digest, and curves. SHA-1 only to be told of. */
const checkers = (onValue: () => void): ReadonlyMap<string, new () => SignatureAlgorithm> => {
  const table: [string, string, object][] = [
    [`${dsig}rsa-sha1`, 'sha1', {}],
    [`${more}ecdsa-sha1`, 'sha1', { dsaEncoding: 'ieee-p1363' }],
  ];
  for (const digest of ['sha224', 'sha256', 'sha384', 'sha512'])
    table.push(
      [`${more}rsa-${digest}`, digest, {}],
      [`${newer}${digest}-rsa-MGF1`, digest, pss],
      [`${more}ecdsa-${digest}`, digest, { dsaEncoding: 'ieee-p1363' }],
    );
  return new Map(
    table.map(([name, digest, options]) => [name, checker(name, digest, options, onValue)] as const),
  );
};

const hash = (digest: 'sha224' | 'sha384') =>
  constructor((): HashAlgorithm => ({
    getAlgorithmName: () => `${more}${digest}`,
    getHash: (xml) => createHash(digest).update(xml).digest('base64'),
  }));

const canonical11 = 'http://www.w3.org/2006/12/xml-c14n11';

/**
 * A signature object of the library with all algorithms of the circular. It takes no key from the file: the caller sets the one to
 * check against. `onValue`: every reference agreed, now the value is checked. `plainAttributes`: no attribute stands in the namespace
 * of XML itself; then canonical XML 1.1 is the same as 1.0, which the library knows.
 */
export const signedXml = (
  options: ConstructorParameters<typeof SignedXml>[0] = {},
  { onValue = () => {}, plainAttributes = false } = {},
): SignedXml => {
  const { C14nCanonicalization, C14nCanonicalizationWithComments, SignedXml: Library } = library();
  const signed = new Library({ getCertFromKeyInfo: () => null, ...options });
  for (const [name, algorithm] of checkers(onValue)) signed.SignatureAlgorithms[name] = algorithm;
  for (const digest of ['sha224', 'sha384'] as const)
    signed.HashAlgorithms[`${more}${digest}`] = hash(digest);
  if (plainAttributes) {
    signed.CanonicalizationAlgorithms[canonical11] = C14nCanonicalization;
    signed.CanonicalizationAlgorithms[`${canonical11}#WithComments`] = C14nCanonicalizationWithComments;
  }
  return signed;
};

/** The digest that an algorithm's address names. */
export const digestInUri = (uri: string): DigestName | null =>
  (/sha(1|224|256|384|512)(?!\d)/.exec(uri)?.[0] as DigestName | undefined) ??
  (/md5/.test(uri) ? 'md5' : null);
