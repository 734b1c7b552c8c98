/** Procedures and services: what they are here, for the rooms above. */
export { decidingAgency } from './deciding.ts';
export { namesOf, titleOf, titlesOf } from './names.ts';
export { countProcedures, findOffered, listReady, type Shares } from './lists.ts';
export { nationalHash, publish } from './commands.ts';
export {
  findComplaintProcedure,
  findProcedure,
  getLocal,
  getProcedure,
  getVersion,
  listVersions,
} from './queries.ts';
export { startProceduresSimulator, type ProceduresSimulator } from './simulators.ts';
export { search } from './search/find.ts';
export { importProcedures, type Imported } from './import/import.ts';
export { importCommand, type Installation } from './cli.ts';
export { processFilesCommand } from './process/cli.ts';
export { processFor, processOfVersion } from './process/store.ts';
export { feesOf, costOf, type Cost } from './rules/fees.ts';
export { serviceLevel, type ServiceLevel } from './rules/level.ts';
export { countedTerm, methodOf, termsOf, termText } from './rules/terms.ts';
export { lifeEvents, topics } from './topics.ts';
export { untouchedLocal } from './local.ts';
export type { AskTimes, Times } from './times.ts';
export type {
  Audience,
  Barrier,
  Channel,
  Component,
  ComponentGroup,
  Decision,
  EligibilityQuestion,
  Fee,
  Level,
  LinkedProcedure,
  LocalContent,
  MatterKey,
  Method,
  NationalContent,
  NumberNeed,
  PartialReason,
  Procedure,
  Result,
  StandIn,
  SystemOfRecord,
  Term,
} from './schema.ts';
