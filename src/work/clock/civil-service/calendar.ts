/** The civil-service calendar (lịch làm việc của cơ quan hành chính), the default of every agency and of the command line. */
import type { Calendar, PublicDays } from '../schema.ts';
import * as basis from './basis.ts';
import { decisions } from './decisions.ts';
import { rules } from './rules.ts';

/** Public holidays and exchanged days, the same for all agencies. */
export const publicDays: PublicDays = { rules, decisions };

export const civilService: Calendar = {
  id: 'civil-service',
  edition: '2026-1',
  name: { vi: 'Lịch làm việc hành chính', en: 'Civil-service calendar' },
  versions: [
    {
      validFrom: '2000-01-01',
      validTo: null,
      hours: [
        {
          on: [1, 2, 3, 4, 5],
          season: null,
          sessions: [
            { from: '07:30', to: '11:30' },
            { from: '13:30', to: '17:30' },
          ],
        },
      ],
      cutOff: '15:00',
      basis: basis.week,
    },
  ],
  public: publicDays,
  days: [],
};
