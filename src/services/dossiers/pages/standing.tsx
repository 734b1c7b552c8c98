/** How a dossier stands: state and date, whom it waits for, why that date, why it ended. Shown at the top of its page. */
import { Details, InsetText } from '../../../ground/ui/index.ts';
import { formatDay, formatTime } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { isUnderway, type Parcel } from '../../../outside/exchange/index.ts';
import type { NumberRequest } from '../../../outside/registries/index.ts';
import { clockState, due, explain, type Calendar } from '../../../work/clock/index.ts';
import type { Work } from '../../../work/desk/index.ts';
import { noted, type RecordedStep } from '../forms/facts.ts';
import { linesIn, reasonText } from '../grounds.ts';
import { noticeWords } from '../notice-words.ts';
import { waitingFor } from '../number.ts';
import type { Whole } from '../queries.ts';
import { settlementRefusal } from '../refusal.ts';
import { stateName, waitsForPerson } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { usualWords, type Usual } from '../usual.ts';
import { receiptWords } from '../receipt-words.ts';
import { ownName } from '../work.ts';
import { stepWords, words } from '../words.ts';

/** What of a dossier tells how it stands. */
type Standing = Pick<Whole, 'dossier' | 'work' | 'agency' | 'oneStop'> & {
  /** A number that another authority was asked for and has not given yet. */
  readonly awaited: NumberRequest | null;
  readonly usual: Usual | null;
  /** Postal items with the result, the latest last. */
  readonly parcels: readonly Parcel[];
  readonly supplements: readonly { readonly asked_at: Date; readonly answered_at: Date | null }[];
};

/** State, date, whom it waits for, and how long it usually takes from here. */
export function factsOf(all: Standing, visit: Visit) {
  const { dossier, usual } = all;
  const { lang } = visit;
  return [
    { label: words.state[lang], value: stateName[dossier.state][lang] },
    runningDue(dossier, visit),
    { label: words.waiting[lang], ...waitingOn(all, visit) },
    dossier.received_by && { label: receiptWords.receiver[lang], value: dossier.received_by },
    usual && usualFact(usual, lang),
  ];
}

/** Until when, as long as it runs; nothing once it is decided or over. */
export const runningDue = (dossier: Dossier, visit: Pick<Visit, 'lang' | 'now'>) =>
  !dossier.ended_at && !dossier.decided_at && dueFact(dossier, visit);

/** Until when: no date is shown while the clock stands, for it moves with every day that the person takes. */
function dueFact(dossier: Dossier, { lang, now }: Pick<Visit, 'lang' | 'now'>) {
  if (clockState(dossier.clock ?? dossier.intake_clock) === 'paused')
    return { label: words.timeLimit[lang], value: words.paused[lang], note: words.pausedNote[lang] };
  const at = dossier.due_at ?? dossier.intake_due_at;
  return {
    label: (dossier.due_at ? words.due : words.intakeDue)[lang],
    value: formatTime(at, lang),
    // An apology does not unsay the first promise.
    note:
      dossier.apologies > 0 && dossier.promised_at
        ? words.putOff(formatTime(dossier.promised_at, lang))[lang]
        : undefined,
    tone: at < now ? ('late' as const) : undefined,
  };
}

/** How long it usually takes from here. */
const usualFact = (usual: Usual, lang: Language) => {
  const { value, note } = usualWords(usual);
  return { label: words.usual[lang], value: value[lang], note: note[lang] };
};

/** The work that the dossier waits for: what is beside its process (a warning, an apology) is not what it waits for. */
const mainWork = (work: readonly Work[]): Work | undefined =>
  work.find(({ ref, kind }) => ref !== null || kind === 'accept') ?? work[0];

/** Whom it waits for, since when and until when: you, another authority, or us by the name of the office. */
function waitingOn(
  { dossier, work, awaited, agency, oneStop, supplements, parcels }: Standing,
  visit: Visit,
) {
  const { lang } = visit;
  const main = mainWork(work);
  const since = awaited?.asked_at ?? main?.opened_at;
  const note =
    since &&
    (main?.due_at
      ? words.sinceUntil(formatTime(since, lang), formatTime(main.due_at, lang))
      : words.since(formatTime(since, lang)))[lang];
  if (waitsForPerson.has(dossier.state)) {
    const asked = supplements.find(({ answered_at: answered }) => answered === null);
    return {
      value: waitingForPart(visit)[lang],
      note: asked ? words.since(formatTime(asked.asked_at, lang))[lang] : note,
    };
  }
  if (awaited && !dossier.ended_at) return { value: waitingFor(awaited.kind)[lang], note };
  const posted = parcels.at(-1);
  if (main?.kind === 'return' && posted?.ordered_at && isUnderway(posted.state))
    return { value: words.publicPost[lang], note: words.since(formatTime(posted.ordered_at, lang))[lang] };
  if (!main) return { value: words.nobodyWaits[lang] };
  const office =
    [agency, oneStop].find(({ id }) => id === main.agency) ??
    dossier.opinions.find((one) => one.agency === main.agency);
  const step = ownName(main)?.[lang] ?? <span lang="vi">{main.step}</span>;
  return {
    value: office ? (
      <>
        {office.name[lang]}: {step}
      </>
    ) : (
      step
    ),
    note,
  };
}

/** The applicant's part, as the applicant and as an officer reads of it. */
export const waitingForPart = ({ by }: Visit) =>
  by.kind === 'officer' ? words.waitingPerson : words.waitingYou;

const BY_SILENCE = 'dossier.approve-by-silence';

/** Why the office refused it or ended it without a decision, in its own words and with the article; or that silence decided it. */
export function WhyEnded({
  dossier,
  steps,
  lang,
}: {
  readonly dossier: Dossier;
  readonly steps: readonly RecordedStep[];
  readonly lang: Language;
}) {
  const refused = settlementRefusal(dossier, steps);
  if (refused) return <Why title={words.refusedToSettle[lang]} {...refused} lang={lang} />;
  if (steps.some(({ act }) => act === BY_SILENCE))
    return (
      <InsetText>
        <p class="govuk-body govuk-!-font-weight-bold">{stepWords[BY_SILENCE]?.[lang]}</p>
        <p class="govuk-body">
          {noticeWords.why[lang]} {noticeWords[dossier.result ? 'here' : 'coming'][lang]}
        </p>
      </InsetText>
    );
  const end = steps.findLast(({ act }) => endsByOffice.has(act));
  const basis = noted(end?.after, 'basis');
  return end?.reason ? (
    <Why
      title={stepWords[end.act]?.[lang] ?? ''}
      reason={reasonText(end.reason, noted(end.after, 'ground'))}
      basis={typeof basis === 'string' ? basis : null}
      lang={lang}
    />
  ) : null;
}

type WhyProps = {
  readonly title: string;
  readonly reason: Text;
  readonly basis: string | null;
  readonly lang: Language;
};

/** The reason as it was stated, line by line, and the article. */
const Why = ({ title, reason, basis, lang }: WhyProps) => (
  <InsetText>
    <p class="govuk-body govuk-!-font-weight-bold">{title}</p>
    {linesIn(reason[lang]).map((line) => (
      <p class="govuk-body">{line}</p>
    ))}
    {basis && (
      <p class="govuk-body">
        {words.lawfulBasis[lang]}: {basis}
      </p>
    )}
  </InsetText>
);

const endsByOffice: ReadonlySet<string> = new Set(['dossier.refuse-intake', 'dossier.discontinue']);

/** The days of the date, counted. Nothing once it ended without a decision, nor while the clock stands: then no date holds. */
export function WhyThisDate({
  dossier,
  calendar,
  lang,
}: {
  readonly dossier: Dossier;
  readonly calendar: Calendar;
  readonly lang: Language;
}) {
  const ledger = dossier.clock ?? dossier.intake_clock;
  const isOver = dossier.ended_at !== null && dossier.decided_at === null;
  if (isOver || clockState(ledger) === 'paused') return null;
  const explanation = explain(due(ledger, calendar));
  return (
    <Details summary={words.why[lang]}>
      <p class="govuk-body">{explanation.summary[lang]}</p>
      <ul class="govuk-list govuk-list--bullet">
        {explanation.days.map((day) => (
          <li>
            {formatDay(day.date, lang)}: {day.reason[lang]}
          </li>
        ))}
      </ul>
      {explanation.notes.map((note) => (
        <p class="govuk-body">{note[lang]}</p>
      ))}
    </Details>
  );
}
