export { destinationOf } from './destination.ts';
export { listDrafts, type Draft } from './drafts.ts';
export type { KnownSource, Purpose } from './known.ts';
export { draftPath } from './paths.ts';
export { handIn } from './submit.ts';
