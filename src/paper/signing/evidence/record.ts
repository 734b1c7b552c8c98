/**
 * Evidence records (RFC 4998) for files that may not be touched: a file signed by others, or data signed by us. The record lies beside
 * the file. Its first timestamp covers the hash of the file and that of what proved its signatures then; each further one covers the
 * timestamp before it, together with what proves that one.
 */
import { createHash } from 'node:crypto';
import { Asn1Error, children, find, octets, oid, open, readNode, small, TAG, whole } from '../asn1/read.ts';
import type { Node } from '../asn1/read.ts';
import { context, integer, octetString, seq, tagged } from '../asn1/write.ts';
import { readable } from '../cms/algorithms.ts';
import type { Certificate } from '../cms/certificate.ts';
import { safeUntil, type Lifetime } from '../cms/lifetimes.ts';
import { certificateOf } from '../cms/signed-data.ts';
import { asNote, reasons } from '../reasons.ts';
import { sha256Identifier } from '../sign/signer.ts';
import { askTimestamp, type TimestampPort } from '../sign/timestamp.ts';
import { judgeTimestamp, provenTime, readToken, usedBy } from '../trust/timestamp.ts';
import type { Evidence, Trust } from '../trust/trust.ts';
import type { Finding } from '../verdict.ts';
import { OID } from '../asn1/oids.ts';
import { valueAttributes, valuesIn, type Material } from './values.ts';

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** What a timestamp over several hashes covers: the hashes in the order of their bytes (RFC 4998 §4.2). */
const joined = (hashes: readonly Buffer[]): Buffer => Buffer.concat([...hashes].sort(Buffer.compare));

/** One archive timestamp: lists of hashes that lead to what the token covers, and the token. */
type Stamp = { readonly lists: readonly (readonly Buffer[])[]; readonly token: Buffer };
/** A record as it is read: the material as it stands, with its header, and the timestamps from the first to the newest. */
type Read = { readonly material: Node | null; readonly stamps: readonly Stamp[] };

const written = ({ material, stamps }: { material: Buffer; stamps: readonly Stamp[] }): Buffer =>
  seq(
    integer(1),
    seq(sha256Identifier),
    material,
    seq(
      seq(
        ...stamps.map(({ lists, token }) =>
          seq(
            ...(lists.length > 0 ? [context(2, ...lists.map((list) => seq(...list.map(octetString))))] : []),
            token,
          ),
        ),
      ),
    ),
  );

/** Most timestamps of one record: one in ten years, with room. */
const most = 100;

/** Throws `Asn1Error` on what is no evidence record with one chain of timestamps. */
const readRecord = (bytes: Buffer): Read => {
  const [version, , ...rest] = open(readNode(bytes), TAG.sequence);
  if (small(version) !== 1) throw new Asn1Error('not an evidence record');
  const chains = open(rest.at(-1), TAG.sequence);
  const [chain] = chains;
  // Another chain begins where the digest itself was replaced (§5.3), which is not done here.
  if (!chain || chains.length > 1) throw new Asn1Error('not one chain');
  const stamps = open(chain, TAG.sequence)
    .slice(0, most)
    .map((node): Stamp => {
      const parts = open(node, TAG.sequence);
      const tree = find(parts, 0xa2);
      const token = parts.at(-1);
      if (token?.tag !== TAG.sequence) throw new Asn1Error('no timestamp');
      return {
        lists: tree ? children(tree).map((list) => open(list, TAG.sequence).map(octets)) : [],
        token: whole(token),
      };
    });
  if (stamps.length === 0) throw new Asn1Error('no timestamp');
  return { material: find(rest, 0xa0) ?? null, stamps };
};

/** Makes the record of a file: `material` is what proves its signatures now. */
export const makeRecord = async (file: Buffer, material: Material, port: TimestampPort): Promise<Buffer> => {
  const values = context(0, ...valueAttributes(material));
  const hashes = [sha256(file), sha256(values)];
  const token = await askTimestamp([joined(hashes)], port);
  return written({ material: values, stamps: [{ lists: [hashes.toSorted(Buffer.compare)], token }] });
};

const attributesIn = (node: Node): ReadonlyMap<string, readonly Node[]> =>
  new Map(
    children(node).map((attribute) => {
      const [type, values] = open(attribute, TAG.sequence);
      return [oid(type), open(values, TAG.set)];
    }),
  );

/** The material of a record, where its first timestamp covers it. */
const coveredMaterial = ({ material, stamps }: Read) =>
  valuesIn(
    material && stamps[0]?.lists[0]?.some((hash) => hash.equals(sha256(whole(material))))
      ? attributesIn(material)
      : undefined,
  );

/** The authority of a token, among the certificates in it and beside it. */
const authorityOf = (bytes: Buffer, beside: readonly Certificate[]) => {
  const token = readToken(bytes);
  const [signer] = token.signed.signers;
  const kept = valuesIn(signer?.unsigned).certificates;
  const authority = signer && certificateOf(signer, [...token.signed.certificates, ...kept, ...beside]);
  return authority ? { token, authority } : null;
};

/** Until when a record lasts: as long as the certificate of its newest timestamp and its algorithms. Throws `Asn1Error` on what is none. */
export const recordEnds = (record: Buffer, table?: readonly Lifetime[]): Date => {
  const read = readRecord(record);
  const found = authorityOf(read.stamps.at(-1)!.token, coveredMaterial(read).certificates);
  if (!found) throw new Asn1Error('no authority');
  const { notAfter } = found.authority;
  const safe = safeUntil(usedBy(found.token, found.authority), table);
  return safe && safe < notAfter ? safe : notAfter;
};

/** A token with what proves it as unsigned attributes: its own signature does not cover them, the next timestamp does. */
const withMaterial = (bytes: Buffer, material: Material): Buffer => {
  const [type, wrapped] = open(readNode(bytes), TAG.sequence);
  const parts = open(open(wrapped, 0xa0)[0], TAG.sequence);
  const signer = open(open(parts.at(-1), TAG.set)[0], TAG.sequence);
  const unsigned = signer.at(-1)?.tag === 0xa1 ? signer.at(-1)! : null;
  const values = new Set<string>([OID.certificateValues, OID.revocationValues]);
  const others = (unsigned ? children(unsigned) : []).filter(
    (attribute) => !values.has(oid(open(attribute, TAG.sequence)[0])),
  );
  const attributes = [...others.map(whole), ...valueAttributes(material)].sort(Buffer.compare);
  const signed = signer.slice(0, unsigned ? -1 : undefined).map(whole);
  return seq(
    whole(type!),
    context(
      0,
      seq(...parts.slice(0, -1).map(whole), tagged(TAG.set, seq(...signed, context(1, ...attributes)))),
    ),
  );
};

/** The record with what proves its newest timestamp today, and a new one over that (§5.2). The file itself is not needed. */
export const renewRecord = async (
  record: Buffer,
  services: {
    readonly timestamp: TimestampPort;
    readonly evidence: (certificates: readonly Buffer[]) => Promise<Evidence>;
  },
): Promise<Buffer> => {
  const read = readRecord(record);
  const last = read.stamps.at(-1)!;
  const found = authorityOf(last.token, coveredMaterial(read).certificates);
  if (!found || !read.material) throw new Asn1Error('no authority');
  const certificates = [
    ...new Map(
      [found.authority, ...found.token.signed.certificates].map(({ id, der }) => [id, der]),
    ).values(),
  ];
  const token = withMaterial(last.token, { certificates, ...(await services.evidence(certificates)) });
  const newest = await askTimestamp([token], services.timestamp);
  return written({
    material: whole(read.material),
    stamps: [...read.stamps.slice(0, -1), { ...last, token }, { lists: [], token: newest }],
  });
};

/** What a record proves of a file: before when it existed, with what its signatures can be judged; or why nothing. */
export type RecordJudgement = {
  readonly existed: Date | null;
  readonly authority: string | null;
  readonly material: Evidence & { readonly certificates: readonly Certificate[] };
  readonly findings: readonly Finding[];
};

/** What the first token covers when the file is among its hashes; null: it is not, and the record is another file's. */
const coveredBy = ({ lists }: Stamp, file: Buffer, digest: string): Buffer | null => {
  const [first, ...higher] = lists;
  if (!first) return file;
  const hash = (bytes: Buffer): Buffer => createHash(digest).update(bytes).digest();
  if (!first.some((one) => one.equals(hash(file)))) return null;
  let covered = joined(first);
  for (const list of higher) covered = joined([...list, hash(covered)]);
  return covered;
};

const unknown: Omit<RecordJudgement, 'findings'> = {
  existed: null,
  authority: null,
  material: { certificates: [], crls: [], ocsps: [] },
};

/** The judgement on one token over these bytes; null: deep inside it cannot be read. */
const judgedToken = async (
  token: Buffer,
  over: Buffer,
  material: RecordJudgement['material'],
  proven: Date | null,
  trust: Trust,
) => {
  try {
    const given = { certificates: material.certificates, evidence: material };
    return await judgeTimestamp(token, [over], given, proven, trust);
  } catch (error) {
    if (error instanceof Asn1Error || error instanceof RangeError) return null;
    throw error;
  }
};

/** Judges a record from its newest timestamp to the first: each trusted one proves when the one before it existed. Never throws on bad content. */
export const judgeRecord = async (record: Buffer, file: Buffer, trust: Trust): Promise<RecordJudgement> => {
  const read = readable(() => {
    const { material, stamps } = readRecord(record);
    return {
      stamps: stamps.map((stamp) => ({ ...stamp, ...readToken(stamp.token) })),
      material: coveredMaterial({ material, stamps }),
    };
  });
  if (!read) return { ...unknown, findings: [reasons.recordUnreadable] };
  const { stamps, material } = read;
  const [first] = stamps;
  const covered = first?.digest ? coveredBy(first, file, first.digest) : null;
  if (!covered) return { ...unknown, findings: [reasons.recordOfOther] };
  let proven: Date | null = null;
  let authority: string | null = null;
  for (const [n, { token }] of [...stamps.entries()].reverse()) {
    const over = n === 0 ? covered : stamps[n - 1]!.token;
    const judged = await judgedToken(token, over, material, proven, trust);
    proven = provenTime(judged);
    if (!proven)
      return { ...unknown, findings: [reasons.recordUnproven, ...(judged?.findings ?? []).map(asNote)] };
    authority = judged?.authority?.name ?? null;
  }
  return {
    existed: proven,
    authority,
    material,
    findings: proven ? [reasons.recordProves(proven, authority ?? '')] : [],
  };
};
