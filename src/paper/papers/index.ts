export { carryAnnexes } from './annexes/commands.ts';
export { AnnexLinks } from './annexes/links.tsx';
export { annexesPath, annexFilePath } from './annexes/paths.ts';
export { words as annexWords } from './annexes/words.ts';
export { listAnnexes } from './annexes/queries.ts';
export { CheckedSignatures } from './check/signatures.tsx';
export {
  draftPaper,
  endPaper,
  issuePaper,
  newCheckCode,
  noteSignature,
  numberPaper,
  reopenDraft,
} from './commands.ts';
export { noteCopySigned, signDigitalCopy } from './digital-copy.ts';
export { formatCommand } from './format/cli.ts';
export { documentToSign } from './document-to-sign.ts';
export type { Holder } from './holder.ts';
export { remoteIdentity, sampleKeyring, type Keyring } from './keyring.ts';
export type { WayOut } from './gateway/trust-services.ts';
export { configuredKeyring } from './keys/configured.ts';
export { noSigning, readSigningSettings, type SigningSettings } from './keys/settings.ts';
export { currentTemplate, templatesOf } from './templates/versions.ts';
export { dataAnswer, dataPage, type DataPlace } from './signed-data/page.tsx';
export { words as dataWords } from './signed-data/words.ts';
export { confirmMany, type SigningTask } from './batch.ts';
export { signingService, type ServiceAccount } from './gateway/signing-service.ts';
export { startSigningServiceSimulator, type ServiceSimulator } from './gateway/signing-service-simulator.ts';
export type { Press } from './lay-out.ts';
export { numberAndSeal, signAsLeader, type Sealed } from './press.ts';
export { remoteSigning, type RemoteSigning } from './remote/signing.ts';
export { awaitedOnPhone, WaitsOnPhone } from './remote/note.tsx';
export { refuseWhileSigning } from './remote/waiting.ts';
export { headFor, inNameOf, issuerWords, type Head } from './issuer.ts';
export { currentPaper } from './corrections/commands.ts';
export { mayAttach, mayReadPaper } from './rules.ts';
export { paperPath } from './paths.ts';
export { findByCheckCode, findByHash, getPaper, listPapersOf } from './queries.ts';
export type { Annex, Draft, Paper, PaperState, Signed } from './schema.ts';
export {
  checkSignatures,
  findSignatureVerdicts,
  mayUse,
  noteSignatureVerdict,
  pagesIn,
  SIGNATURE,
  signatureCheck,
  signatureFaults,
  verdictAtOnce,
  type SignatureCheck,
  type SignatureVerdict,
} from './signature-check.ts';
