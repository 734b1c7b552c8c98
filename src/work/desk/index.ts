export { takeOver } from './assign.ts';
export { closeWork, comment, handOver, openWork, pauseWork, redateWork, retime } from './commands.ts';
export { handOverOpen } from './handover/listeners.ts';
export type { About, Handover } from './handover/schema.ts';
export { guardInterest, interestOf, type Matter } from './interest.ts';
export { WORK_FREED } from './leavers.ts';
export { getWork, listComments, listInbox, listWorkOf, type InboxFilter } from './queries.ts';
export {
  batchAct,
  mayDo,
  mayTakeOver,
  type BatchAct,
  type DeskEntry,
  type Work,
  type WorkKind,
} from './schema.ts';
export { words as deskWords } from './words.ts';
