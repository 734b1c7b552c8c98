export { receive, type Received, type Submission } from './commands/receive.ts';
export { acceptNow } from './commands/accept.ts';
export { settleAtCounter } from './commands/at-counter.ts';
export { withdraw } from './commands/end.ts';
export { doStep } from './commands/steps.ts';
export { answerSupplement, askSupplement } from './commands/supplement.ts';
export { isResultHeld, owedBy } from './commands/payment.ts';
export { findByCode, findDossier, getByCode, hold, type Held } from './load.ts';
export { dossierFigures } from './figures.ts';
export { listAnalysable, listCases, type Case, type CaseEvent, type CaseFilter } from './cases.ts';
export { dossierSource } from './gateway/portal.ts';
export { fitting, mapped, shownAnswers, signerOf } from './result.ts';
export { acceptPath, dossierPath, newProcessPath } from './paths.ts';
export { mayChangeProcess } from './new-process/preview.ts';
export { listFiledFor, listMine, type Mine } from './mine.ts';
export { listSupplements, processOf, wholeOf, type Whole } from './queries.ts';
export { countMoving } from './redate.ts';
export { listFollowing, type Following } from './linked.ts';
export { serviceNames } from './services.ts';
export { findDuplicates, matterKeysOf } from './duplicates.ts';
export { Duplicates } from './told-duplicates.tsx';
export { isParty } from './party.ts';
export { mayAnswer, mayRead, nationalStatus, stateName, waitsForPerson } from './rules.ts';
export type {
  ChannelNumber,
  Contact,
  Defect,
  Dossier,
  DossierComponent,
  PostalItem,
  ReturnWay,
  State,
} from './schema.ts';
