export { diskStore, LARGEST_FILE, type Store, type Stored } from './store.ts';
export { bucketStore } from './s3/store.ts';
export { extensionOf, sniff } from './sniff.ts';
export { scanBytes, type Scan } from './scan.ts';
export {
  FILE_REFUSED,
  findFile,
  findRefused,
  findVerdicts,
  isUnchecked,
  keepFile,
  listFiles,
  noteScan,
  noteVerdict,
  refuseBytes,
  type File,
} from './keep.ts';
