export { receive, type Received, type Submission } from './commands/receive.ts';
export { findByCode, findDossier, getByCode } from './load.ts';
export { dossierPath } from './paths.ts';
export { listMine } from './queries.ts';
export { isParty, mayRead, nationalStatus, stateName, waitsForPerson } from './rules.ts';
export type {
  ChannelNumber,
  Contact,
  Defect,
  Dossier,
  DossierComponent,
  ReturnWay,
  State,
} from './schema.ts';
