/**
 * Form 06: the control slip, from the record alone. Each line is a handing over: who finished, who took, when, and whether
 * that was before, on or after the due day (C2; Circular 03/2025/TT-VPCP). The record is append-only, so is the slip.
 */
import { vietnamDay } from '../../../ground/text/dates.ts';
import { stepWords } from '../words.ts';
import { headOf, noted, requestOf, type Facts, type FormData, type RecordedStep } from './facts.ts';

/** Acts by which a dossier goes from one pair of hands to the next. */
const handing = new Set(
  [
    'receive',
    'accept',
    'ask-supplement',
    'answer-supplement',
    'refuse-intake',
    'do-step',
    'propose',
    'sign',
    'decide',
    'return',
    'withdraw',
    'discontinue',
    'approve-by-silence',
    'sign-notice',
    'issue-notice',
  ].map((act) => `dossier.${act}`),
);

/** The data of form 06. */
export function controlData(facts: Facts): FormData {
  const steps = facts.steps.filter(({ act }) => handing.has(act));
  const partners = facts.partners.map(({ name }) => name.vi);
  return {
    ...headOf(facts, steps.at(-1)?.at ?? facts.dossier.submitted_at),
    procedure: requestOf(facts),
    lead: facts.agency.name.vi,
    ...(partners.length > 0 && { partners }),
    steps: steps.map((step, i) => lineOf(facts, step, steps[i + 1])),
  };
}

function lineOf(facts: Facts, step: RecordedStep, next: RecordedStep | undefined): FormData {
  const words = stepWords[step.act]?.vi ?? 'Xử lý';
  const finding = noted(step.after, 'finding');
  return {
    from: sideOf(facts, step),
    to: next ? sideOf(facts, next) : waitingSide(facts),
    at: `${vietnamDay(step.at)}T${clockOf(step.at)}`,
    outcome: next || facts.dossier.ended_at ? outcomeOf(step) : 'Đang giải quyết',
    result: typeof finding === 'string' && finding !== '' ? `${words}: ${finding}` : words,
    ...(step.reason && { note: step.reason }),
  };
}

const clockOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);

/** On which side of the due day a step was done; before a date is promised everything is in time. */
function outcomeOf({ at, before, after }: RecordedStep): 'Trước hạn' | 'Đúng hạn' | 'Quá hạn' {
  const due = noted(before, 'due_at') ?? noted(after, 'due_at');
  if (typeof due !== 'string') return 'Đúng hạn';
  if (at > new Date(due)) return 'Quá hạn';
  return vietnamDay(at) < vietnamDay(new Date(due)) ? 'Trước hạn' : 'Đúng hạn';
}

/** Acts of the one-stop unit; an officer may hold posts in several agencies, so the act says where it was done. */
const atCounter = new Set(
  ['receive', 'accept', 'ask-supplement', 'answer-supplement', 'refuse-intake', 'return'].map(
    (act) => `dossier.${act}`,
  ),
);

/** Who did a step, and where: the person, the one-stop unit, an agency, or the platform. */
function sideOf(facts: Facts, { act, by_kind: kind, agency, name }: RecordedStep): FormData {
  if (kind === 'system') return { unit: 'Hệ thống', person: 'tự động' };
  if (kind === 'citizen') return { unit: 'Người nộp', person: name };
  const { oneStop, agency: lead } = facts;
  const partner = facts.partners.find(({ id }) => id === agency)?.name.vi;
  return { unit: atCounter.has(act) ? oneStop.name.vi : (partner ?? lead.name.vi), person: name };
}

const waitingSide = ({ waitsAt, dossier }: Facts): FormData =>
  waitsAt
    ? { unit: waitsAt.unit, person: waitsAt.step }
    : { unit: 'Người nộp', person: dossier.applicant_name };
