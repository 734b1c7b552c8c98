/** Which signature algorithms there are, and whether a signature fits a key (STANDARDS §8.6; ETSI TS 119 312). */
import { constants, verify, type KeyObject } from 'node:crypto';
import { Asn1Error, children, find, oid, open, small, TAG, type Node } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';

export type DigestName =
  'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | 'sha3-256' | 'sha3-384' | 'sha3-512';

const digests: Readonly<Record<string, DigestName>> = {
  [OID.md5]: 'md5',
  [OID.sha1]: 'sha1',
  [OID.sha224]: 'sha224',
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

type Scheme = 'rsa' | 'pss' | 'ecdsa' | 'dsa' | 'eddsa';

/** Signature algorithms whose name says both the scheme and the digest. */
const signatures: Readonly<Record<string, readonly [Scheme, DigestName | null]>> = {
  [OID.rsa]: ['rsa', null],
  '1.2.840.113549.1.1.4': ['rsa', 'md5'],
  '1.2.840.113549.1.1.5': ['rsa', 'sha1'],
  '1.3.14.3.2.29': ['rsa', 'sha1'],
  '1.2.840.113549.1.1.14': ['rsa', 'sha224'],
  [OID.sha256WithRsa]: ['rsa', 'sha256'],
  '1.2.840.113549.1.1.12': ['rsa', 'sha384'],
  '1.2.840.113549.1.1.13': ['rsa', 'sha512'],
  '2.16.840.1.101.3.4.3.14': ['rsa', 'sha3-256'],
  '2.16.840.1.101.3.4.3.15': ['rsa', 'sha3-384'],
  '2.16.840.1.101.3.4.3.16': ['rsa', 'sha3-512'],
  [OID.rsaPss]: ['pss', null],
  [OID.ecPublicKey]: ['ecdsa', null],
  '1.2.840.10045.4.1': ['ecdsa', 'sha1'],
  '1.2.840.10045.4.3.1': ['ecdsa', 'sha224'],
  [OID.ecdsaWithSha256]: ['ecdsa', 'sha256'],
  '1.2.840.10045.4.3.3': ['ecdsa', 'sha384'],
  '1.2.840.10045.4.3.4': ['ecdsa', 'sha512'],
  '2.16.840.1.101.3.4.3.10': ['ecdsa', 'sha3-256'],
  '2.16.840.1.101.3.4.3.11': ['ecdsa', 'sha3-384'],
  '2.16.840.1.101.3.4.3.12': ['ecdsa', 'sha3-512'],
  '1.2.840.10040.4.1': ['dsa', null],
  '1.2.840.10040.4.3': ['dsa', 'sha1'],
  '2.16.840.1.101.3.4.3.2': ['dsa', 'sha256'],
  [OID.ed25519]: ['eddsa', null],
  [OID.ed448]: ['eddsa', null],
};

/** The digest that an AlgorithmIdentifier names, or null for one that we do not know. */
export const digestOf = (algorithm: Node | undefined): DigestName | null =>
  digests[oid(open(algorithm, TAG.sequence)[0])] ?? null;

/** How a signature was made. `salt` is for RSASSA-PSS. */
export type Method = { readonly scheme: Scheme; readonly digest: DigestName; readonly salt?: number };

/** Reads a signature AlgorithmIdentifier; `fallback` is the digest where the name does not say it (CMS). Null: unknown to us. */
export const methodOf = (algorithm: Node | undefined, fallback: DigestName | null): Method | null => {
  const [name, parameters] = open(algorithm, TAG.sequence);
  const known = signatures[oid(name)];
  if (!known) return null;
  const [scheme, digest] = known;
  if (scheme === 'pss') return pssOf(parameters);
  if (scheme === 'eddsa') return { scheme, digest: 'sha512' };
  const used = digest ?? fallback;
  return used ? { scheme, digest: used } : null;
};

/** RSASSA-PSS-params (RFC 8017 A.2.3): the defaults are SHA-1 and 20. A mask of another digest is not supported by OpenSSL's interface. */
const pssOf = (parameters: Node | undefined): Method | null => {
  const parts = parameters?.tag === TAG.sequence ? children(parameters) : [];
  const inside = (tag: number): Node | undefined => {
    const part = find(parts, tag);
    return part && children(part)[0];
  };
  const hash = inside(0xa0);
  const mask = inside(0xa1);
  const salt = inside(0xa2);
  const digest = hash ? digestOf(hash) : 'sha1';
  const maskDigest = mask ? digestOf(children(mask)[1]) : 'sha1';
  if (!digest || digest !== maskDigest) return null;
  return { scheme: 'pss', digest, salt: salt ? small(salt) : 20 };
};

/** Whether `signature` over `data` was made with the private half of `key`. Never throws: what OpenSSL refuses is false. */
export const fits = (method: Method, key: KeyObject, data: Buffer, signature: Buffer): boolean => {
  const kind = key.asymmetricKeyType ?? '';
  try {
    switch (method.scheme) {
      case 'rsa':
        return kind === 'rsa' && verify(method.digest, data, key, signature);
      case 'pss':
        return (
          kind.startsWith('rsa') &&
          verify(
            method.digest,
            data,
            { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: method.salt ?? 20 },
            signature,
          )
        );
      case 'ecdsa':
        return kind === 'ec' && verify(method.digest, data, key, signature);
      case 'dsa':
        return kind === 'dsa' && verify(method.digest, data, key, signature);
      case 'eddsa':
        return kind.startsWith('ed') && verify(null, data, key, signature);
    }
  } catch {
    return false;
  }
};

/** Turns any failure to read ASN.1 into null; other errors pass. */
export const readable = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Asn1Error || error instanceof RangeError) return null;
    throw error;
  }
};
