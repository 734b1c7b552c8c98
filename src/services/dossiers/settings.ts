/** Numbers of the one-stop mechanism that the law or the province may change: data, not constants in rules. */
import type { Term } from '../../work/clock/index.ts';
import type { Book } from '../../work/numbers/index.ts';

/** The one-stop unit answers an online submission within eight working hours. */
export const intakeTerm: Term = { unit: 'working_hour', amount: 8 };

/** Found on appraisal, a request for supplement goes out within three working days of acceptance (Decree 61/2018 art. 19.4). */
export const supplementTerm: Term = { unit: 'working_day', amount: 3 };

/** Codes of dossiers: identifier of the agency, day, daily number (Circular 01/2018/TT-VPCP art. 19). */
export const dossierCodes = (identifier: string): Book => ({
  name: `dossier ${identifier}`,
  template: '{agency}-{yymmdd}-{n:4}',
  period: 'day',
});
