/** Reading dossiers for pages. */
import { own, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { actingAgency, getAgencies, type Agency } from '../../world/agencies/index.ts';
import { listWorkOf, type Work } from '../../work/desk/index.ts';
import { standardProcess, withCalls, type Definition } from '../../work/process/index.ts';
import { getVersion, type Procedure } from '../catalogue/index.ts';
import { getByCode } from './load.ts';
import { isParty } from './party.ts';
import { mayRead } from './rules.ts';
import type { Dossier, DossierComponent, DossierTables } from './schema.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';

type Of = { readonly tenant: number; readonly dossier: string };

const components = prepared((db, { tenant, dossier }: Of) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.components')
    .select([
      'n',
      'component',
      'name',
      'manner',
      'file',
      'hash',
      'pages',
      'originals',
      'copies',
      'matches_by',
    ])
    .where('tenant', '=', tenant)
    .where('dossier', '=', dossier)
    .orderBy('n'),
);

/** Documents of a dossier in their order. */
export const listComponents = ({ tx, tenant }: Look, dossier: string): Promise<DossierComponent[]> =>
  components(tx, { tenant, dossier });

const supplements = prepared((db, { tenant, dossier }: Of) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.supplements')
    .select(['n', 'asked_at', 'defects', 'basis', 'answered_at'])
    .where('tenant', '=', tenant)
    .where('dossier', '=', dossier)
    .orderBy('n', 'desc'),
);

/** Requests for supplement of a dossier, the latest first. */
export const listSupplements = ({ tx, tenant }: Look, dossier: string) =>
  supplements(tx, { tenant, dossier });

/** What the case officer proposed last, or null. */
export const findProposal = async (look: Look, dossier: string) =>
  (await own<DossierTables>(look.tx)
    .selectFrom('dossiers.proposals')
    .select(['n', 'kind', 'data', 'reason', 'at'])
    .where('tenant', '=', look.tenant)
    .where('dossier', '=', dossier)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** A dossier with everything around it that pages need. */
export type Whole = {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  /** Who decides: of an open dossier whoever took over from an agency that ended. */
  readonly agency: Agency;
  readonly oneStop: Agency;
  readonly work: readonly Work[];
};

/** Loads a dossier for a page of those who may read it. Throws NotFound or NotAllowed. */
export async function getWhole(look: Look, code: string): Promise<Whole> {
  const dossier = await getByCode(look, code);
  if (!mayRead(look.by, dossier) && !(await isInHand(look, dossier))) {
    throw new NotAllowed({
      vi: 'Hồ sơ này không phải của bạn và không thuộc phần việc của bạn.',
      en: 'This dossier is neither yours nor part of your work.',
    });
  }
  return wholeOf(look, dossier);
}

/** Whether work on it was handed to the one who looks: they read it as long as they have it, as the head of an agency below who signs TUQ. */
const isInHand = async ({ by, ...look }: Look, { id }: Pick<Dossier, 'id'>): Promise<boolean> =>
  by.kind === 'officer' &&
  by.account !== null &&
  (await listWorkOf({ by, ...look }, id)).some(({ holder }) => holder === by.account);

/** A dossier with everything around it, for an act of the platform itself. */
export async function wholeOf(look: Look, dossier: Dossier): Promise<Whole> {
  const [procedure, [decides, oneStop], work] = await Promise.all([
    pinnedProcedure(look, dossier),
    getAgencies(look, [dossier.agency, dossier.one_stop]),
    listWorkOf(look, dossier.id),
  ]);
  // What silence decided still waits for the notice of it, which whoever took over signs.
  const isUndecided = dossier.decided_at === null || (dossier.by_silence && dossier.result === null);
  const isOpen = isUndecided && dossier.ended_at === null;
  const agency = isOpen ? await actingAgency(look, decides) : decides;
  return { dossier, procedure, agency, oneStop, work };
}

/** The procedure as it was at acceptance; with the process of a later version where the dossier was moved to it. */
async function pinnedProcedure(
  look: Look,
  { procedure: code, procedure_version: version, process_version: later }: Dossier,
): Promise<Procedure> {
  const procedure = await getVersion(look, code, version);
  return later === null
    ? procedure
    : { ...procedure, process: (await getVersion(look, code, later)).process };
}

/** The process of a procedure as it runs: its own with what it calls inside it, or the usual one of the one-stop mechanism. */
export const processOf = (procedure: Procedure, agency: Agency, oneStop: Agency): Definition =>
  procedure.process
    ? withCalls(procedure.process)
    : standardProcess({
        id: `quy-trinh-${procedure.code}`,
        name: procedure.name,
        agency: agency.name.vi,
        oneStop: oneStop.name.vi,
        unit: agency.name.vi,
        signer: agency.headTitle ?? 'Thủ trưởng',
        hours: 40,
      });

/** Whether this look is one that must be recorded: an officer at somebody's data. */
export const isForeignLook = (look: Look, dossier: Dossier): boolean =>
  look.by.kind === 'officer' && !isParty(look.by, dossier);
