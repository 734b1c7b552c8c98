/** Numbers of the one-stop mechanism that the law or the province may change: data, not constants in rules. */
import type { Text } from '../../ground/text/language.ts';
import type { Term } from '../../work/clock/index.ts';
import type { Book } from '../../work/numbers/index.ts';
import type { Limit } from '../../work/process/index.ts';

/** The one-stop unit answers an online submission within eight working hours. */
export const intakeTerm: Term = { unit: 'working_hour', amount: 8 };

/** Found on appraisal, a request for supplement goes out within three working days of acceptance (Decree 61/2018 art. 19.4). */
export const supplementTerm: Term = { unit: 'working_day', amount: 3 };

/** A notice of approval by silence is signed, and then sealed, within a working day each. */
export const noticeTerm: Limit = { unit: 'working_day', amount: 1 };

/** Codes of dossiers: identifier of the agency, day, daily number (Circular 01/2018/TT-VPCP art. 19). */
export const dossierCodes = (identifier: string): Book => ({
  name: `dossier ${identifier}`,
  template: '{agency}-{yymmdd}-{n:4}',
  period: 'day',
});

/** Register of certifications of an agency (sổ chứng thực bản sao, Decree 23/2015 art. 13): numbered from one each year. */
export const certificationBook = (identifier: string): Book => ({
  name: `certification ${identifier}`,
  template: '{n}',
  period: 'year',
});

/** One warning: how many hours after the due date (before it: negative), and who is warned. */
export type Rung = {
  readonly hours: number;
  readonly role: 'case-officer' | 'leader';
  readonly at: 'agency' | 'one_stop';
  readonly step: Text;
};

/** The ladder of escalation, from the first to the last. */
export const ladder: readonly Rung[] = [
  {
    hours: -24,
    role: 'case-officer',
    at: 'agency',
    step: { vi: 'Sắp đến hạn trả, hãy giải quyết', en: 'The promised date is near' },
  },
  {
    hours: 0,
    role: 'leader',
    at: 'agency',
    step: { vi: 'Hồ sơ đã quá hạn, hãy chỉ đạo', en: 'The dossier is overdue' },
  },
  {
    hours: 24,
    role: 'leader',
    at: 'one_stop',
    step: { vi: 'Hồ sơ quá hạn hơn một ngày, hãy đôn đốc', en: 'The dossier is more than a day overdue' },
  },
];
