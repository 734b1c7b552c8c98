/** The door of the room: verify any signed file, sign PDF, XML and JSON, stamp time, and make a test authority. */
export { verifyCommand, type Terminal } from './cli.ts';
export { unsignedAtOnce, verifyFile } from './file.ts';
export { embeddedFiles } from './pdf/embedded.ts';
export {
  verdictJson,
  type ChainState,
  type Finding,
  type Outcome,
  type SignatureReport,
  type Verdict,
} from './verdict.ts';
export { certificatesOf, readCertificate, type Certificate } from './cms/certificate.ts';
export { judgeRecord, recordEnds, renewRecord } from './evidence/record.ts';
export { preserveFile, verifyWithRecord } from './evidence/preserve.ts';
export { askRevocation, evidenceFor, type Fetch } from './trust/ask.ts';
export { noEvidence, type Evidence, type Trust } from './trust/trust.ts';

export {
  completeCms,
  finishPdf,
  preparePdf,
  signatureFits,
  stampPdf,
  type Permission,
  type Prepared,
  type SignaturePlan,
} from './pdf/prepare.ts';
export { lifetimesVersion } from './cms/lifetimes.ts';
export { countPages } from './pdf/pages.ts';
export { evidenceEnds, renewPdf } from './pdf/renew.ts';
export { addEvidence, archivePdf, signPdf, type Level, type Services } from './pdf/sign.ts';
export { prepareFields, type Place, type PreparedField } from './pdf/widgets.ts';
export {
  readPicture,
  sealPlace,
  signingTimeWords,
  type Appearance,
  type Picture,
  type Rectangle,
} from './appearance/appearance.ts';
export { cornerWords } from './appearance/corner.ts';
// The reader of PDF, for who has to look into one at once.
export { decode } from './pdf/inflate.ts';
export { entry, openWhole, resolve, type PdfDocument } from './pdf/document.ts';
export { arrayOf, pageTree, plainDict, type Page } from './pdf/structure.ts';
export { isArray, isDict, isName, isStream, isText, PdfError, readValue, skipSpace } from './pdf/syntax.ts';
export type { Dict, Stream, Text as PdfString, Value } from './pdf/syntax.ts';
export { signXml } from './xml/sign.ts';
export { stampXml } from './xml/timestamp.ts';
export { signJws, stampJws } from './json/jws.ts';
export { signCms } from './sign/cms.ts';

export {
  algorithmFor,
  digestInfo,
  privateKey,
  softwareSigner,
  type Signer,
  type SigningAlgorithm,
} from './sign/signer.ts';
export { pkcs12Signer } from './sign/pkcs12.ts';
export {
  askTimestamp,
  timestamp,
  trustedTimestamps,
  type TimestampAuthority,
  type TimestampPort,
} from './sign/timestamp.ts';

export {
  issueHolder,
  loadIdentity,
  makeAuthority,
  saveIdentity,
  signerOf,
  timestampPort,
  type Authority,
} from './issue/authority.ts';
export type { Identity, Subject } from './issue/certificate.ts';
export { ocspResponse, revocationList, type Revoked, type Window } from './issue/revocation.ts';
