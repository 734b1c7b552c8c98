/**
 * Linked procedures (thủ tục liên thông, Decree 63/2024; C2): one request of the person, one dossier at each agency, each with
 * its own clock and its own result, which reaches the person as soon as it is there. The code of the first is the code of all.
 */
import { own, type Look } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import { getAgency } from '../../world/agencies/index.ts';
import { findProcedure, getVersion, type LinkedProcedure } from '../catalogue/index.ts';
import { findDossier, findDossiers } from './load.ts';
import { listComponents } from './queries.ts';
import { factsOf, foundFor } from './result-paper.ts';
import { mapped } from './result.ts';
import { ended } from './rules.ts';
import type { Dossier, DossierComponent, DossierTables, State } from './schema.ts';

/** One procedure of a joint request: its dossier once there is one, or why there is none. */
export type Part = {
  readonly title: string;
  readonly dossier: Pick<Dossier, 'code' | 'state' | 'due_at' | 'decided_at' | 'result' | 'outcome'> | null;
  readonly agency: Text | null;
  /** `later`: it begins when the first result is issued. `never`: the first one ended without that. */
  readonly waits: 'later' | 'never' | null;
};

/** The dossiers that follow from this one, in the order in which they began. */
const dossiersAfter = (look: Look, first: string) =>
  own<DossierTables>(look.tx)
    .selectFrom('dossiers.dossiers')
    .select(['code', 'procedure', 'title', 'state', 'due_at', 'decided_at', 'result', 'outcome', 'agency'])
    .where('tenant', '=', look.tenant)
    .where('linked_to', '=', first)
    .orderBy('submitted_at')
    .orderBy('code')
    .execute();

/** Everything that a request asks for beside its first procedure; empty where it asks for one thing only. */
export async function listParts(
  look: Look,
  dossier: Dossier,
  linked: readonly LinkedProcedure[],
): Promise<readonly Part[]> {
  if (linked.length === 0) return [];
  const begun = await dossiersAfter(look, dossier.id);
  return Promise.all(
    linked.map(async ({ procedure }) => {
      const part = begun.find((one) => one.procedure === procedure) ?? null;
      return {
        title: part?.title ?? (await findProcedure(look, procedure))?.name ?? procedure,
        dossier: part,
        agency: part && (await getAgency(look, part.agency)).name,
        waits: part ? null : willFollow(dossier) ? ('later' as const) : ('never' as const),
      };
    }),
  );
}

/** Whether what is linked to a dossier can still begin, or is just beginning. */
const willFollow = ({ state, outcome }: { readonly state: State; readonly outcome: Dossier['outcome'] }) =>
  state === 'decided' || state === 'returned' ? outcome === 'granted' : !ended.has(state);

/** What a granted dossier brings about. `given`: what it found for the questions of the other procedure. */
export type Following = {
  readonly first: Dossier;
  readonly procedure: string;
  readonly given: Readonly<Record<string, unknown>>;
  /** What was handed in with the whole request. */
  readonly components: readonly DossierComponent[];
};

/** The procedures that follow from this dossier now: those linked to it, once it is granted and its result issued. */
export async function listFollowing(look: Look, id: string): Promise<readonly Following[]> {
  const first = await findDossier(look, id);
  if (!first?.decided_at || first.outcome !== 'granted') return [];
  const procedure = await getVersion(look, first.procedure, first.procedure_version);
  if (!procedure.linked?.length) return [];
  const facts = factsOf(
    { dossier: first, procedure, agency: await getAgency(look, first.agency) },
    await foundFor(look, first),
    look.now,
  );
  const components = await listComponents(look, id);
  return procedure.linked.map((one) => ({
    first,
    procedure: one.procedure,
    given: mapped(one.found, facts),
    components,
  }));
}

/** All dossiers of one request, this one among them, in the order of their ids. */
export async function listFamily(look: Look, id: string): Promise<readonly Dossier[]> {
  const one = await findDossier(look, id);
  if (!one) return [];
  const first = one.linked_to ?? one.id;
  const rows = await own<DossierTables>(look.tx)
    .selectFrom('dossiers.dossiers')
    .select('id')
    .where('tenant', '=', look.tenant)
    .where('linked_to', '=', first)
    .execute();
  return findDossiers(look, [first, ...rows.map((row) => row.id)]);
}

/** The dossier whose code the person knows: the first of the request, or the dossier itself. */
export const firstOf = async (look: Look, dossier: Dossier): Promise<Dossier> =>
  (dossier.linked_to && (await findDossier(look, dossier.linked_to))) || dossier;
