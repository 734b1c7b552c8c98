/** Bringing papers into electronic form: the door of the room. */
export { askScan, noteConfirmed, noteHandedBack, obstacle, type Wanted } from './commands.ts';
export { digitise, picturedPages, wordsOfPdf } from './digitise.ts';
export { scanFault } from './faithful.ts';
export { metadataOf } from './names.ts';
export { pageCount } from './pictures.ts';
export { readPrograms, run, type Programs } from './programs.ts';
export { findIn, listScans, type Found } from './queries.ts';
export { openPhoto } from './open-photo.ts';
export { lookAtWords, lookThrough, type Secrecy } from './secrecy/look.ts';
export {
  listSecrecyMarks,
  noteOwn,
  noteSecrecy,
  secrecyDoor,
  secrecyFaults,
  type SecrecyDoor,
  type SecrecyMark,
} from './secrecy/door.ts';
export type { PaperFacts, Recognised, Scan, ScanState } from './schema.ts';
