/**
 * Renewal of evidence (ETSI EN 319 142-1 §5.4.3; RFC 4998): before the certificate or an algorithm of the last archive timestamp runs out,
 * the file gets what proves that timestamp, and a new one over all of it. The signed bytes stay as they are.
 */
import { certificateOf } from '../cms/signed-data.ts';
import { askTimestamp } from '../sign/timestamp.ts';
import { safeUntil, type Lifetime } from '../cms/lifetimes.ts';
import { readToken, usedBy } from '../trust/timestamp.ts';
import { openPdf } from './document.ts';
import { storedEvidence } from './evidence.ts';
import { stampPdf } from './prepare.ts';
import { addEvidence, type Services } from './sign.ts';
import { factsOf, signaturesIn } from './signatures.ts';

/** The newest document timestamp of a file with its authority; null: the file has none. */
function newestStamp(pdf: Buffer) {
  const document = openPdf(pdf);
  const stamps = signaturesIn(document)
    .map(({ dict }) => dict && factsOf(document, dict))
    .filter((facts) => facts?.timestamp && facts.contents);
  const contents = stamps.at(-1)?.contents;
  if (!contents) return null;
  const token = readToken(contents.bytes);
  const [signer] = token.signed.signers;
  const authority =
    signer && certificateOf(signer, [...token.signed.certificates, ...storedEvidence(document).certificates]);
  return authority ? { token, authority } : null;
}

/** The certificates of the newest document timestamp, its authority's first. */
function stampCertificates(pdf: Buffer): readonly Buffer[] {
  const stamp = newestStamp(pdf);
  if (!stamp) return [];
  const { token, authority } = stamp;
  return [
    authority.der,
    ...token.signed.certificates.map(({ der }) => der).filter((der) => !der.equals(authority.der)),
  ];
}

/**
 * Until when the evidence in a file lasts: as long as the certificate of its newest archive timestamp, and no longer than
 * the algorithms of that timestamp. Null: it has none.
 */
export function evidenceEnds(pdf: Buffer, table?: readonly Lifetime[]): Date | null {
  const stamp = newestStamp(pdf);
  if (!stamp) return null;
  const { notAfter } = stamp.authority;
  const safe = safeUntil(usedBy(stamp.token, stamp.authority), table);
  return safe && safe < notAfter ? safe : notAfter;
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
