/** Signs XML: XMLDSig enveloped in the document, as XAdES baseline B (ETSI EN 319 132-1; Circular 15/2025). */
import { createHash, randomBytes } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import type { SignatureAlgorithm } from 'xml-crypto';
import { hexInteger, open, readNode, TAG } from '../asn1/read.ts';
import type { Signer } from '../sign/signer.ts';
import { instructsBeside } from './parts.ts';
import { constructor, enveloped, exclusive, sha256Uri, signatureUri, signedXml } from './algorithms.ts';

/** ECDSA in XML is the two numbers side by side (RFC 4050), not the DER sequence that a signer gives. */
const sideBySide = (der: Buffer): Buffer => {
  const numbers = open(readNode(der), TAG.sequence).map((node) =>
    hexInteger(node).padStart(64, '0').slice(-64),
  );
  return Buffer.from(numbers.join(''), 'hex');
};

const viaPort = (signer: Signer) =>
  constructor((): SignatureAlgorithm => ({
    getAlgorithmName: () => signatureUri[signer.algorithm],
    verifySignature: () => false,
    getSignature: ((info: string, _key: unknown, done: (error: Error | null, value?: string) => void) => {
      signer.sign(Buffer.from(info)).then(
        (value) =>
          done(null, (signer.algorithm === 'ecdsa-sha256' ? sideBySide(value) : value).toString('base64')),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    }) as SignatureAlgorithm['getSignature'],
  }));

const properties = (signature: string, { certificate }: Signer, time: Date): string => {
  const digest = createHash('sha256').update(certificate).digest('base64');
  const method = `<ds:DigestMethod xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Algorithm="${sha256Uri}"/>`;
  const value = `<ds:DigestValue xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${digest}</ds:DigestValue>`;
  return (
    `<xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#${signature}">` +
    `<xades:SignedProperties Id="${signature}-tt"><xades:SignedSignatureProperties>` +
    `<xades:SigningTime>${time.toISOString().replace(/\.\d+/, '')}</xades:SigningTime>` +
    `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>${method}${value}</xades:CertDigest></xades:Cert></xades:SigningCertificateV2>` +
    `</xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties>`
  );
};

/**
 * The document with a signature over all of it as last child of its root. Throws `TypeError` on XML that cannot be read, or that holds
 * instructions beside its root: what is signed here would not be what other verifiers check.
 */
export const signXml = async (xml: string, signer: Signer, time: Date): Promise<string> => {
  if (instructsBeside(new DOMParser().parseFromString(xml, 'text/xml')))
    throw new TypeError('instructions stand beside the root');
  const id = `ky-${randomBytes(8).toString('hex')}`;
  const certificates = [signer.certificate, ...signer.chain];
  const signed = signedXml({
    privateKey: 'port',
    signatureAlgorithm: signatureUri[signer.algorithm],
    canonicalizationAlgorithm: exclusive,
    objects: [{ content: properties(id, signer, time) }],
    getKeyInfoContent: () =>
      `<ds:X509Data>${certificates.map((der) => `<ds:X509Certificate>${der.toString('base64')}</ds:X509Certificate>`).join('')}</ds:X509Data>`,
  });
  signed.SignatureAlgorithms[signatureUri[signer.algorithm]] = viaPort(signer);
  const common = { digestAlgorithm: sha256Uri };
  signed.addReference({
    ...common,
    xpath: '/*',
    transforms: [enveloped, exclusive],
    uri: '',
    isEmptyUri: true,
  });
  signed.addReference({
    ...common,
    xpath: `//*[@Id='${id}-tt']`,
    transforms: [exclusive],
    type: 'http://uri.etsi.org/01903#SignedProperties',
  });
  return new Promise((resolve, reject) => {
    signed.computeSignature(
      xml,
      { prefix: 'ds', attrs: { Id: id }, location: { reference: '/*', action: 'append' } },
      (error) => {
        if (error) reject(error);
        else resolve(signed.getSignedXml());
      },
    );
  });
};
