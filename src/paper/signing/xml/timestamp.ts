/** The timestamp of an XML signature (XAdES baseline T, ETSI EN 319 132-1 §5.3): put in, and found. */
import { DOMParser } from '@xmldom/xmldom';
import { XmlC14NMode, XmlDocument, type XmlElement } from 'libxml2-wasm';
import { askTimestamp, type TimestampPort } from '../sign/timestamp.ts';
import { dsig, exclusive } from './algorithms.ts';

const canonical = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

/** Canonical forms in which a signature value is stamped; without one that is named it is the first (XAdES §5.1.4.4.3). */
const modes: ReadonlyMap<string, number> = new Map([
  [canonical, XmlC14NMode.XML_C14N_1_0],
  [exclusive, XmlC14NMode.XML_C14N_EXCLUSIVE_1_0],
  ['http://www.w3.org/2006/12/xml-c14n11', XmlC14NMode.XML_C14N_1_1],
]);

/** What a timestamp over the n-th signature of a document covers: its value, in canonical form. Null: a form that is not known here. */
export const stampedValue = (xml: string, n: number, method: string): Buffer | null => {
  const mode = modes.get(method);
  if (mode === undefined) return null;
  const document = XmlDocument.fromString(xml);
  try {
    const signature = document.find('//ds:Signature', { ds: dsig })[n] as XmlElement | undefined;
    const value = signature?.get('ds:SignatureValue', { ds: dsig });
    return value
      ? Buffer.from(value.canonicalizeToString({ mode: mode as 0 | 1 | 2, withComments: false }))
      : null;
  } finally {
    document.dispose();
  }
};

const inside = (signature: Element, name: string): Element[] =>
  Array.from(signature.getElementsByTagNameNS('*', name)).filter(({ namespaceURI }) =>
    namespaceURI?.startsWith('http://uri.etsi.org/01903/'),
  );

const bytesOf = (node: Element | undefined): Buffer => Buffer.from(node?.textContent ?? '', 'base64');

/** The signature that an element belongs to: a countersignature within another has stamps of its own. */
const signatureAround = (node: Node): Node | null => {
  for (let at = node.parentNode; at; at = at.parentNode)
    if (at.nodeName.split(':').at(-1) === 'Signature' && (at as Element).namespaceURI === dsig) return at;
  return null;
};

/** The first timestamp over the value of this very signature, and the canonical form that it names; null: it has none. */
export const stampIn = (signature: Element): { readonly token: Buffer; readonly method: string } | null => {
  const stamp = inside(signature, 'SignatureTimeStamp').find((one) => signatureAround(one) === signature);
  if (!stamp) return null;
  const [named] = Array.from(stamp.getElementsByTagNameNS(dsig, 'CanonicalizationMethod'));
  const [token] = inside(stamp, 'EncapsulatedTimeStamp');
  return { token: bytesOf(token), method: named?.getAttribute('Algorithm') ?? canonical };
};

/** More pieces than any signature needs. */
const most = 200;

/** Certificates and revocation information beside the signature (XAdES baseline LT). Each piece is checked by its own signature. */
export const evidenceIn = (signature: Element) => {
  const pieces = (name: string): readonly Buffer[] => inside(signature, name).slice(0, most).map(bytesOf);
  return {
    certificates: pieces('EncapsulatedX509Certificate'),
    crls: pieces('EncapsulatedCRLValue'),
    ocsps: pieces('EncapsulatedOCSPValue'),
  };
};

const end = '</xades:SignedProperties>';

/** A document that `signXml` has signed, with a timestamp over the signature value; nothing that was signed is touched. */
export const stampXml = async (xml: string, port: TimestampPort): Promise<string> => {
  const signatures = new DOMParser()
    .parseFromString(xml, 'text/xml')
    .getElementsByTagNameNS(dsig, 'Signature');
  const at = xml.lastIndexOf(end) + end.length;
  const value = stampedValue(xml, signatures.length - 1, exclusive);
  if (!value || at < end.length) throw new TypeError('no signature of our own to stamp');
  const token = await askTimestamp([value], port);
  const stamp =
    `<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp>` +
    `<ds:CanonicalizationMethod xmlns:ds="${dsig}" Algorithm="${exclusive}"/>` +
    `<xades:EncapsulatedTimeStamp>${token.toString('base64')}</xades:EncapsulatedTimeStamp>` +
    `</xades:SignatureTimeStamp></xades:UnsignedSignatureProperties></xades:UnsignedProperties>`;
  return xml.slice(0, at) + stamp + xml.slice(at);
};
