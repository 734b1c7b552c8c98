/** Forms 02 to 05: what the person is told in writing when something is missing, refused, late or stopped (C3, C4). */
import { formatMoney } from '../../../ground/text/money.ts';
import {
  addresseeOf,
  headOf,
  headOfOneStop,
  lastStep,
  momentOf,
  noted,
  requestOf,
  spokenToOf,
  withinSentence,
  type Facts,
  type FormData,
  type RecordedStep,
} from './facts.ts';
import { settlementRefusal } from '../refusal.ts';
import { stateName } from '../rules.ts';
import type { State } from '../schema.ts';

/** Form 02, all defects at once; null when no supplement was asked for. The latest request is printed. */
export function supplementData(facts: Facts): FormData | null {
  const [asked] = facts.supplements;
  const step = lastStep(facts, 'ask-supplement');
  if (!asked || !step || asked.defects.length === 0) return null;
  const { oneStop, agency, origin } = facts;
  return {
    ...headOfOneStop(facts, asked.asked_at),
    applicant: spokenToOf(facts),
    procedure: requestOf(facts),
    defects: asked.defects.map(({ where, what }) => ({
      what: where ? `${where}: ${what}` : what,
      reason: asked.basis ?? basisOf(facts),
    })),
    ...(asked.n > 1 && asked.basis && { sectorLaw: asked.basis }),
    guide: {
      name: step.name,
      phone: oneStop.phone ?? agency.phone ?? 'tại quầy tiếp nhận',
      website: origin,
    },
  };
}

/** The law that the components of the procedure come from. */
const basisOf = ({ procedure: { code, laws } }: Facts): string =>
  `Thành phần hồ sơ của thủ tục ${code}${laws.length > 0 ? `; ${laws.slice(0, 2).join(', ')}` : ''}`;

/** Form 03, refusal to accept, or after appraisal to settle; null when nothing was refused. */
export function refusalData(facts: Facts): FormData | null {
  const { dossier, agency, steps } = facts;
  const intake = lastStep(facts, 'refuse-intake');
  if (intake?.reason) {
    const basis = noted(intake.after, 'basis');
    return {
      ...refusalOf(facts, intake.reason, typeof basis === 'string' ? basis : null),
      ...headOfOneStop(facts, intake.at),
      refused: 'tiếp nhận',
      signerTitle: 'Người tiếp nhận hồ sơ',
      signerName: intake.name,
    };
  }
  const refused = settlementRefusal(dossier, steps);
  const decided = lastStep(facts, 'decide');
  if (!refused || !decided) return null;
  return {
    ...refusalOf(facts, refused.reason.vi, refused.basis),
    ...headOf(facts, decided.at),
    refused: 'giải quyết',
    // The one-stop unit hands it over: it was the agency that looked at the dossier, and whoever proposed it is who settled it.
    examiner: agency.name.vi,
    signerTitle: 'Người giải quyết hồ sơ',
    signerName: refused.proposedBy,
  };
}

/** One lawful ground is chosen; what was explained about it belongs to it, on however many lines it was written. */
const refusalOf = (facts: Facts, reason: string, basis: string | null): FormData => ({
  applicant: spokenToOf(facts),
  procedure: requestOf(facts),
  grounds: [{ reason: inSentence(reason), basis: basis ?? basisOf(facts) }],
});

/** Form 04, the apology with the new date; null when there was none. */
export function apologyData(facts: Facts): FormData | null {
  const { dossier, agency, oneStop, signer } = facts;
  const step = lastStep(facts, 'apologise');
  const newDue = dateIn(step?.after, 'due_at');
  const promised = dateIn(step?.before, 'due_at') ?? dossier.promised_at;
  if (!step?.reason || !newDue || !promised || !dossier.accepted_at) return null;
  return {
    ...headOf(facts, step.at),
    addressee: addresseeOf(facts),
    procedure: withinSentence(requestOf(facts)),
    receivedBy: oneStop.name.vi,
    received: momentOf(dossier.accepted_at),
    promised: momentOf(promised),
    lateAgency: agency.name.vi,
    cause: inSentence(step.reason),
    newDue: momentOf(newDue),
    recipients: ['Như trên', oneStop.name.vi, 'Lưu: VT'],
    signer: signerOf(signer, step),
  };
}

/** Lines that somebody wrote, as the end of a sentence that has its own full stop. */
const inSentence = (text: string): string =>
  text
    .trim()
    .replaceAll(/([^\s.;:,!?])\s*\n\s*/g, '$1; ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[.;,\s]+$/, '');

/** Form 05, the notice of discontinuation (national status 8, final); null when it was not discontinued. */
export function discontinuationData(facts: Facts): FormData | null {
  const { dossier, agency, signer } = facts;
  const step = lastStep(facts, 'discontinue');
  if (!step?.reason) return null;
  const basis = noted(step.after, 'basis');
  return {
    ...headOf(facts, step.at),
    addressee: addresseeOf(facts),
    procedure: withinSentence(requestOf(facts)),
    received: momentOf(dossier.accepted_at ?? dossier.submitted_at),
    requestedBy: `${agency.name.vi}, cơ quan giải quyết hồ sơ`,
    reason: typeof basis === 'string' ? `${inSentence(step.reason)} (${basis})` : inSentence(step.reason),
    stage: stageAt(step),
    decision: 'Dừng giải quyết hồ sơ',
    fee: feeUntil(facts, step.at),
    recipients: ['Như trên', 'Lưu: VT'],
    signer: signerOf(signer, step),
  };
}

/** Where the dossier stood when it was stopped: the steps that waited then; of older ones the record has its state only. */
function stageAt({ before, after }: RecordedStep): string {
  const steps = noted(after, 'steps');
  if (Array.isArray(steps) && steps.length > 0) return steps.map(String).join('; ');
  const state = noted(before, 'state');
  return isState(state) ? stateName[state].vi : 'Đang giải quyết';
}

const isState = (state: unknown): state is State =>
  typeof state === 'string' && Object.hasOwn(stateName, state);

/** What had been paid when it was stopped, so that the person knows what the rules of the procedure are about. */
function feeUntil({ payments }: Facts, until: Date): string {
  const paid = payments.filter(({ paid_at: at }) => at !== null && at <= until);
  const sum = paid.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return sum === 0
    ? 'Chưa nộp khoản nào, không phải nộp nữa'
    : `Đã nộp ${formatMoney(sum)}, được hoàn trả hoặc giữ lại theo quy định về phí của thủ tục`;
}

/** Where the signer's post is not known any more, the name alone stands under the general title. */
const signerOf = (signer: Facts['signer'], step: RecordedStep): FormData =>
  signer ? { ...signer, seal: 35 } : { post: 'Thủ trưởng cơ quan', name: step.name, seal: 35 };

/** JSON gives moments as text: a moment again, or null. */
function dateIn(payload: unknown, name: string): Date | null {
  const value = noted(payload, name);
  const date = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}
