/** The columns of the inbox. */
import { DueLabel, type Column } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Absent } from '../absence.ts';
import type { Work, WorkKind } from '../schema.ts';
import { words } from '../words.ts';
import { workPath } from './paths.ts';

/** Kinds of work by `room.kind`. */
export type Kinds = ReadonlyMap<string, WorkKind>;

/** The kind of a work item, as its room describes it. */
export const kindOf = (kinds: Kinds, { room, kind }: Pick<Work, 'room' | 'kind'>): WorkKind | undefined =>
  kinds.get(`${room}.${kind}`);

/** Time left or over, in the unit that fits. */
function dueState(work: Work, now: Date): 'late' | 'soon' | 'ok' | 'paused' {
  if (work.paused_for) return 'paused';
  if (!work.due_at) return 'ok';
  const left = work.due_at.getTime() - now.getTime();
  return left < 0 ? 'late' : left < 8 * 3_600_000 ? 'soon' : 'ok';
}

function spanText(work: Work, now: Date, lang: Language): string | undefined {
  if (!work.due_at || work.paused_for) return undefined;
  const left = work.due_at.getTime() - now.getTime();
  const hours = Math.max(1, Math.round(Math.abs(left) / 3_600_000));
  const span = hours < 48 ? words.hours(hours) : words.days(Math.round(hours / 24));
  return (left < 0 ? words.late(span) : words.left(span))[lang];
}

/** When a work item is due, in words and colour. */
export const DueOf = ({
  work,
  lang,
  now,
}: {
  readonly work: Work;
  readonly lang: Language;
  readonly now: Date;
}) => (
  <DueLabel
    state={dueState(work, now)}
    at={work.due_at ? { moment: work.due_at.toISOString(), text: formatTime(work.due_at, lang) } : undefined}
    note={work.paused_for ?? undefined}
  >
    {spanText(work, now, lang)}
  </DueLabel>
);

/** What is to be done, and the way straight to it where there is one. */
const Straight = ({
  kinds,
  work,
  lang,
}: {
  readonly kinds: Kinds;
  readonly work: Work;
  readonly lang: Language;
}) => {
  const kind = kindOf(kinds, work);
  const href = kind?.straight?.(work);
  const words = work.step || kind?.name[lang];
  return href ? (
    <a class="govuk-link" href={href} data-straight>
      {words}
      <span class="govuk-visually-hidden"> {work.code}</span>
    </a>
  ) : (
    <>{words}</>
  );
};

/** What the table of the inbox shows; `substituted` are the absent colleagues whose work stands in it, too. */
export const columnsFor = (
  kinds: Kinds,
  substituted: readonly Absent[],
  { lang, now }: Visit,
): Column<Work>[] => [
  {
    key: 'code',
    title: words.code[lang],
    names: true,
    cell: (work) => (
      <a class="govuk-link tt-code" href={kindOf(kinds, work)?.path(work) ?? workPath(work.id)}>
        {work.code}
      </a>
    ),
  },
  {
    key: 'title',
    title: words.work[lang],
    cell: (work) => (
      <>
        {work.title}
        <br />
        <span class="tt-quiet">{work.subject}</span>
      </>
    ),
  },
  {
    key: 'step',
    title: words.step[lang],
    cell: (work) => {
      const absent = substituted.find(({ account }) => account === work.holder);
      return (
        <>
          <Straight kinds={kinds} work={work} lang={lang} />
          {absent && (
            <>
              <br />
              <span class="govuk-hint govuk-!-margin-bottom-0">{words.insteadOf(absent.name)[lang]}</span>
            </>
          )}
        </>
      );
    },
  },
  {
    key: 'due',
    title: words.due[lang],
    sortable: true,
    cell: (work) => <DueOf work={work} lang={lang} now={now} />,
  },
  {
    key: 'manage',
    title: words.manage[lang],
    cell: (work) => (
      <a class="govuk-link" href={workPath(work.id)}>
        {words.manageHint[lang]}
        <span class="govuk-visually-hidden"> {work.code}</span>
      </a>
    ),
  },
];
