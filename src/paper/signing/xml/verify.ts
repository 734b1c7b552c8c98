/** XML signatures (XMLDSig, XAdES): checked with the certificate inside, which is then judged like any other (E2). */
import { createHash } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { XmlDocument } from 'libxml2-wasm';
import type { SignedXml } from 'xml-crypto';
import { judgeHolder, type Judgement } from '../cms/judge.ts';
import type { Mathematics } from '../cms/signed-data.ts';
import { tryCertificate, type Certificate } from '../cms/certificate.ts';
import { reasons } from '../reasons.ts';
import { noEvidence, type Trust } from '../trust/trust.ts';
import { outcomeOf, verdictOf, type Finding, type SignatureReport, type Verdict } from '../verdict.ts';
import { digestInUri, signedXml } from './algorithms.ts';

const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const mostSignatures = 50;

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

/** Whether every method that the signature names is one that is calculated here: what is not was not found wrong, but not right either. */
const understood = (signed: SignedXml, signature: Element): boolean =>
  [
    [signed.CanonicalizationAlgorithms, ['CanonicalizationMethod', 'Transform']],
    [signed.SignatureAlgorithms, ['SignatureMethod']],
    [signed.HashAlgorithms, ['DigestMethod']],
  ].every(([known, names]) =>
    (names as readonly string[])
      .flatMap((name) => elements(elements(signature, 'SignedInfo')[0] ?? signature, name))
      .every((node) => Object.hasOwn(known as object, node.getAttribute('Algorithm') ?? '')),
  );

/** The parts of a signature that speak of the signature itself. */
const ownParts = new Set(['SignedInfo', 'SignatureValue', 'KeyInfo']);

/** An enveloping signature is the whole file: all that it says stands in objects that are signed, or speaks of the signature itself. */
const envelops = (document: Document, signature: Element, uris: readonly string[]): boolean =>
  document.documentElement === signature &&
  childrenOf(signature).every(
    (part) =>
      part.namespaceURI === dsig &&
      (ownParts.has(part.localName) ||
        uris.includes(`#${part.getAttribute('Id')}`) ||
        childrenOf(part).every(({ localName }) => localName === 'QualifyingProperties')),
  );

/** What stands in an element: elements, and words, which have no name. */
const childrenOf = (parent: Element): Element[] =>
  Array.from(parent.childNodes as NodeListOf<Element>).filter(
    ({ nodeType, textContent }) => nodeType === 1 || ([3, 4].includes(nodeType) && textContent?.trim()),
  );

/** The mathematics, with the key pinned to this certificate. */
const check = (xml: string, signature: Element, certificate: Certificate): Checked => {
  const signed = signedXml({ publicCert: certificatePem(certificate) });
  let holds = false;
  let refused = false;
  try {
    signed.loadSignature(signature as unknown as Parameters<typeof signed.loadSignature>[0]);
    holds = signed.checkSignature(xml);
  } catch {
    refused = true; // the library throws where a reference or the value is wrong
  }
  const references = signed.getReferences();
  const digests =
    !refused && references.length > 0 && references.every(({ validationError }) => !validationError);
  const algorithms = [
    signed.signatureAlgorithm ?? '',
    ...references.map(({ digestAlgorithm }) => digestAlgorithm),
  ];
  return {
    mathematics: holds
      ? 'holds'
      : !understood(signed, signature)
        ? 'unknown'
        : digests
          ? 'signature-differs'
          : 'digest-differs',
    signedParts: signed.getSignedReferences(),
    uris: references.map(({ uri }) => uri),
    algorithms,
  };
};

const judgeElement = async (
  xml: string,
  document: Document,
  signature: Element,
  trust: Trust,
): Promise<SignatureReport> => {
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
  const certificate = certificates[0];
  if (!certificate) {
    const nobody = {
      signer: null,
      certificate: null,
      time: null,
      timeProven: false,
      integrity: 'broken',
      chain: 'none',
      chainNames: [],
    } as const;
    return report({ ...nobody, findings: [reasons.noCertificate] }, false);
  }
  const { mathematics, signedParts, uris, algorithms } = check(xml, signature, certificate);
  const { claimed, named } = propertiesOf(signedParts, certificate);
  const judged = await judgeHolder(
    {
      certificate,
      certificates,
      evidence: noEvidence,
      stamp: null,
      digestAgrees: false,
      digests: algorithms.map(digestInUri),
      mathematics,
    },
    { claimed, proven: null },
    trust,
  );
  const root = document.documentElement;
  const identifiers = new Set(['Id', 'ID', 'id'].map((name) => root?.getAttribute(name)).filter(Boolean));
  const whole =
    mathematics === 'holds' &&
    (uris.some((uri) => uri === '' || identifiers.has(uri.slice(1))) || envelops(document, signature, uris));
  return report(judged, whole, [
    ...(named === false ? [reasons.otherCertificate] : []),
    ...(mathematics === 'holds' && !whole ? [reasons.partOnly] : []),
  ]);
};

/** The text of a file in UTF-8 or, where its first two bytes say so, in UTF-16. */
const wordsOf = (bytes: Buffer): string => {
  const mark = bytes.toString('hex', 0, 2);
  const utf16 = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : null;
  const text = utf16 ? new TextDecoder(utf16).decode(bytes) : bytes.toString('utf8').replace(/^\uFEFF/, '');
  return utf16 ? text.replace(/^(<\?xml[^>]*?)\s+encoding=(?:"[^"]*"|'[^']*')/, '$1') : text;
};

/** The verdict on an XML file with any number of signatures. */
export const verifyXml = async (bytes: Buffer, trust: Trust): Promise<Verdict> => {
  const xml = wordsOf(bytes);
  const document = wellFormed(xml) ? tryParse(xml) : null;
  if (!document) return verdictOf([], [reasons.damagedFile]);
  const signatures = elements(document, 'Signature');
  if (signatures.length > 0 && /<!DOCTYPE/i.test(xml)) return verdictOf([], [reasons.doctype]);
  if (signatures.length > mostSignatures) return verdictOf([], [reasons.tooMany]);
  const reports: SignatureReport[] = [];
  for (const signature of signatures) reports.push(await judgeElement(xml, document, signature, trust));
  return verdictOf(reports);
};
