/** «If you file now»: the moment before which there is a result, reckoned by the clock, with every day explained. */
import type { VNode } from 'preact';
import { Details } from '../../../../ground/ui/index.ts';
import { formatDay, formatTime } from '../../../../ground/text/dates.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { due, explain, startClock, type Calendar, type Explanation } from '../../../../work/clock/index.ts';
import { countedTerm } from '../../rules/terms.ts';
import type { Procedure } from '../../schema.ts';
import { words } from './words.ts';

/** When the result is due for who files now, and why; null when the limit cannot be reckoned. */
export type Deadline = { readonly at: Date; readonly explanation: Explanation };

/** Reckons the deadline of a dossier that is filed and accepted at this moment, by a calendar. */
export function deadlineOf(procedure: Procedure, now: Date, calendar: Calendar): Deadline | null {
  const channel = procedure.methods.some((one) => one.channel === 'online')
    ? 'online'
    : (procedure.methods[0]?.channel ?? 'online');
  const counted = countedTerm(procedure, channel);
  if (counted === null) return null;
  const cause = { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier is accepted' };
  const reckoned = due(startClock(counted, now, { cause, basis: null, evidence: null }), calendar);
  return { at: reckoned.at, explanation: explain(reckoned) };
}

/** Days of an explanation that are shown one by one. */
const MOST_DAYS = 40;

/** The sentence, and behind «Why?» the days. */
export const DeadlineWords = ({
  deadline,
  lang,
}: {
  readonly deadline: Deadline;
  readonly lang: Language;
}): VNode => (
  <>
    {words.before[lang]} <strong>{formatTime(deadline.at, lang)}</strong>, {words.ifAccepted[lang]}.
    <Details summary={words.why[lang]} class="govuk-!-margin-top-2 govuk-!-margin-bottom-0">
      <p class="govuk-body">{deadline.explanation.summary[lang]}</p>
      <ul class="govuk-list govuk-list--bullet">
        {deadline.explanation.days.slice(0, MOST_DAYS).map((day) => (
          <li>
            {formatDay(day.date, lang)}: {day.reason[lang]}
          </li>
        ))}
        {deadline.explanation.days.length > MOST_DAYS && <li>…</li>}
      </ul>
      {deadline.explanation.notes.map((note) => (
        <p class="govuk-body">{note[lang]}</p>
      ))}
    </Details>
  </>
);
