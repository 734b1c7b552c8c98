/** What an analysis is made of: the cases that one may see, the process they ran on, the one that is being drafted. */
import type { Look } from '../../ground/db/act.ts';
import { findAgency } from '../../world/agencies/index.ts';
import { getProcedure, processFor, processOfVersion } from '../../services/catalogue/index.ts';
import { listCases } from '../../services/dossiers/index.ts';
import { drawingOf, withCalls } from '../../work/process/index.ts';
import { visitsOf } from './measure.ts';
import { analysedAgencies } from './policy.ts';

const YEAR_MS = 365 * 86_400_000;
const MOST = 2000;

/** A year back: what is analysed. */
export const sinceFor = (now: Date): Date => new Date(now.getTime() - YEAR_MS);

/** Everything about one procedure. Throws NotFound when there is no such procedure. */
export async function gatherAnalysis(look: Look, code: string) {
  const procedure = await getProcedure(look, code);
  const definition = processFor(procedure);
  const agencies = await analysedAgencies(look);
  const [cases, drafted, drawing] = await Promise.all([
    listCases(look, {
      procedure: code,
      since: sinceFor(look.now),
      agencies,
      limit: MOST,
    }),
    processOfVersion(look, code, null),
    drawingOf(definition),
  ]);
  const visits = cases.flatMap(visitsOf);
  const ids = [...new Set(visits.flatMap(({ agency }) => agency ?? []))];
  const named = new Map(
    await Promise.all(ids.map(async (id) => [id, (await findAgency(look, id))?.name ?? null] as const)),
  );
  const names = new Map(withCalls(definition).nodes.map(({ id, name }) => [id, name]));
  return { procedure, definition, drawing, drafted, cases, visits, agencies: named, names };
}
