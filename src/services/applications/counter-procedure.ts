/** Which procedure the officer at the counter means: by its code at once, by its name out of those that the catalogue finds. */
import type { Look } from '../../ground/db/act.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import { findProcedure, search, type Procedure } from '../catalogue/index.ts';
import { words } from './words.ts';

/** A procedure that was found by its name. */
export type Hit = { readonly code: string; readonly name: string; readonly domain: string };

/** Hits that are shown: as many as one reads at a glance, the likeliest first. */
const SHOWN = 8;

/** Procedures of these words that people file here. */
export async function hitsFor(look: Look, typed: string): Promise<readonly Hit[]> {
  const { items } = await search(look, typed);
  return items
    .filter(({ workedOut, audience }) => workedOut && audience.some((one) => one !== 'agency'))
    .slice(0, SHOWN);
}

/** What was typed, and what was chosen among the hits of `sought`. */
export type Asked = {
  readonly procedure: string;
  readonly sought: string | null;
  readonly chosen: string | null;
};

/**
 * The procedure that is meant. Throws Invalid on `procedure` when there is nothing like it, on `chosen` when one of the hits must be chosen:
 * a name is never taken for one of several, nor for the only one, before the officer has said so. Other words typed meanwhile are sought anew.
 */
export async function procedureMeant(
  look: Look,
  { procedure: typed, sought, chosen }: Asked,
): Promise<Procedure> {
  const known = await findProcedure(look, typed === sought && chosen ? chosen : typed);
  if (known) return known;
  const hits = await hitsFor(look, typed);
  throw new Invalid([
    hits.length > 0
      ? { field: 'chosen', message: words.chooseProcedure }
      : { field: 'procedure', message: words.noProcedure(typed) },
  ]);
}
