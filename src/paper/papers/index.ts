export {
  draftPaper,
  endPaper,
  getPaper,
  issuePaper,
  newCheckCode,
  noteSignature,
  numberPaper,
  type Signed,
} from './commands.ts';
export { sampleKeyring, type Holder, type Keyring } from './keyring.ts';
export { numberAndSeal, signAsLeader, type Press } from './press.ts';
export { findByCheckCode, findByHash, listPapersOf } from './queries.ts';
export type { Draft, Paper, PaperState } from './schema.ts';
