export { closeWork, comment, handOver, openWork, pauseWork, retime } from './commands.ts';
export { listComments, listInbox, listWorkOf, type InboxFilter } from './queries.ts';
export { mayDo, type Work, type WorkKind } from './schema.ts';
