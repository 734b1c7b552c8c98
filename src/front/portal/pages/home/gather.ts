/** What the home page shows of the catalogue and of the figures. */
import type { Look } from '../../../../ground/db/act.ts';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import {
  countProcedures,
  findOffered,
  listReady,
  type Shares,
} from '../../../../services/catalogue/index.ts';
import { busiestSubjects, monthFrom } from '../../../../work/figures/index.ts';

/** A service as the home page links to it. */
export type Offered = { readonly code: string; readonly name: string };

/** How often a service was asked for this month and the last. */
export type Used = Offered & { readonly times: number };

/** What the home page shows. */
export type Home = {
  readonly shares: Shares;
  /** The services most asked for this month and the last: one month alone would say nothing on its first days. */
  readonly used: readonly Used[];
  /** Services that can be submitted online, in the places that are left: all of them where nobody has asked yet. */
  readonly ready: readonly Offered[];
};

const MOST_OFFERED = 6;
/** Some of the busiest may not be offered: repealed since, or internal. */
const MOST_COUNTED = 5 * MOST_OFFERED;

/** Reads what the home page shows. */
export async function gatherHome(look: Look): Promise<Home> {
  const [shares, used, online] = await Promise.all([
    countProcedures(look),
    listUsed(look),
    listReady(look, 2 * MOST_OFFERED),
  ]);
  const shown = new Set(used.map(({ code }) => code));
  const ready = online.filter(({ code }) => !shown.has(code)).slice(0, MOST_OFFERED - used.length);
  return { shares, used, ready };
}

async function listUsed(look: Look): Promise<readonly Used[]> {
  const month = vietnamDay(look.now).slice(0, 7);
  const months = [month, monthFrom(month, -1)];
  const counts = await busiestSubjects(look, 'dossiers', 'submitted', months, MOST_COUNTED);
  const offered = await findOffered(
    look,
    counts.map(({ subject }) => subject),
  );
  return counts
    .flatMap(({ subject: code, times }) => {
      const name = offered.get(code)?.name;
      return name ? [{ code, name, times }] : [];
    })
    .slice(0, MOST_OFFERED);
}
