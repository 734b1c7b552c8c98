/** What the national portal is told of a dossier that was filed there and refused here: it never became one of ours. Pure. */
import type { Arrived } from '../schema.ts';
import type { Arrival } from './arrival.ts';
import type { PortalDossier } from './facts.ts';

/** Từ chối tiếp nhận (STANDARDS §3.3, TrangThaiHoSo). */
const REFUSED = 3;

/** What the portal itself said of its dossier; empty where it said nothing. */
function wordsIn(body: Arrived['body'], name: string): string {
  const words = body[name];
  return typeof words === 'string' ? words : '';
}

/** The refusal as the portal reads it: its own dossier, state 3, the reason in words, and nothing of what came with it. */
export function refusedDossier(
  { body, received_at: received }: Pick<Arrived, 'body' | 'received_at'>,
  arrival: Arrival,
  { problem, agency, at }: { readonly problem: string; readonly agency: string; readonly at: Date },
): PortalDossier {
  const { code, procedure, channel, applicant, title, returnWay, submittedAt } = arrival;
  return {
    code,
    procedure: { code: procedure, name: wordsIn(body, 'TenTTHC') || procedure },
    domain: { code: wordsIn(body, 'MaLinhVuc'), name: wordsIn(body, 'TenLinhVuc') },
    channel,
    applicant: { name: applicant.name, number: applicant.number, kind: applicant.organisation ? 2 : 1 },
    contact: { phone: null, email: null, address: null },
    title,
    submittedAt: submittedAt ?? received,
    acceptedAt: null,
    dueAt: null,
    refusedAt: at,
    finishedAt: null,
    returnedAt: null,
    status: REFUSED,
    returnWay,
    agency: { identifier: arrival.agency ?? '', name: agency },
    note: problem,
    filedThere: true,
    identified: false,
    owing: false,
    payableOnline: false,
    components: [],
    fees: [],
    supplements: [],
    results: [],
    steps: [],
  };
}
