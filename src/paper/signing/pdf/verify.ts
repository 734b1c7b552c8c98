/** Verifies every signature of a PDF: bytes, mathematics, certificate, time, and what was changed afterwards (E2; STANDARDS §8.6). */
import { createHash } from 'node:crypto';
import { Asn1Error, readNode } from '../asn1/read.ts';
import { judgeBare, judgeSigner, nobody, type Judgement, type Surroundings } from '../cms/judge.ts';
import { tryCertificate } from '../cms/certificate.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { asNote, reasons, unlessProven } from '../reasons.ts';
import { judgeTimestamp, provenTime } from '../trust/timestamp.ts';
import type { Trust } from '../trust/trust.ts';
import { outcomeOf, verdictOf, type Finding, type SignatureReport, type Verdict } from '../verdict.ts';
import { appendedFindings } from './appended.ts';
import { changesBetween, type Change } from './changes.ts';
import { catalogOf, openPdf, type PdfDocument } from './document.ts';
import { storedEvidence } from './evidence.ts';
import { rangeOf, type Range } from './range.ts';
import { factsOf, locked, signaturesIn, strays, type PdfSignature } from './signatures.ts';
import { isBlank, PdfError } from './syntax.ts';

/** More signatures than any document has; each one means reading the file again. */
const mostSignatures = 300;

type Facts = ReturnType<typeof factsOf>;
type Candidate = {
  readonly signature: PdfSignature;
  readonly facts: Facts | null;
  readonly range: Range | Finding;
};

const isFinding = (range: Range | Finding): range is Finding => 'weight' in range;

const report = (
  judgement: Judgement,
  coversWholeFile: boolean,
  more: readonly Finding[],
): SignatureReport => {
  const { certificate: _, ...rest } = judgement;
  const findings = [...judgement.findings, ...more];
  return { ...rest, coversWholeFile, findings, outcome: outcomeOf(findings) };
};

/** The old form `adbe.pkcs7.sha1`: the signature is over the SHA-1 of the bytes, which lies inside it. */
const judgeInner = async (
  contents: Buffer,
  data: readonly Buffer[],
  around: Surroundings,
  trust: Trust,
): Promise<Judgement> => {
  const signed = readSignedData(contents);
  if (!signed.content) throw new Asn1Error('nothing inside');
  const hash = createHash('sha1');
  for (const piece of data) hash.update(piece);
  const judged = await judgeSigner(signed, [signed.content], around, trust);
  const findings = [...judged.findings, unlessProven(reasons.weakDigest, judged.chain === 'trusted')];
  if (hash.digest().equals(signed.content)) return { ...judged, findings };
  return {
    ...judged,
    integrity: 'broken',
    findings: [reasons.digestDiffers, ...findings.filter((one) => one !== reasons.intact)],
  };
};

const judgeBytes = async (
  facts: Facts,
  range: Range,
  around: Surroundings,
  trust: Trust,
): Promise<Judgement> => {
  const { data, contents } = range;
  switch (facts.format) {
    case 'adbe.x509.rsa_sha1':
      return judgeBare(
        contents,
        facts.certificates.map(({ bytes }) => tryCertificate(bytes)).filter((one) => one !== null),
        data,
        around,
        trust,
      );
    case 'adbe.pkcs7.detached':
    case 'ETSI.CAdES.detached':
      return judgeSigner({ ...readSignedData(contents), content: null }, data, around, trust);
    case 'adbe.pkcs7.sha1':
      return judgeInner(contents, data, around, trust);
    default: {
      const judged = await judgeSigner(readSignedData(contents), data, around, trust);
      return { ...judged, findings: [...judged.findings, reasons.unknownFormat] };
    }
  }
};

const judgeDocumentTimestamp = async (
  range: Range,
  around: Surroundings,
  trust: Trust,
): Promise<Judgement> => {
  const judged = await judgeTimestamp(range.contents, range.data, around, around.proven, trust);
  return {
    signer: judged.authority?.name ?? null,
    certificate: judged.authority,
    time: judged.time,
    timeProven: provenTime(judged) !== null,
    integrity: judged.intact ? 'intact' : 'broken',
    chain: judged.chain?.chain ?? 'none',
    chainNames: judged.chain?.path.map(({ name }) => name) ?? [],
    findings: [...(judged.intact ? [reasons.intact] : []), ...judged.findings],
  };
};

/** `vouched`: somebody signed later, and so stands for what was filled in before. */
const permissionFindings = (
  changes: readonly Change[],
  facts: Facts,
  permission: number | null,
  vouched: boolean,
): readonly Finding[] => {
  const findings = changes.map(({ level, what, field, refilled, covers }): Finding => {
    const lockedField = field !== undefined && facts.locks.some((lock) => locked(lock, field));
    if (level === 'content') return reasons.contentChanged(what);
    if (lockedField) return reasons.changeForbidden(what);
    if (level === 'unclear') return reasons.changeUnclear(what);
    if (level === 'evidence') return reasons.changeAllowed(what);
    // Filling what was empty is what a signer allows; what was read when signing is changed by nobody who does not sign.
    if (level === 'fill' && permission !== 1 && !vouched && (permission === null || refilled))
      return reasons.changeUnclear(what);
    if (level === 'fill' && permission === 1) return reasons.changeForbidden(what);
    // Allowed by its kind; but what it covers cannot be read any more.
    if (covers && (permission === null || permission === 3 || level === 'fill'))
      return reasons.changeUnclear(what);
    if (level === 'fill') return reasons.changeAllowed(what);
    if (permission === null) return reasons.changeUnclear(what);
    return permission === 3 ? reasons.changeAllowed(what) : reasons.changeForbidden(what);
  });
  return [...new Map(findings.map((finding) => [finding.text.en, finding])).values()].slice(0, 30);
};

/** What happened to the file after this signature. */
const laterFindings = (
  document: PdfDocument,
  facts: Facts,
  range: Range,
  all: readonly Candidate[],
): readonly Finding[] => {
  if (range.end === document.bytes.length) return [];
  const signed = openPdf(document.bytes.subarray(0, range.end));
  const eof = signed.bytes.lastIndexOf('%%EOF', undefined, 'latin1');
  if (eof < 0 || !isBlank(signed.bytes, eof + 5)) return [reasons.notWholeRevision];
  // A field that points at a signature made for another place in an older revision borrows it.
  const inPlace = signaturesIn(signed).some(
    ({ dict }) => dict && factsOf(signed, dict).contents?.start === facts.contents?.start,
  );
  if (!inPlace) return [reasons.notWholeRevision];
  const appended = appendedFindings(document, range.end);
  if (document.trailer.has('Encrypt')) return [...appended, reasons.encrypted];
  const inForce = all.flatMap(({ facts: other, range: place }) =>
    other?.permission && !isFinding(place) && place.end <= range.end ? [other.permission] : [],
  );
  const vouched = all.some(
    ({ facts: other, range: place }) =>
      other?.timestamp === false && !isFinding(place) && place.end > range.end,
  );
  const permission = inForce.length > 0 ? Math.min(...inForce) : null;
  const findings = permissionFindings(changesBetween(signed, document), facts, permission, vouched);
  const unsure = signed.state.damaged || document.state.damaged ? [reasons.damagedFile] : [];
  return [...appended, ...findings, ...unsure];
};

/** What stands in the gap behind the signature value must be nothing: no signature covers it. */
const paddingFindings = ({ contents }: Range): readonly Finding[] =>
  contents.subarray(readNode(contents).end).some((byte) => byte !== 0) ? [reasons.padding] : [];

const guarded = (look: () => readonly Finding[]): readonly Finding[] => {
  try {
    return look();
  } catch (error) {
    if (error instanceof PdfError || error instanceof RangeError) return [reasons.tooMany];
    throw error;
  }
};

const judgeCandidate = async (
  document: PdfDocument,
  candidate: Candidate,
  all: readonly Candidate[],
  around: Surroundings,
  trust: Trust,
): Promise<SignatureReport> => {
  const { facts, range } = candidate;
  const claimed = facts?.claimed ?? null;
  const broken = (finding: Finding): SignatureReport =>
    report({ ...nobody({ claimed }), findings: [finding] }, false, []);
  if (!facts) return broken(reasons.unreadable);
  if (isFinding(range)) return broken(range);
  try {
    const surroundings = { ...around, claimed };
    const judged = await (facts.timestamp
      ? judgeDocumentTimestamp(range, surroundings, trust)
      : judgeBytes(facts, range, surroundings, trust));
    const later = [...paddingFindings(range), ...guarded(() => laterFindings(document, facts, range, all))];
    return report(
      judged,
      range.end === document.bytes.length,
      judged.integrity === 'broken' ? later.map(asNote) : later,
    );
  } catch (error) {
    if (error instanceof Asn1Error || error instanceof RangeError) return broken(reasons.unreadable);
    throw error;
  }
};

/** What is to be said of a file without signatures: that it could not be read, or that there was one. */
const unsignedFindings = (document: PdfDocument): readonly Finding[] => {
  const catalog = catalogOf(document);
  if (document.state.left < 0) return [reasons.tooMany];
  if (!catalog) return [reasons.damagedFile];
  // Objects inside encrypted streams are out of reach; a form may be among them.
  const closed = [...document.places.values()].some(({ kind }) => kind === 'in');
  if (document.trailer.has('Encrypt') && closed && catalog.entries.has('AcroForm')) return [reasons.hidden];
  const was = strays(document).some(({ dict }) => dict && factsOf(document, dict).range?.length === 4);
  return was ? [reasons.removed] : [];
};

/**
 * The verdict on a PDF. Signatures are judged from the last to the first: a trusted document timestamp proves that everything before it
 * existed by then.
 */
export const verifyPdf = async (bytes: Buffer, trust: Trust): Promise<Verdict> => {
  const document = openPdf(bytes);
  let candidates: readonly Candidate[];
  try {
    const signatures = signaturesIn(document);
    if (signatures.length > mostSignatures) return verdictOf([], [reasons.tooMany]);
    candidates = signatures.map((signature) => {
      const facts = signature.dict && factsOf(document, signature.dict);
      return { signature, facts, range: facts ? rangeOf(bytes, facts) : reasons.unreadable };
    });
  } catch (error) {
    if (error instanceof PdfError || error instanceof RangeError) return verdictOf([], [reasons.tooMany]);
    throw error;
  }
  if (candidates.length === 0) return verdictOf([], unsignedFindings(document));
  const { certificates, ...evidence } = storedEvidence(document);
  const reports: SignatureReport[] = [];
  let proven: Date | null = trust.existed ?? null;
  for (const candidate of [...candidates].reverse()) {
    const judged = await judgeCandidate(
      document,
      candidate,
      candidates,
      { certificates, evidence, claimed: null, proven },
      trust,
    );
    if (candidate.facts?.timestamp && judged.timeProven && judged.outcome === 'valid') proven = judged.time;
    reports.unshift(judged);
  }
  return verdictOf(reports);
};
