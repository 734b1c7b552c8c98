/** Gathers what the forms of a dossier are made from. */
import type { Look } from '../../../../ground/db/act.ts';
import { listSteps } from '../../../../ground/record/index.ts';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { getAgency, listSeats, type Agency } from '../../../../world/agencies/index.ts';
import { findPerson, getOrganisation } from '../../../../world/people/index.ts';
import { headFor } from '../../../../paper/papers/index.ts';
import { listCharges } from '../../../../outside/payments/index.ts';
import { calendarOf } from '../../../../work/clock/index.ts';
import type { Facts, RecordedStep, SignedBy } from '../../forms/facts.ts';
import type { Dossier } from '../../schema.ts';
import { getWhole, listComponents, listSupplements } from '../../queries.ts';

/** Name of the commune or province of an agency, before the date of its papers. */
export async function placeOf({ look }: Visit, agency: Agency): Promise<string> {
  return (await headFor(look, agency)).place;
}

/** Everything the forms need. Throws NotFound or NotAllowed like the page of the dossier. */
export async function gatherFacts(visit: Visit): Promise<Facts> {
  const { look, params, origin } = visit;
  const { dossier, procedure, agency, oneStop, work } = await getWhole(look, params['code'] ?? '');
  const steps = await listSteps(look, dossier.id, 'inside');
  const [next] = work;
  return {
    dossier,
    agency,
    oneStop,
    receivedAt: await receivedAt(visit, agency, oneStop),
    partners: await partnersIn(visit, steps, [agency.id, oneStop.id]),
    document: await documentOf(look, dossier),
    procedure: {
      code: procedure.code,
      laws: procedure.legalBasis.flatMap(({ number }) => (number ? [number] : [])),
    },
    calendar: await calendarOf(look, dossier.agency, dossier.accepted_at),
    place: await placeOf(visit, agency),
    origin,
    steps,
    components: await listComponents(look, dossier.id),
    supplements: await listSupplements(look, dossier.id),
    waitsAt: next
      ? { unit: next.agency === oneStop.id ? oneStop.name.vi : agency.name.vi, step: next.step }
      : null,
    payments: await listCharges(look, dossier.id),
    signer: await signerOf(visit, agency, steps),
  };
}

/** The agency above the one-stop unit, where another one decides: received anywhere in the province (Decree 118/2025). */
async function receivedAt(visit: Visit, agency: Agency, oneStop: Agency): Promise<Facts['receivedAt']> {
  if (oneStop.id === agency.id || oneStop.parent === null || oneStop.parent === agency.id) return null;
  const above = await getAgency(visit.look, oneStop.parent);
  return { agency: above, place: await placeOf(visit, above) };
}

/** The number by which the state knows the applicant. */
async function documentOf(
  look: Look,
  { applicant, organisation }: Pick<Dossier, 'applicant' | 'organisation'>,
): Promise<string | null> {
  if (organisation) return (await getOrganisation(look, organisation)).number;
  return applicant ? ((await findPerson(look, applicant))?.number ?? null) : null;
}

/** Agencies beside the own ones whose officers did steps. */
const partnersIn = (
  { look }: Visit,
  steps: readonly RecordedStep[],
  own: readonly string[],
): Promise<readonly Agency[]> => {
  const ids = new Set(
    steps.flatMap(({ agency, act }) =>
      agency && act === 'dossier.do-step' && !own.includes(agency) ? [agency] : [],
    ),
  );
  return Promise.all([...ids].map((id) => getAgency(look, id)));
};

/** Post of the leader who signed the apology or stopped the dossier, as it was on that day. */
async function signerOf(
  { look }: Visit,
  agency: Agency,
  steps: readonly RecordedStep[],
): Promise<SignedBy | null> {
  const step = steps.findLast(({ act }) => act === 'dossier.apologise' || act === 'dossier.discontinue');
  if (!step) return null;
  const seats = await listSeats(look, agency.id, vietnamDay(step.at));
  const seat = seats.find(({ officer }) => officer.name === step.name);
  if (!seat) return null;
  const collective =
    agency.regime === 'collective'
      ? [
          `TM. ${agency.kind === 'peoples-committee' ? 'ỦY BAN NHÂN DÂN' : agency.name.vi.toLocaleUpperCase('vi')}`,
        ]
      : [];
  const deputy =
    seat.post.rank === 'deputy' && agency.headTitle
      ? [`KT. ${agency.headTitle.toLocaleUpperCase('vi')}`]
      : [];
  return {
    authority: [...collective, ...deputy],
    post: seat.post.title.vi.toLocaleUpperCase('vi'),
    name: step.name,
  };
}
