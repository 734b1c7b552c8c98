/** Bringing papers into electronic form: the door of the room. */
export { askScan, noteConfirmed, noteHandedBack, obstacle, type Wanted } from './commands.ts';
export { digitise, wordsOfPdf } from './digitise.ts';
export { extractBands, gapsBetween, shownPage, type Band } from './extract.ts';
export { scanFault } from './faithful.ts';
export { metadataOf } from './names.ts';
export { pageSizes, type PageSize } from './pictures.ts';
export { readPrograms, run, type Programs } from './programs.ts';
export { findIn, listScans, type Found } from './queries.ts';
export { openPhoto } from './open-photo.ts';
export { lookAtWords, lookThrough, type Secrecy } from './secrecy/look.ts';
export {
  acceptanceFaults,
  listSecrecyMarks,
  noteOwn,
  noteSecrecy,
  SECRECY,
  secrecyDoor,
  secrecyFaults,
  type SecrecyDoor,
  type SecrecyMark,
  whyRefused,
} from './secrecy/door.ts';
export type { PaperFacts, Recognised, Scan, ScanState } from './schema.ts';
