/** The people room as the program sees it. */
import type { Holding } from '../../ground/record/holdings.ts';
import type { Door } from '../../ground/web/administration.ts';
import type { Page } from '../../ground/web/page.ts';
import { peopleHoldings } from './holdings.ts';
import { invariants } from './invariants.ts';
import { peopleName, PEOPLE_PATH } from './pages/paths.ts';
import { correctPage, personPage } from './pages/person.tsx';
import { peoplePage } from './pages/search.tsx';
import { mayLookUp } from './policy.ts';

export const peopleRoom = {
  pages: [peoplePage, personPage, correctPage] as readonly Page[],
  holdings: peopleHoldings as readonly Holding[],
  invariants,
  doors: [
    {
      path: PEOPLE_PATH,
      name: peopleName,
      hint: {
        vi: 'Tra cứu có lý do, được ghi lại; cải chính.',
        en: 'Look up with a reason, recorded; correct.',
      },
      may: mayLookUp,
    },
  ] satisfies Door[],
};
