/** Who signs: a port. Software keys and PKCS#12 here; a token or a remote service supplies the same four things. */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  sign as rawSign,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import { OID } from '../asn1/oids.ts';
import { context, integer, none, octetString, oid, seq } from '../asn1/write.ts';

/** The lawful algorithms (STANDARDS §8.6): RSA from 2048 bits, curves from 256, SHA-256. There is no way to ask for SHA-1. */
export type SigningAlgorithm = 'rsa-sha256' | 'rsa-pss-sha256' | 'ecdsa-sha256';

/**
 * A signer. `sign` gets the bytes to be signed (not their hash) and returns the signature value as CMS wants it: for ECDSA the DER sequence.
 * A remote service that wants a hash makes SHA-256 of them itself.
 */
export type Signer = {
  readonly certificate: Buffer;
  /** Certificates of the issuers, nearest first, in DER. */
  readonly chain: readonly Buffer[];
  readonly algorithm: SigningAlgorithm;
  readonly sign: (data: Buffer) => Promise<Buffer>;
};

/** AlgorithmIdentifier of a digest or signature. */
export const sha256Identifier = seq(oid(OID.sha256), none());
export const signatureIdentifier: Readonly<Record<SigningAlgorithm, Buffer>> = {
  'rsa-sha256': seq(oid(OID.sha256WithRsa), none()),
  'rsa-pss-sha256': seq(
    oid(OID.rsaPss),
    seq(
      context(0, sha256Identifier),
      context(1, seq(oid(OID.mgf1), sha256Identifier)),
      context(2, integer(32)),
    ),
  ),
  'ecdsa-sha256': seq(oid(OID.ecdsaWithSha256)),
};

/** What PKCS#1 1.5 signs in the place of a SHA-256 hash (RFC 8017 §9.2): for keys that cannot hash themselves. */
export const digestInfo = (hash: Buffer): Buffer => seq(sha256Identifier, octetString(hash));

/** The algorithm that a key signs with unless told otherwise: PKCS#1 1.5 for RSA, as every verifier in use understands it. */
export const algorithmFor = (key: KeyObject): SigningAlgorithm =>
  key.asymmetricKeyType === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256';

/** Signs with a key in memory. */
export const signWith = (algorithm: SigningAlgorithm, key: KeyObject, data: Buffer): Buffer =>
  algorithm === 'rsa-pss-sha256'
    ? rawSign('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 })
    : rawSign('sha256', data, key);

/** A signer from a private key in memory. Throws when key and certificate do not belong together or the key is below the lawful size. */
export const softwareSigner = (
  key: KeyObject,
  certificate: Buffer,
  chain: readonly Buffer[] = [],
  algorithm: SigningAlgorithm = algorithmFor(key),
): Signer => {
  const own = createPublicKey(key);
  if (!new X509Certificate(certificate).publicKey.equals(own))
    throw new Error('The key does not belong to the certificate.');
  const details = own.asymmetricKeyDetails;
  if (details?.modulusLength !== undefined && details.modulusLength < 2048)
    throw new Error('RSA keys below 2048 bits may not sign.');
  return { certificate, chain, algorithm, sign: async (data) => signWith(algorithm, key, data) };
};

/** A private key from PEM or PKCS#8 DER. */
export const privateKey = (bytes: Buffer): KeyObject =>
  bytes.includes('-----BEGIN')
    ? createPrivateKey(bytes)
    : createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
