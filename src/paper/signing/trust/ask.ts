/** Asks the services that a certificate names whether it was revoked: OCSP first (RFC 6960), then lists (RFC 5280 §4.2.1.13). */
import { createHash } from 'node:crypto';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import { OID } from '../asn1/oids.ts';
import { integer, none, octetString, oid, seq } from '../asn1/write.ts';
import { readCertificate, signedBy, type Certificate } from '../cms/certificate.ts';
import { listStatus } from './crl.ts';
import { responseStatus } from './ocsp.ts';
import type { Evidence } from './trust.ts';

/** The way out, given by the caller: a list is fetched, an OCSP request is posted. It may fail. */
export type Fetch = {
  readonly list: (url: string) => Promise<Buffer>;
  readonly ocsp: (url: string, request: Buffer) => Promise<Buffer>;
};

/** How OCSP names a certificate. SHA-1 only names it, as every client asks for it (RFC 5019 §2.1.1); it signs nothing. */
export const certificateId = (certificate: Certificate, issuer: Certificate): Buffer => {
  const hash = (data: Buffer): Buffer => octetString(createHash('sha1').update(data).digest());
  const serial = integer(Buffer.from(certificate.serial, 'hex'));
  return seq(seq(oid(OID.sha1), none()), hash(issuer.subjectName), hash(issuer.keyBits), serial);
};

const ocspRequest = (certificate: Certificate, issuer: Certificate): Buffer =>
  seq(seq(seq(seq(certificateId(certificate, issuer)))));

/** What the services named by a certificate say of it, as evidence to keep. Throws Unavailable when none gives a usable answer. */
export const askRevocation = async (
  certificate: Certificate,
  issuer: Certificate,
  fetch: Fetch,
): Promise<Evidence> => {
  for (const url of certificate.ocspUrls) {
    const answer = await fetch.ocsp(url, ocspRequest(certificate, issuer)).catch(() => null);
    if (answer && responseStatus(answer, certificate, issuer)) return { crls: [], ocsps: [answer] };
  }
  for (const url of certificate.crlUrls) {
    const list = await fetch.list(url).catch(() => null);
    if (list && listStatus(list, certificate, issuer)) return { crls: [list], ocsps: [] };
  }
  throw new Unavailable({
    vi: `Chưa kiểm tra được chứng thư “${certificate.name}” có bị thu hồi hay không. Hãy thử lại sau.`,
    en: `Whether the certificate “${certificate.name}” was revoked cannot be found out now. Try again later.`,
  });
};

/**
 * Evidence for certificates that are about to sign (Circular 15/2025: checked before signing). Their issuers are found
 * among them and the roots. Throws Invalid when one is revoked, Unavailable when there is no answer.
 */
export const evidenceFor = async (
  certificates: readonly Buffer[],
  roots: readonly Certificate[],
  fetch: Fetch,
): Promise<Evidence> => {
  const asked = new Map(certificates.map((der) => readCertificate(der)).map((one) => [one.id, one]));
  const pool = [...asked.values(), ...roots];
  const trusted = new Set(roots.map(({ id }) => id));
  const found = { crls: [] as Buffer[], ocsps: [] as Buffer[] };
  for (const certificate of asked.values()) {
    if (trusted.has(certificate.id)) continue;
    const issuer = pool.find(
      (one) => one.subjectKey === certificate.issuerKey && signedBy(certificate.signed, one),
    );
    if (!issuer)
      throw new Unavailable({
        vi: `Thiếu chứng thư của nơi cấp “${certificate.name}”. Hãy báo quản trị viên bổ sung vào thư mục chứng thư gốc.`,
        en: `The certificate of the issuer of “${certificate.name}” is missing. Ask the administrator to add it to the folder of roots.`,
      });
    const { crls, ocsps } = await askRevocation(certificate, issuer, fetch);
    refuseRevoked(certificate, issuer, { crls, ocsps });
    found.crls.push(...crls);
    found.ocsps.push(...ocsps);
  }
  return found;
};

function refuseRevoked(certificate: Certificate, issuer: Certificate, { crls, ocsps }: Evidence): void {
  const said = [
    ...crls.map((list) => listStatus(list, certificate, issuer)),
    ...ocsps.map((answer) => responseStatus(answer, certificate, issuer)),
  ];
  if (said.some((status) => status?.state === 'revoked'))
    throw new Invalid([
      {
        field: '',
        message: {
          vi: `Chứng thư “${certificate.name}” đã bị thu hồi nên không được ký.`,
          en: `The certificate “${certificate.name}” was revoked: it may not sign.`,
        },
      },
    ]);
}
