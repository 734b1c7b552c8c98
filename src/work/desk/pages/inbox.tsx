/** The desk (bàn làm việc): everything that waits for me, most urgent first, made for the keyboard. */
import {
  DataTable,
  DueLabel,
  EmptyState,
  Facts,
  Input,
  Keys,
  KeysetPager,
  SubNavigation,
  type Column,
} from '../../../ground/ui/index.ts';
import { withQuery } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { countsOf, listInbox, type InboxFilter } from '../queries.ts';
import type { Work, WorkKind } from '../schema.ts';
import { words } from '../words.ts';

const PATH = '/viec';

function filterOf({ query }: Pick<Visit, 'query'>): InboxFilter {
  const [due, id] = (query['after'] ?? '').split('~');
  return {
    whose: query['xem'] === 'cua-toi' ? 'mine' : query['xem'] === 'cho-nhan' ? 'pool' : 'all',
    ...(query['tre'] && { late: true }),
    ...(query['q'] && { words: query['q'].slice(0, 100) }),
    ...(due && id && isMoment(due) && { after: { due, id } }),
  };
}

const isMoment = (text: string): boolean => !Number.isNaN(Date.parse(text));

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

const columnsFor = (kinds: ReadonlyMap<string, WorkKind>, { lang, now }: Visit): Column<Work>[] => [
  {
    key: 'code',
    title: words.code[lang],
    names: true,
    cell: (work) => {
      const kind = kinds.get(`${work.room}.${work.kind}`);
      return (
        <a class="govuk-link" href={kind?.path(work) ?? '#'}>
          {work.code}
        </a>
      );
    },
  },
  {
    key: 'title',
    title: words.work[lang],
    cell: (work) => (
      <>
        {work.title}
        <br />
        <span class="govuk-hint govuk-!-margin-bottom-0">{work.subject}</span>
      </>
    ),
  },
  {
    key: 'step',
    title: words.step[lang],
    cell: (work) => work.step || kinds.get(`${work.room}.${work.kind}`)?.name[lang],
  },
  {
    key: 'due',
    title: words.due[lang],
    cell: (work) => (
      <DueLabel
        state={dueState(work, now)}
        at={
          work.due_at ? { moment: work.due_at.toISOString(), text: formatTime(work.due_at, lang) } : undefined
        }
        note={work.paused_for ?? undefined}
      >
        {spanText(work, now, lang)}
      </DueLabel>
    ),
  },
];

/** The inbox; `kinds` are contributed by the rooms whose work it shows. */
export const inboxPage = (kinds: readonly WorkKind[]) => {
  const byName = new Map(kinds.map((kind) => [`${kind.room}.${kind.kind}`, kind]));
  return page({
    path: PATH,
    who: 'officer',
    example: PATH,
    gather: async ({ look, now, ...visit }) => {
      const filter = filterOf(visit);
      const list = await listInbox(look, filter);
      // Unfiltered, the list itself is what is counted: most visits take one statement.
      const all =
        Object.keys(filter).length > 1 || filter.whose !== 'all'
          ? await listInbox(look, { whose: 'all' })
          : list;
      return { list, counts: countsOf(all.rows, now) };
    },
    view: ({ list, counts }, visit) => {
      const { lang, query } = visit;
      const here = PATH + (Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : '');
      const last = list.rows.at(-1);
      return {
        title: words.title,
        wide: true,
        body: (
          <>
            <h1 class="govuk-heading-xl">{words.title[lang]}</h1>
            <Keys
              items={[
                { keys: ['J', 'K'], does: words.move[lang] },
                { keys: ['Enter'], does: words.open[lang] },
                { keys: ['/'], does: words.find[lang] },
              ]}
            />
            <Facts
              items={[
                {
                  label: words.lateCount[lang],
                  value: counts.late,
                  tone: counts.late > 0 ? 'late' : undefined,
                  href: `${PATH}?tre=1`,
                },
                {
                  label: words.todayCount[lang],
                  value: counts.today,
                  tone: counts.today > 0 ? 'soon' : undefined,
                },
                { label: words.pausedCount[lang], value: counts.paused },
                { label: words.openCount[lang], value: counts.open < 50 ? counts.open : '50+' },
              ]}
            />
            <SubNavigation
              label={words.title[lang]}
              items={(['all', 'mine', 'pool'] as const).map((whose) => {
                const xem = { all: null, mine: 'cua-toi', pool: 'cho-nhan' }[whose];
                return {
                  href: withQuery(PATH, { xem }),
                  text: words[whose][lang],
                  current: (query['xem'] ?? null) === xem,
                };
              })}
            />
            <form method="get" action={PATH} role="search">
              <Input
                id="q"
                name="q"
                type="search"
                label={words.searchLabel[lang]}
                value={query['q']}
                width={30}
              />
            </form>
            <DataTable
              caption={words.title[lang]}
              columns={columnsFor(byName, visit)}
              rows={list.rows}
              path={here}
              dense
              select={{ name: 'id', value: (work) => work.id, label: (work) => work.code }}
              empty={<EmptyState title={words.empty[lang]}>{words.emptyHint[lang]}</EmptyState>}
            />
            <KeysetPager
              by="order"
              before={query['after'] ? withQuery(here, { after: null }) : null}
              after={
                list.more && last
                  ? withQuery(here, {
                      after: `${last.due_at?.toISOString() ?? '9999-12-31T00:00:00Z'}~${last.id}`,
                    })
                  : null
              }
            />
          </>
        ),
      };
    },
  });
};
