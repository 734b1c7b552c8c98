/**
 * What the post room asks of dossiers: the facts of one for the national portal, and intake of one that was filed there
 * (C8). It stands below this room, so the app hands this down.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { keepFile } from '../../../ground/files/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { listSteps } from '../../../ground/record/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import {
  findArrivalOf,
  type Arrival,
  type ArrivedFile,
  type FiledAt,
  type ItemSource,
  type PortalDossier,
  type PortalStep,
} from '../../../outside/exchange/index.ts';
import { listCharges } from '../../../outside/payments/index.ts';
import { currentPaper } from '../../../paper/papers/index.ts';
import { handOverOpen } from '../../../work/desk/index.ts';
import {
  agencyOfPlace,
  findAgency,
  findAgencyByIdentifier,
  getAgency,
  getPost,
  reachIdentifier,
  type Agency,
} from '../../../world/agencies/index.ts';
import {
  digitsOf,
  findOrganisationByNumber,
  findPersonByNumber,
  getOrganisation,
  getPerson,
  readPersonNumber,
  registerPerson,
} from '../../../world/people/index.ts';
import { findProcedure, getVersion, type Procedure } from '../../catalogue/index.ts';
import { receive, type Submission } from '../commands/receive.ts';
import { findByCode, findDossier } from '../load.ts';
import { listComponents, listSupplements } from '../queries.ts';
import { nationalStatus } from '../rules.ts';
import type { Dossier, State } from '../schema.ts';
import { stepWords } from '../words.ts';

/** Key of a submission that came from the portal: its code, so that it comes once. */
const keyOf = (code: string): string => `national-portal ${code}`;

async function factsOf(look: Look, item: string): Promise<PortalDossier | null> {
  const dossier = await findDossier(look, item);
  if (!dossier) return null;
  const [procedure, agency, components, supplements, charges, steps, number, results, arrived] =
    await Promise.all([
      getVersion(look, dossier.procedure, dossier.procedure_version),
      getAgency(look, dossier.agency),
      listComponents(look, item),
      listSupplements(look, item),
      listCharges(look, item),
      listSteps(look, item, 'party'),
      numberOf(look, dossier),
      resultsOf(look, dossier),
      findArrivalOf(look, item),
    ]);
  return {
    code: dossier.code,
    procedure: { code: procedure.code, name: procedure.name },
    domain: { code: await domainCodeOf(look, procedure), name: procedure.domain },
    channel: dossier.channel,
    applicant: { name: dossier.applicant_name, number, kind: dossier.organisation ? 2 : 1 },
    contact: dossier.contact,
    title: dossier.title,
    submittedAt: dossier.submitted_at,
    acceptedAt: dossier.accepted_at,
    dueAt: dossier.due_at,
    refusedAt: dossier.state === 'refused' ? dossier.ended_at : null,
    finishedAt: dossier.decided_at ?? (dossier.state === 'refused' ? null : dossier.ended_at),
    returnedAt: dossier.returned_at,
    status: nationalStatus[dossier.state],
    returnWay: dossier.return_way,
    agency: { identifier: agency.identifier, name: agency.name.vi },
    note: '',
    filedThere: arrived !== null,
    identified: dossier.channel === 2 && dossier.applicant !== null,
    owing: charges.some(({ state }) => state === 'due'),
    payableOnline: charges.some(({ amount }) => amount !== null && amount > 0),
    components: components.map(({ n, component, name, manner }) => ({
      id: `${dossier.code}/${n}`,
      component,
      name,
      reused: manner === 'registry' || manner === 'vault',
      fromVault: manner === 'vault',
    })),
    fees: charges
      .filter(({ state }) => state !== 'void')
      .flatMap(({ due_when: when, lines }) =>
        lines.flatMap(({ code, name, kind, amount }) =>
          amount === null ? [] : [{ code, name, kind, amount, when }],
        ),
      ),
    supplements: supplements
      .toReversed()
      .map(({ n, defects, asked_at: askedAt, answered_at: answeredAt }) => ({
        n,
        what: defects.map(({ what }) => what),
        askedAt,
        answeredAt,
      })),
    results,
    steps: await stepsOf(look, steps),
  };
}

/** The national code of the field of a procedure; a version from before it was known has that of the one in force. */
async function domainCodeOf(look: Look, { code, domain, domainCode }: Procedure): Promise<string> {
  if (domainCode) return domainCode;
  const now = await findProcedure(look, code);
  return (now?.domain === domain && now.domainCode) || '';
}

async function numberOf(look: Look, { organisation, applicant }: Dossier): Promise<string | null> {
  if (organisation) return (await getOrganisation(look, organisation)).number;
  return applicant ? (await getPerson(look, applicant)).number : null;
}

async function resultsOf(
  look: Look,
  { result, decided_at: decided }: Dossier,
): Promise<PortalDossier['results']> {
  if (!result || !decided) return [];
  // The one in force: a correction has taken the place of a wrong one, what was revoked is no result any more.
  const { id, title, state, result_code: code } = await currentPaper(look, result);
  return state === 'revoked' ? [] : [{ id, name: title, code: code ?? '' }];
}

type Step = Awaited<ReturnType<typeof listSteps>>[number];

/** Steps that lead to a state of the dossier, in words; what the record says beside them is nobody else's business. */
async function stepsOf(look: Look, steps: readonly Step[]): Promise<readonly PortalStep[]> {
  const units = new Map<string, string>();
  const posts = new Map<string, string>();
  const shown: PortalStep[] = [];
  for (const { seq, act, at, by_kind: kind, name, agency, post, after } of steps) {
    const { state, due_at: due } = (after ?? {}) as {
      readonly state?: State;
      readonly due_at?: string | null;
    };
    const says = stepWords[act];
    if (!state || !says || !(state in nationalStatus)) continue;
    if (agency && !units.has(agency)) units.set(agency, (await findAgency(look, agency))?.name.vi ?? '');
    if (post && !posts.has(post)) posts.set(post, (await getPost(look, post)).title.vi);
    shown.push({
      seq,
      at,
      by: kind === 'system' ? '' : name,
      post: (post && posts.get(post)) ?? '',
      unit: (agency && units.get(agency)) ?? '',
      words: says.vi,
      status: nationalStatus[state],
      due: due ? new Date(due) : null,
    });
  }
  return shown;
}

const refused = (field: string, message: Text): Invalid => new Invalid([{ field, message }]);

/** The applicant, and the commune where they live as far as it is known. */
type Known = Submission['applicant'] & { readonly commune: string | null };

/** Who applies: known by number, or entered as at a first sign-in, so that the person finds the dossier here, too. */
async function applicantOf(act: Act, { applicant }: Arrival): Promise<Known> {
  const number = applicant.number === null ? null : digitsOf(applicant.number);
  const nobody = { person: null, organisation: null, name: applicant.name, commune: null };
  if (number === null) return nobody;
  if (applicant.organisation)
    return { ...nobody, organisation: (await findOrganisationByNumber(act, number))?.id ?? null };
  const known = await findPersonByNumber(act, number);
  if (known) return { ...nobody, person: known.id, commune: known.commune };
  const read = readPersonNumber(number);
  if (!read) return nobody;
  const person = await registerPerson(act, {
    number,
    name: applicant.name,
    born: null,
    sex: read.sex,
    ethnicity: null,
    nationality: 'VN',
    commune: null,
    address: null,
    died: null,
    source: 'national-portal',
  });
  return { ...nobody, person };
}

/** Who decides; `ended`: an agency that was divided, and neither field nor place says which heir goes on. */
type Decider = { readonly agency: Agency; readonly ended: boolean };

/**
 * Who decides: the agency the portal names or its heir, else the one of the place where the applicant lives. Where the agency was
 * divided and several heirs remain, the dossier is taken in its name, and the desk asks which of them goes on.
 */
async function deciderOf(
  act: Act,
  arrival: Arrival,
  procedure: Procedure,
  commune: string | null,
): Promise<Decider> {
  const reached = arrival.agency
    ? await reachIdentifier(act, arrival.agency, { field: procedure.field, place: commune })
    : null;
  if (reached?.kind === 'one') return { agency: reached.agency, ended: false };
  const slug = procedure.decidedBy?.slug;
  const found = slug
    ? await findAgency(act, slug)
    : commune
      ? await agencyOfPlace(act, commune, 'peoples-committee')
      : null;
  const named =
    reached?.kind === 'choose' && arrival.agency ? await findAgencyByIdentifier(act, arrival.agency) : null;
  if (named && reached?.kind === 'choose' && !reached.candidates.some(({ id }) => id === found?.id))
    return { agency: named, ended: true };
  if (found) return { agency: found, ended: false };
  throw refused('MaDonViXuLy', {
    vi: 'Không xác định được cơ quan giải quyết.',
    en: 'The agency that decides cannot be found.',
  });
}

async function takeIn(act: Act, arrival: Arrival, files: readonly ArrivedFile[], filedAt: FiledAt) {
  const procedure = await findProcedure(act, arrival.procedure);
  if (!procedure)
    throw refused('MaTTHC', { vi: 'Tỉnh không có thủ tục này.', en: 'There is no such procedure here.' });
  if (procedure.systemOfRecord !== 'us')
    throw refused('MaTTHC', {
      vi: 'Hồ sơ của thủ tục này do hệ thống khác giải quyết.',
      en: 'Dossiers of this procedure are decided in another system.',
    });
  if ((await findByCode(act, arrival.code)) !== null) return null;
  const { commune, ...applicant } = await applicantOf(act, arrival);
  const { agency, ended } = await deciderOf(act, arrival, procedure, commune);
  if (ended) handOverOpen(act, agency.id, 'dossiers');
  const oneStop = agency.place ? await agencyOfPlace(act, agency.place, 'service-centre') : null;
  const names = new Map(
    procedure.groups.flatMap(({ components }) => components.map(({ key, name }) => [key, name])),
  );
  return receive(act, {
    key: keyOf(arrival.code),
    procedure,
    channel: arrival.channel,
    applicant,
    filer: null,
    agency: { id: agency.id, identifier: agency.identifier },
    oneStop: oneStop?.id ?? agency.id,
    place: ended ? commune : agency.place,
    answers: arrival.answers,
    contact: arrival.contact,
    returnWay: arrival.returnWay,
    components: files.map(({ component, name, stored, pages }) => {
      const file = keepFile(act, stored, name);
      return {
        component,
        name: names.get(component) ?? name,
        manner: 'handed-in',
        file: file.id,
        hash: stored.hash,
        pages,
        originals: 0,
        copies: 1,
      };
    }),
    nationalCode: arrival.code,
    filedAt,
  });
}

/** Dossiers, as the post room sees them. */
export const dossierSource: ItemSource = { facts: factsOf, takeIn };
