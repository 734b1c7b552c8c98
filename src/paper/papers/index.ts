export { CheckedSignatures } from './check/signatures.tsx';
export {
  draftPaper,
  endPaper,
  issuePaper,
  newCheckCode,
  noteSignature,
  numberPaper,
  type Signed,
} from './commands.ts';
export { sampleKeyring, type Holder, type Keyring } from './keyring.ts';
export { numberAndSeal, signAsLeader, type Press } from './press.ts';
export { currentPaper } from './corrections/commands.ts';
export { findByCheckCode, findByHash, getPaper, listPapersOf } from './queries.ts';
export type { Draft, Paper, PaperState } from './schema.ts';
export { looksSecret, refuseSecret, secretRefused } from './secret.ts';
export { findSignatureVerdicts, mayUse, type SignatureVerdict, type Use } from './signature-check.ts';
