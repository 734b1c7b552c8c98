/** A credential of a remote signing service (Cloud Signature Consortium API 2.0, 11.5): key, certificate, what it may sign with. */
import { readCertificate } from '../../signing/index.ts';

/** What a signature is made with. The certificate is the service's word until the chain is checked by a verifier. */
export type Credential = {
  readonly id: string;
  readonly certificate: Buffer;
  /** Certificates of the issuers, nearest first. */
  readonly chain: readonly Buffer[];
  readonly algorithm: 'rsa-sha256' | 'ecdsa-sha256';
  /** Name in the certificate. */
  readonly signer: string;
  readonly validUntil: Date;
  /** How many signatures one confirmation may cover. */
  readonly together: number;
};

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The credential in an answer of `credentials/info`; null when it cannot sign at this moment, or not lawfully. */
export function readCredential(
  id: string,
  told: Readonly<Record<string, unknown>>,
  now: Date,
): Credential | null {
  const [key, cert] = [record(told['key']), record(told['cert'])];
  const [own, ...chain] = texts(cert['certificates']).map((one) => Buffer.from(one, 'base64'));
  if (key['status'] !== 'enabled' || (cert['status'] ?? 'valid') !== 'valid' || !own) return null;
  const certificate = readCertificate(own);
  const kind = certificate.key.asymmetricKeyType;
  if (certificate.notAfter <= now || (kind !== 'rsa' && kind !== 'ec')) return null;
  const together = told['multisign'];
  return {
    id,
    certificate: own,
    chain,
    algorithm: kind === 'ec' ? 'ecdsa-sha256' : 'rsa-sha256',
    signer: certificate.name,
    validUntil: certificate.notAfter,
    together: typeof together === 'number' && together > 1 ? together : 1,
  };
}
