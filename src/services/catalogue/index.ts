export { namesOf } from './names.ts';
export { nationalHash, publish } from './commands.ts';
export { findProcedure, getProcedure, getVersion } from './queries.ts';
export type { Audience, Channel, Component, Decision, Fee, Level, LocalContent, NationalContent, Procedure, Result, SystemOfRecord, Term } from './schema.ts';
