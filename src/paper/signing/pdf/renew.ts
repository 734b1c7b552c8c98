/**
 * Renewal of evidence (ETSI EN 319 142-1 §5.4.3; RFC 4998): before the certificate of the last archive timestamp runs out,
 * the file gets what proves that timestamp, and a new one over all of it. The signed bytes stay as they are.
 */
import { readCertificate } from '../cms/certificate.ts';
import { certificateOf } from '../cms/signed-data.ts';
import { askTimestamp } from '../sign/timestamp.ts';
import { readToken } from '../trust/timestamp.ts';
import { openPdf } from './document.ts';
import { storedEvidence } from './evidence.ts';
import { stampPdf } from './prepare.ts';
import { addEvidence, type Services } from './sign.ts';
import { factsOf, signaturesIn } from './signatures.ts';

/** The certificates of the newest document timestamp, its authority's first; empty: the file has none. */
function stampCertificates(pdf: Buffer): readonly Buffer[] {
  const document = openPdf(pdf);
  const stamps = signaturesIn(document)
    .map(({ dict }) => dict && factsOf(document, dict))
    .filter((facts) => facts?.timestamp && facts.contents);
  const contents = stamps.at(-1)?.contents;
  if (!contents) return [];
  const { signed } = readToken(contents.bytes);
  const [signer] = signed.signers;
  const authority =
    signer && certificateOf(signer, [...signed.certificates, ...storedEvidence(document).certificates]);
  return authority
    ? [
        authority.der,
        ...signed.certificates.map(({ der }) => der).filter((der) => !der.equals(authority.der)),
      ]
    : [];
}

/** Until when the evidence in a file lasts: as long as the certificate of its newest archive timestamp. Null: it has none. */
export function evidenceEnds(pdf: Buffer): Date | null {
  const [authority] = stampCertificates(pdf);
  return authority ? readCertificate(authority).notAfter : null;
}

/** Adds what proves the newest timestamp today, and a new timestamp over everything. */
export async function renewPdf(
  pdf: Buffer,
  { timestamp, evidence }: Required<Pick<Services, 'timestamp' | 'evidence'>>,
): Promise<Buffer> {
  const certificates = stampCertificates(pdf);
  const kept = addEvidence(pdf, { certificates, ...(await evidence(certificates)) });
  return stampPdf(kept, (data) => askTimestamp(data, timestamp));
}
