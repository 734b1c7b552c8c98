/** The mandates room as the program sees it. */
import { sql } from 'kysely';
import type { Invariant } from '../../ground/record/invariants.ts';
import type { Door } from '../../ground/web/administration.ts';
import type { Page } from '../../ground/web/page.ts';
import { mandatesPage, rolePage, signingPage } from './pages/agency.tsx';
import { leavePage } from './pages/leave.tsx';
import { grantPage, minePage } from './pages/mine.tsx';
import { mandatesName, MANDATES_PATH } from './pages/paths.ts';
import { revokePage } from './pages/revoke.tsx';

export const mandatesRoom = {
  pages: [mandatesPage, rolePage, signingPage, leavePage, minePage, grantPage, revokePage] as readonly Page[],
  doors: [
    {
      path: MANDATES_PATH,
      name: mandatesName,
      hint: { vi: 'Ai được làm gì thay ai, đến bao giờ.', en: 'Who may do what for whom, until when.' },
      may: (by) => by.kind === 'officer',
    },
  ] satisfies Door[],
  invariants: [
    {
      name: 'mandates.passed-on',
      holds: 'What was passed on lies within the time of what was granted, and TUQ. is never passed on.',
      check: async ({ tx, tenant }) =>
        (
          await sql<{ item: string; what: string }>`
            select c.id as item, 'reaches further than the mandate it stands under' as what
              from mandates.mandates c join mandates.mandates p on p.tenant = c.tenant and p.id = c.under
             where c.tenant = ${tenant}
               and (not p.redelegable or p.form = 'TUQ' or c.valid_from < p.valid_from
                 or (p.valid_to is not null and (c.valid_to is null or c.valid_to > p.valid_to)))
             limit 100`.execute(tx)
        ).rows,
    },
  ] satisfies Invariant[],
};
