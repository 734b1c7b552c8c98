/** The agencies room as the program sees it. */
import { sql } from 'kysely';
import type { Invariant } from '../../ground/record/invariants.ts';
import type { Door } from '../../ground/web/administration.ts';
import type { Page } from '../../ground/web/page.ts';
import { abolishPage } from './pages/abolish.tsx';
import { agencyPage } from './pages/agency.tsx';
import { establishPage, movePage, postPage, renamePage, unitPage } from './pages/change.tsx';
import { agenciesName, AGENCIES_PATH } from './pages/paths.ts';
import { appointPage, endHoldingPage, newOfficerPage } from './pages/staff.tsx';
import { agenciesPage } from './pages/tree.tsx';

export const agenciesRoom = {
  pages: [
    agenciesPage,
    establishPage,
    newOfficerPage,
    agencyPage,
    renamePage,
    movePage,
    unitPage,
    postPage,
    appointPage,
    endHoldingPage,
    abolishPage,
  ] as readonly Page[],
  doors: [
    {
      path: AGENCIES_PATH,
      name: agenciesName,
      hint: {
        vi: 'Cây tổ chức theo ngày, người giữ chức vụ, kế thừa.',
        en: 'The tree by date, who holds which post, successors.',
      },
      may: (by) => by.kind === 'officer',
    },
  ] satisfies Door[],
  invariants: [
    {
      name: 'agencies.tree',
      holds: 'No agency lies below itself.',
      check: async ({ tx, tenant }) =>
        (
          await sql<{ item: string; what: string }>`
            with recursive above as (
              select id, parent, 1 as depth from agencies.agencies where tenant = ${tenant} and parent is not null
              union all
              select a.id, p.parent, a.depth + 1 from above a
                join agencies.agencies p on p.tenant = ${tenant} and p.id = a.parent
               where p.parent is not null and a.depth < 20
            )
            select distinct id as item, 'lies below itself' as what from above where parent = id limit 100`.execute(
            tx,
          )
        ).rows,
    },
    {
      name: 'agencies.holdings',
      holds: 'Nobody holds the same post twice on one day.',
      check: async ({ tx, tenant }) =>
        (
          await sql<{ item: string; what: string }>`
            select a.post as item, 'held twice by ' || a.person || ' from ' || b.valid_from as what
              from agencies.holdings a join agencies.holdings b
                on b.tenant = a.tenant and b.post = a.post and b.person = a.person and b.valid_from > a.valid_from
             where a.tenant = ${tenant} and (a.valid_to is null or a.valid_to >= b.valid_from)
             limit 100`.execute(tx)
        ).rows,
    },
  ] satisfies Invariant[],
};
