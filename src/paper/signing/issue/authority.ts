/**
 * The test authority of the sample province: root, issuing authority and timestamp authority, made at first start. It exists only beside
 * sample data; a real installation configures the roots of the state and asks their services.
 */
import { OID } from '../asn1/oids.ts';
import { USAGE } from '../cms/certificate.ts';
import { privateKey, softwareSigner, type Signer, type SigningAlgorithm } from '../sign/signer.ts';
import { timestamp, type TimestampPort } from '../sign/timestamp.ts';
import {
  issueCertificate,
  newKey,
  type CertificateRequest,
  type Identity,
  type KeyKind,
  type Subject,
} from './certificate.ts';

export type Authority = {
  readonly root: Identity;
  readonly issuing: Identity;
  readonly timestamps: Identity;
};

const year = 365 * 24 * 3_600_000;
const later = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);

type AuthorityOptions = {
  readonly now: Date;
  readonly name?: string;
  /** Kind of all keys of the authority; P-256 is made at once, RSA takes a moment. */
  readonly keys?: KeyKind;
};

/** Makes the authority: a root for twenty years, an issuing authority for ten, a timestamp authority for ten. */
export const makeAuthority = ({
  now,
  name = 'Tỉnh Sông Lam (thử nghiệm)',
  keys = 'rsa-2048',
}: AuthorityOptions): Authority => {
  const notBefore = later(now, -24 * 3_600_000);
  const make = (
    role: string,
    years: number,
    more: Pick<CertificateRequest, 'authority' | 'usage' | 'purposes' | 'purposesCritical'>,
    issuer: Identity | null,
  ) =>
    issueCertificate(
      {
        subject: { name: role, organization: name },
        key: newKey(keys),
        notBefore,
        notAfter: later(now, years * year),
        ...more,
      },
      issuer,
    );
  const root = make(
    `Chứng thực gốc ${name}`,
    20,
    { authority: {}, usage: [USAGE.certSign, USAGE.crlSign] },
    null,
  );
  const issuing = make(
    `Chứng thực chữ ký số ${name}`,
    10,
    { authority: { pathLength: 0 }, usage: [USAGE.certSign, USAGE.crlSign] },
    root,
  );
  const timestamps = make(
    `Cấp dấu thời gian ${name}`,
    10,
    { usage: [USAGE.digitalSignature], purposes: [OID.timeStamping], purposesCritical: true },
    issuing,
  );
  return { root, issuing, timestamps };
};

type HolderOptions = {
  readonly now: Date;
  readonly days?: number;
  readonly keys?: KeyKind;
  readonly crlUrl?: string;
  readonly ocspUrl?: string;
};

/** A certificate for an officer or an agency, for signing documents. */
export const issueHolder = (
  authority: Authority,
  subject: Subject,
  options: HolderOptions & Partial<CertificateRequest>,
): Identity => {
  const { now, days = 3 * 365, keys = 'rsa-2048', ...more } = options;
  return issueCertificate(
    {
      subject,
      key: more.key ?? newKey(keys),
      notBefore: later(now, -3_600_000),
      notAfter: later(now, days * 24 * 3_600_000),
      usage: [USAGE.digitalSignature, USAGE.nonRepudiation],
      purposes: [OID.emailProtection, OID.documentSigning],
      ...more,
    },
    authority.issuing,
  );
};

/** A signer in memory from an identity. */
export const signerOf = ({ key, certificate, chain }: Identity, algorithm?: SigningAlgorithm): Signer =>
  softwareSigner(key, certificate, chain, algorithm);

/** The local timestamp authority as a port. `clock` is read at each request. */
export const timestampPort =
  ({ timestamps }: Authority, clock: () => Date): TimestampPort =>
  async (request) =>
    timestamp(request, timestamps, clock());

type Saved = { readonly certificate: string; readonly key: string; readonly chain: readonly string[] };

/** An identity as plain data for storage, private key included: it belongs into a file that only the program may read. */
export const saveIdentity = ({ certificate, key, chain }: Identity): Saved => ({
  certificate: certificate.toString('base64'),
  key: key.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  chain: chain.map((der) => der.toString('base64')),
});

/** The identity that `saveIdentity` wrote. */
export const loadIdentity = ({ certificate, key, chain }: Saved): Identity => ({
  certificate: Buffer.from(certificate, 'base64'),
  key: privateKey(Buffer.from(key, 'base64')),
  chain: chain.map((text) => Buffer.from(text, 'base64')),
});
