/** XML signatures (XMLDSig, XAdES): checked with the certificate inside, which is then judged like any other (E2). */
import { createHash } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { XmlDocument } from 'libxml2-wasm';
import type { SignedXml } from 'xml-crypto';
import { judgeHolder, judgeStamp, nobody, type Judgement } from '../cms/judge.ts';
import type { Mathematics } from '../cms/signed-data.ts';
import { tryCertificate, type Certificate } from '../cms/certificate.ts';
import { reasons } from '../reasons.ts';
import type { Trust } from '../trust/trust.ts';
import { outcomeOf, verdictOf, type Finding, type SignatureReport, type Verdict } from '../verdict.ts';
import { digestInUri, dsig, signedXml } from './algorithms.ts';
import { evidenceIn, stampIn, stampedValue } from './timestamp.ts';
import { instructsBeside, saysNothingElse } from './parts.ts';

const mostSignatures = 50;
/** Beginnings and ends of elements that are read where there are signatures: each costs some microseconds, several times over. */
const mostTags = 400_000;

const tagsIn = (xml: string): number => {
  let count = 0;
  for (let at = xml.indexOf('<'); at >= 0 && count <= mostTags; at = xml.indexOf('<', at + 1)) count++;
  return count;
};

/** The library leaves attributes such as `xmlnsa` out of what it checks, as if they declared a namespace: a place for foreign content. */
const unsignedAttribute = /\sxmlns[^\s:=]/;

/** Whether libxml2 reads it: strict, without entities or network. The lenient reader below then sees the same document. */
const wellFormed = (xml: string): boolean => {
  if (unsignedAttribute.test(xml)) return false;
  try {
    XmlDocument.fromString(xml).dispose();
    return true;
  } catch {
    return false; // whatever is wrong with it, it is not a document
  }
};

const parse = (xml: string): Document =>
  new DOMParser({ errorHandler: { error: () => undefined, warning: () => undefined } }).parseFromString(
    xml,
    'text/xml',
  );

const tryParse = (xml: string): Document | null => {
  try {
    return parse(xml);
  } catch {
    return null; // the second reader does not agree that it is a document
  }
};

const elements = (parent: Document | Element, name: string, space = dsig): Element[] =>
  Array.from(parent.getElementsByTagNameNS(space, name));

const certificatesIn = (signature: Element): Certificate[] =>
  elements(signature, 'X509Certificate')
    .map((node) => tryCertificate(Buffer.from(node.textContent ?? '', 'base64')))
    .filter((one) => one !== null);

type Properties = { readonly claimed: Date | null; readonly named: boolean | null };

/** Time and certificate as the signer signed them: read only from what the signature covers (XAdES SignedProperties). */
const propertiesOf = (signedParts: readonly string[], certificate: Certificate): Properties => {
  for (const part of signedParts) {
    const root = parse(part).documentElement;
    if (root?.localName !== 'SignedProperties') continue;
    const inside = (name: string): Element | undefined =>
      Array.from(root.getElementsByTagNameNS('*', name))[0];
    const time = new Date(inside('SigningTime')?.textContent?.trim() ?? '');
    const digest = inside('CertDigest');
    const value = digest && elements(digest, 'DigestValue')[0]?.textContent;
    const method =
      digest && digestInUri(elements(digest, 'DigestMethod')[0]?.getAttribute('Algorithm') ?? '');
    return {
      claimed: Number.isNaN(time.getTime()) ? null : time,
      named:
        value && method
          ? createHash(method).update(certificate.der).digest('base64') === value.replace(/\s/g, '')
          : null,
    };
  }
  return { claimed: null, named: null };
};

const certificatePem = ({ der }: Certificate): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;

type Checked = {
  readonly mathematics: Mathematics;
  readonly signedParts: readonly string[];
  readonly uris: readonly string[];
  readonly algorithms: readonly string[];
};

/** Parts of a file that are named by an expression instead of an identifier. */
const byExpression = /^#xpointer\(/;

/** Whether every method that the signature names is one that is calculated here: what is not was not found wrong, but not right either. */
const understood = (signed: SignedXml, signature: Element): boolean =>
  elements(signature, 'Reference').every((one) => !byExpression.test(one.getAttribute('URI') ?? '')) &&
  [
    [signed.CanonicalizationAlgorithms, ['CanonicalizationMethod', 'Transform']],
    [signed.SignatureAlgorithms, ['SignatureMethod']],
    [signed.HashAlgorithms, ['DigestMethod']],
  ].every(([known, names]) =>
    (names as readonly string[])
      .flatMap((name) => elements(elements(signature, 'SignedInfo')[0] ?? signature, name))
      .every((node) => Object.hasOwn(known as object, node.getAttribute('Algorithm') ?? '')),
  );

/** Whether what it signs stands in this file: all of it, or a part of it. Anything else is never fetched. */
const isHere = (reference: Element): boolean =>
  reference.hasAttribute('URI') && /^(?:$|#)/.test(reference.getAttribute('URI') ?? '');

/** The mathematics, with the key pinned to this certificate. */
const check = (xml: string, signature: Element, certificate: Certificate): Checked => {
  let agreed = false;
  const signed = signedXml(
    { publicCert: certificatePem(certificate) },
    { onValue: () => (agreed = true), plainAttributes: !/\sxml:/.test(xml) },
  );
  let holds = false;
  try {
    signed.loadSignature(signature as unknown as Parameters<typeof signed.loadSignature>[0]);
    holds = signed.checkSignature(xml);
  } catch {
    holds = false; // the library throws where a reference or the value is wrong
  }
  const references = signed.getReferences();
  const algorithms = [
    signed.signatureAlgorithm ?? '',
    ...references.map(({ digestAlgorithm }) => digestAlgorithm),
  ];
  return {
    mathematics: holds
      ? 'holds'
      : !understood(signed, signature)
        ? 'unknown'
        : agreed
          ? 'signature-differs'
          : 'digest-differs',
    signedParts: signed.getSignedReferences(),
    uris: references.map(({ uri }) => uri),
    algorithms,
  };
};

/** The signer's certificate need not come first: of several, the one whose key made the value. */
const mostCertificates = 5;
const checkAny = (
  xml: string,
  signature: Element,
  certificates: readonly Certificate[],
): readonly [Certificate, Checked] | null => {
  let first: readonly [Certificate, Checked] | null = null;
  for (const certificate of certificates.slice(0, mostCertificates)) {
    const checked = check(xml, signature, certificate);
    if (checked.mathematics !== 'signature-differs') return [certificate, checked];
    first ??= [certificate, checked];
  }
  return first;
};

const judgeElement = async (
  xml: string,
  document: Document,
  place: { readonly signature: Element; readonly n: number },
  trust: Trust,
): Promise<SignatureReport> => {
  const { signature, n } = place;
  const certificates = certificatesIn(signature);
  const report = (
    judgement: Judgement,
    coversWholeFile: boolean,
    more: readonly Finding[] = [],
  ): SignatureReport => {
    const { certificate: _, ...rest } = judgement;
    const findings = [...judgement.findings, ...more];
    return { ...rest, coversWholeFile, findings, outcome: outcomeOf(findings) };
  };
  const unknown = (finding: Finding) => report({ ...nobody({ claimed: null }), findings: [finding] }, false);
  const [signedInfo] = elements(signature, 'SignedInfo');
  const method = signedInfo && elements(signedInfo, 'SignatureMethod')[0]?.getAttribute('Algorithm');
  if (/#hmac-/i.test(method ?? '')) return unknown(reasons.noSignature);
  if (signedInfo && !elements(signedInfo, 'Reference').every(isHere))
    return unknown(reasons.contentElsewhere);
  const found = checkAny(xml, signature, certificates);
  if (!found) return unknown(reasons.noCertificate);
  const [certificate, { mathematics, signedParts, uris, algorithms }] = found;
  const { claimed, named } = propertiesOf(signedParts, certificate);
  const stored = evidenceIn(signature);
  const around = {
    certificates: [
      ...certificates,
      ...stored.certificates.map((der) => tryCertificate(der)).filter((one) => one !== null),
    ],
    evidence: stored,
  };
  const stamp = stampIn(signature);
  const stamped = stamp && stampedValue(xml, n, stamp.method);
  const judged = await judgeHolder(
    {
      certificate,
      ...around,
      stamp: stamp && (stamped ? await judgeStamp(stamp.token, stamped, around, trust) : 'unreadable'),
      digestAgrees: false,
      digests: algorithms.map(digestInUri),
      mathematics,
    },
    { claimed, proven: trust.existed ?? null },
    trust,
  );
  const root = document.documentElement;
  const identifiers = new Set(['Id', 'ID', 'id'].map((name) => root?.getAttribute(name)).filter(Boolean));
  const whole =
    mathematics === 'holds' &&
    (root === signature || uris.some((uri) => uri === '' || identifiers.has(uri.slice(1)))) &&
    saysNothingElse(signature, uris);
  return report(judged, whole, [
    ...(named === false ? [reasons.otherCertificate] : []),
    ...(mathematics === 'holds' && !whole ? [reasons.partOnly] : []),
  ]);
};

const utf16Marks: Readonly<Record<string, string>> = { fffe: 'utf-16le', feff: 'utf-16be' };
const declared = /^(?:\uFEFF|\xEF\xBB\xBF)?<\?xml[^>]*?\sencoding=(?:"([^"]*)"|'([^']*)')/;

/**
 * The text of a file in UTF-8 or, where its first two bytes say so, in UTF-16. Null where it declares anything else: no signature
 * covers that declaration, and readers that follow it see other words than the signed ones.
 */
const wordsOf = (bytes: Buffer): string | null => {
  const utf16 = utf16Marks[bytes.toString('hex', 0, 2)];
  if (utf16)
    return new TextDecoder(utf16)
      .decode(bytes)
      .replace(/^(<\?xml[^>]*?)\s+encoding=(?:"[^"]*"|'[^']*')/, '$1');
  const [, one, other] = declared.exec(bytes.toString('latin1', 0, 400)) ?? [];
  if (!/^(?:utf-?8|us-ascii)$/i.test(one ?? other ?? 'utf-8')) return null;
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
};

/** The verdict on an XML file with any number of signatures. */
export const verifyXml = async (bytes: Buffer, trust: Trust): Promise<Verdict> => {
  const xml = wordsOf(bytes);
  if (xml === null) return verdictOf([], bytes.includes('Signature') ? [reasons.otherEncoding] : []);
  if (!wellFormed(xml)) return verdictOf([], [reasons.damagedFile]);
  if (!xml.includes('Signature')) return verdictOf([]);
  if (tagsIn(xml) > mostTags) return verdictOf([], [reasons.tooMany]);
  const document = tryParse(xml);
  if (!document) return verdictOf([], [reasons.damagedFile]);
  const signatures = elements(document, 'Signature');
  if (signatures.length > 0 && /<!DOCTYPE/i.test(xml)) return verdictOf([], [reasons.doctype]);
  if (signatures.length > 0 && instructsBeside(document)) return verdictOf([], [reasons.instructions]);
  if (signatures.length > mostSignatures) return verdictOf([], [reasons.tooMany]);
  const reports: SignatureReport[] = [];
  for (const [n, signature] of signatures.entries())
    reports.push(await judgeElement(xml, document, { signature, n }, trust));
  return verdictOf(reports);
};
