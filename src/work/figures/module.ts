/** Figures as the program sees them: pages and API over what rooms let be counted. */
import { figureApis } from './api.ts';
import { openMonths } from './open-month.ts';
import { agencyPage } from './pages/agency.tsx';
import { itemsPage } from './pages/items.tsx';
import { monthPage } from './pages/month.tsx';
import { figuresEqualRecount } from './recount.ts';
import type { Measure } from './schema.ts';

/** `dossiers` is the measure that the pages show; every measure is checked by the doctor. */
export const figuresRoom = (dossiers: Measure, others: readonly Measure[] = []) => ({
  pages: [monthPage(dossiers), agencyPage(dossiers), itemsPage(dossiers)],
  apis: figureApis(dossiers),
  timed: [openMonths],
  invariants: [dossiers, ...others].map(figuresEqualRecount),
});
