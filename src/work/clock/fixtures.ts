/** A small world for the tests of the clock. */
import { civilService } from './civil-service/calendar.ts';
import { startClock } from './ledger.ts';
import type { Calendar, Ledger, Term, Why } from './schema.ts';

export const cause: Why = {
  cause: { vi: 'chờ người nộp bổ sung', en: 'waiting for the applicant' },
  basis: null,
  evidence: null,
};

/** A moment of Vietnam, `2026-03-02T09:00`. */
export const moment = (text: string): Date => new Date(`${text}+07:00`);

/** A clock that started at a moment of Vietnam and runs. */
export const ledgerOf = (term: Term, start: string): Ledger => startClock(term, moment(start), cause);

/** A commune that opens earlier in summer and works on Saturday mornings. */
export const seasonal: Calendar = {
  ...civilService,
  id: 'seasonal',
  versions: [
    {
      validFrom: '2020-01-01',
      validTo: null,
      cutOff: '15:00',
      basis: {
        code: null,
        cite: { vi: 'Quyết định của UBND Tỉnh Sông Lam', en: 'Decision of Sông Lam Province' },
      },
      hours: [
        {
          on: [1, 2, 3, 4, 5],
          season: { from: '04-16', to: '10-15' },
          sessions: [
            { from: '07:00', to: '11:30' },
            { from: '13:30', to: '17:00' },
          ],
        },
        {
          on: [1, 2, 3, 4, 5],
          season: { from: '10-16', to: '04-15' },
          sessions: [
            { from: '07:30', to: '11:30' },
            { from: '13:30', to: '17:30' },
          ],
        },
        { on: [6], season: null, sessions: [{ from: '07:30', to: '11:30' }] },
      ],
    },
  ],
};

export { changeCalendar } from './calendars/commands.ts';
export { contentOf, withDay, withVersion } from './calendars/edit.ts';
