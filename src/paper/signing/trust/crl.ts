/** Revocation lists (RFC 5280 §5): found by issuer, checked by signature, searched for one serial number without reading the rest. */
import {
  bits,
  children,
  each,
  expect,
  find,
  hexInteger,
  open,
  readNode,
  small,
  TAG,
  time,
  whole,
  type Node,
} from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { methodOf, readable } from '../cms/algorithms.ts';
import { extensionsOf, nameKey, signedBy, USAGE, type Certificate } from '../cms/certificate.ts';
import type { Status } from './revocation.ts';

type RevocationList = {
  readonly issuerKey: string;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly entries: Node | null;
  /** A partial list (delta, or for some reasons or holders only): its silence proves nothing. */
  readonly partial: boolean;
  readonly signed: Certificate['signed'];
};

const readList = (der: Buffer): RevocationList => {
  const [tbs, algorithm, signature] = open(readNode(der), TAG.sequence);
  const parts = open(tbs, TAG.sequence);
  const [, issuer, thisUpdate, ...rest] = parts.slice(parts[0]?.tag === TAG.integer ? 1 : 0);
  const next = rest[0]?.tag === TAG.utcTime || rest[0]?.tag === TAG.generalizedTime ? rest[0] : null;
  const wrapped = find(rest, 0xa0);
  const extensions = extensionsOf(wrapped && children(wrapped)[0]);
  return {
    issuerKey: nameKey(expect(issuer, TAG.sequence)),
    thisUpdate: time(thisUpdate),
    nextUpdate: next && time(next),
    entries: find(rest, TAG.sequence) ?? null,
    partial: [...extensions].some(
      ([id, { critical, value }]) =>
        id === OID.deltaCrl ||
        (id === OID.issuingDistributionPoint && children(value).some(({ tag }) => tag !== 0xa0)) ||
        (critical && id !== OID.issuingDistributionPoint),
    ),
    signed: { data: whole(tbs!), method: methodOf(algorithm, null), signature: bits(signature) },
  };
};

const entryOf = (list: RevocationList, serial: string): { revoked: Date; reason: number } | null => {
  if (!list.entries) return null;
  for (const entry of each(list.entries)) {
    const number = readNode(entry.bytes, entry.from, entry.to);
    if (hexInteger(number) !== serial) continue;
    const [, date, extensions] = children(entry);
    const reason = extensionsOf(extensions).get(OID.reasonCode)?.value;
    return { revoked: time(date), reason: reason ? small(reason) : 0 };
  }
  return null;
};

/** What one list says about a certificate; null when it is not of this issuer, not signed by it, or not readable. */
export const listStatus = (der: Buffer, certificate: Certificate, issuer: Certificate): Status | null =>
  readable(() => {
    const list = readList(der);
    if (list.issuerKey !== certificate.issuerKey) return null;
    if (issuer.usage && !issuer.usage.has(USAGE.crlSign)) return null;
    if (!signedBy(list.signed, issuer)) return null;
    const entry = entryOf(list, certificate.serial);
    const window = { from: list.thisUpdate, until: list.nextUpdate };
    if (entry && entry.reason !== 8) return { ...window, state: 'revoked', revoked: entry.revoked };
    return list.partial ? null : { ...window, state: 'good' };
  });
