/** Certificates and revocation information as attributes of CMS (RFC 5126 §6.3.3 and §6.3.4): written, and found. */
import { children, find, octets, open, readNode, small, TAG, whole, type Node } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { context, oid, seq, tagged } from '../asn1/write.ts';
import { readable } from '../cms/algorithms.ts';
import { tryCertificate, type Certificate } from '../cms/certificate.ts';
import type { Evidence } from '../trust/trust.ts';

/** What later proves that signatures were valid: certificates in DER, lists, OCSP responses. */
export type Material = Evidence & { readonly certificates: readonly Buffer[] };

const most = 200;

const unique = (pieces: readonly Buffer[]): readonly Buffer[] => [
  ...new Map(pieces.map((piece) => [piece.toString('latin1'), piece])).values(),
];

/** The basic part of an OCSP response (RFC 6960 §4.2.1), which alone stands in the attribute. */
const basicOf = (response: Buffer): Buffer => {
  const parts = open(readNode(response), TAG.sequence);
  if (parts[0]?.tag !== TAG.enumerated || small(parts[0]) !== 0) return response;
  return octets(open(open(parts[1], 0xa0)[0], TAG.sequence)[1]);
};

const attribute = (type: string, value: Buffer): Buffer => seq(oid(type), tagged(TAG.set, value));

/** The two attributes; one that would hold nothing is left out. */
export const valueAttributes = ({ certificates, crls, ocsps }: Material): readonly Buffer[] => [
  ...(certificates.length > 0 ? [attribute(OID.certificateValues, seq(...unique(certificates)))] : []),
  ...(crls.length + ocsps.length > 0
    ? [
        attribute(
          OID.revocationValues,
          seq(
            ...(crls.length > 0 ? [context(0, seq(...unique(crls)))] : []),
            ...(ocsps.length > 0 ? [context(1, seq(...unique(ocsps.map(basicOf))))] : []),
          ),
        ),
      ]
    : []),
];

const inList = (node: Node | undefined): readonly Buffer[] =>
  node ? children(node).slice(0, most).map(whole) : [];

const nothing = { certificates: [], crls: [], ocsps: [] };

/** What stands in such attributes. Nothing of it is believed because it is there: each piece is checked by its own signature. */
export const valuesIn = (
  attributes: ReadonlyMap<string, readonly Node[]> | undefined,
): Evidence & { readonly certificates: readonly Certificate[] } =>
  readable(() => {
    const certificates = inList(attributes?.get(OID.certificateValues)?.[0]);
    const revocation = attributes?.get(OID.revocationValues)?.[0];
    const under = (tag: number): readonly Buffer[] => {
      const wrapped = revocation && find(children(revocation), tag);
      return wrapped ? inList(children(wrapped)[0]) : [];
    };
    return {
      certificates: certificates.map(tryCertificate).filter((one) => one !== null),
      crls: under(0xa0),
      ocsps: under(0xa1),
    };
  }) ?? nothing;
