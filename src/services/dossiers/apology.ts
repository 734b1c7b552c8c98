/**
 * The apology with a new date (form 04): whether it is still possible, and what the platform drafts for the leader to sign. It says
 * only what the record knows: where the dossier waits, since when, and what is still to be done. Pure. C4, Decree 61/2018 art. 19.9.
 */
import { formatDay, formatTime, vietnamDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import { elapsed, startClock, type Calendar } from '../../work/clock/index.ts';
import type { Work } from '../../work/desk/index.ts';
import { wayAhead, type Definition } from '../../work/process/index.ts';
import type { Foresight } from './foresight.ts';
import { openOpinion } from './opinions.ts';
import type { Dossier } from './schema.ts';
import { tokenOf } from './work.ts';

const DAY = 86_400_000;
const HOURS_OF_A_DAY = 8;
export const MOST_DAYS = 60;

/** The apology goes out at the latest one day before the date. */
export const apologyDue = (due: Date): Date => new Date(due.getTime() - DAY);

/** Why no new date can be set any more, or not yet; null when it can. Of a dossier that is promised within two days no day before is kept: it is possible until the date itself. */
export function whyNoApology(
  { apologies, clock, due_at: due, accepted_at: accepted }: ApologyState,
  now: Date,
): Text | null {
  if (apologies > 0) return { vi: 'Chỉ được hẹn lại một lần.', en: 'A new date may be set only once.' };
  if (!clock || !due)
    return { vi: 'Hồ sơ chưa có ngày hẹn trả.', en: 'The dossier has no promised date yet.' };
  const isShort = accepted !== null && due.getTime() - accepted.getTime() <= 2 * DAY;
  if (now <= (isShort ? due : apologyDue(due))) return null;
  return isShort
    ? {
        vi: 'Đã quá muộn: phải xin lỗi và hẹn lại trước khi hết hạn trả.',
        en: 'It is too late: the apology and new date are due before the promised time is over.',
      }
    : {
        vi: 'Đã quá muộn: phải xin lỗi và hẹn lại chậm nhất một ngày trước ngày hẹn trả.',
        en: 'It is too late: the apology and new date are due at the latest one day before the promised date.',
      };
}

export type ApologyState = Pick<Dossier, 'apologies' | 'clock' | 'due_at' | 'accepted_at'>;

/** What the leader finds written: how many working days more, and the cause as the person will read it. */
export type ApologyDraft = { readonly days: number; readonly cause: string };

type From = {
  readonly dossier: Pick<Dossier, 'due_at' | 'process' | 'opinions'>;
  readonly work: readonly Pick<Work, 'ref' | 'agency' | 'step' | 'opened_at' | 'due_at'>[];
  /** Names of the agencies that may have the dossier, by id. */
  readonly agencies: ReadonlyMap<string, string>;
  readonly definition: Definition;
  readonly calendar: Calendar;
  /** Why it is foreseen to be late, and until when it would take; null: only because the date is near. */
  readonly foreseen: Foresight | null;
};

/** Drafts the apology from where the dossier stands now. */
export const draftApology = (from: From, now: Date): ApologyDraft => ({
  days: daysMissing(from, now),
  cause: causeOf(from, now),
});

/** Working days that are needed beyond the date: by all steps that may come, or until it is foreseen to end; at least one. */
function daysMissing({ dossier, definition, calendar, foreseen }: From, now: Date): number {
  const { hours } = wayAhead(definition, dossier.process ?? { tokens: [] });
  const due = dossier.due_at ?? now;
  const byPlan = hours / HOURS_OF_A_DAY - (due > now ? workingDays(now, due, calendar) : 0);
  const beyond = foreseen?.late && foreseen.until > due ? workingDays(due, foreseen.until, calendar) : 0;
  return Math.min(MOST_DAYS, Math.max(1, Math.ceil(byPlan), Math.ceil(beyond)));
}

function workingDays(from: Date, to: Date, calendar: Calendar): number {
  const why = { cause: { vi: 'Hẹn lại', en: 'Put off' }, basis: null, evidence: null };
  return elapsed(startClock({ unit: 'working_day', amount: 1 }, from, why), calendar, to).amount;
}

/** Where it waits, one sentence for each step, and the steps that follow. */
function causeOf({ dossier, work, agencies, definition, foreseen }: From, now: Date): string {
  const waiting = work.flatMap((one) => {
    const token = tokenOf(one);
    if (token === null) return [];
    const asked = openOpinion(dossier, token);
    if (asked)
      return `${asked.name.vi} được hỏi ý kiến ngày ${formatDay(vietnamDay(new Date(asked.askedAt)))}, đến nay chưa trả lời.`;
    const place = agencies.get(one.agency) ?? 'cơ quan giải quyết';
    const overdue = one.due_at && one.due_at < now ? `, quá hạn của bước (${formatTime(one.due_at)})` : '';
    return `Bước “${one.step}” ở ${place} bắt đầu lúc ${formatTime(one.opened_at)}, đến nay chưa xong${overdue}.`;
  });
  const here = new Set(work.map(({ step }) => step));
  const ahead = wayAhead(definition, dossier.process ?? { tokens: [] })
    .steps.map(({ name }) => name)
    .filter((name) => !here.has(name));
  const then = ahead.length > 0 ? [`Sau đó còn: ${ahead.join('; ')}.`] : [];
  return [...waiting, ...then, ...(foreseen?.late ? [foreseen.why] : [])].join('\n');
}
