/** Figures as the program sees them: pages and API over what rooms let be counted. */
import { figureApis } from './api.ts';
import { openMonths } from './open-month.ts';
import { agencyPage } from './pages/agency.tsx';
import { itemsPage } from './pages/items.tsx';
import { monthPage, type Shown } from './pages/month.tsx';
import { PATH } from './paths.ts';
import { figuresEqualRecount } from './recount.ts';
import type { Measure } from './schema.ts';

/** `dossiers` is the measure that the pages show; others have a month page of their own. Every measure is checked by the doctor. */
export const figuresRoom = (dossiers: Measure, others: readonly Shown[] = []) => ({
  pages: [
    // Those with fixed words stand before the one whose last part is an agency.
    ...others.map((other) => monthPage(other)),
    monthPage({ measure: dossiers, path: PATH }, others),
    agencyPage(dossiers),
    itemsPage(dossiers),
  ],
  apis: figureApis(dossiers),
  timed: [openMonths],
  invariants: [dossiers, ...others.map(({ measure }) => measure)].map(figuresEqualRecount),
});
