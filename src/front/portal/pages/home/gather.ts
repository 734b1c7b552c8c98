/** What the home page shows of the catalogue and of the figures. */
import type { Look } from '../../../../ground/db/act.ts';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import { countProcedures, listReady, namesOf, type Shares } from '../../../../services/catalogue/index.ts';
import { monthBySubject } from '../../../../work/figures/index.ts';

/** A service as the home page links to it; `times`: how often it was asked for this month. */
export type Offered = { readonly code: string; readonly name: string; readonly times: number };

/** What the home page shows. */
export type Home = {
  readonly shares: Shares;
  /** The services most asked for this month; before anybody asked, those that can be submitted online. */
  readonly offered: readonly Offered[];
};

const MOST_OFFERED = 6;

/** Reads what the home page shows. */
export async function gatherHome(look: Look): Promise<Home> {
  const [shares, used] = await Promise.all([countProcedures(look), listUsed(look)]);
  if (used.length > 0) return { shares, offered: used };
  const ready = await listReady(look, MOST_OFFERED);
  return { shares, offered: ready.map(({ code, name }) => ({ code, name, times: 0 })) };
}

async function listUsed(look: Look): Promise<readonly Offered[]> {
  const { rows } = await monthBySubject(look, 'dossiers', vietnamDay(look.now).slice(0, 7));
  const counts = [...rows].map(([code, numbers]) => ({ code, times: numbers['submitted'] ?? 0 }));
  const most = counts
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, MOST_OFFERED);
  const names = await namesOf(
    look,
    most.map(({ code }) => code),
  );
  return most.flatMap(({ code, times }) => {
    const name = names.get(code);
    return name ? [{ code, name, times }] : [];
  });
}
