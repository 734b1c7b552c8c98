/** The desk (bàn làm việc): everything that waits for me, most urgent first, made for the keyboard. C9. */
import {
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  Facts,
  Input,
  Keys,
  KeysetPager,
  LinkRow,
  Select,
  SubNavigation,
  withQuery,
} from '../../../ground/ui/index.ts';
import { hasRole, type By } from '../../../ground/db/act.ts';
import { Form } from '../../../ground/web/form.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { listSubstituted } from '../absence.ts';
import { batchWords } from '../batch/words.ts';
import { countsOf, listCounted, listInbox, listViews, type InboxCounts } from '../queries.ts';
import type { DeskEntry, WorkKind } from '../schema.ts';
import { viewOf } from '../views.ts';
import { words } from '../words.ts';
import { columnsFor } from './columns.tsx';
import { filterOf, isNarrowed } from './filter.ts';
import { BATCHES, DESK, KEYS } from './paths.ts';
import { SavedViews } from './views.tsx';

const FULL = 50;
/** A number that is counted up to a page only: nothing on the desk counts all there is. */
const upTo = (n: number): number | string => (n < FULL ? n : `${FULL}+`);

async function gather({ look, now, ...visit }: Visit) {
  const filter = filterOf(visit);
  const [substituted, views] = await Promise.all([listSubstituted(look), listViews(look)]);
  // Unfiltered, the list itself is what is counted: most visits take one statement.
  const [list, all] = await Promise.all([
    listInbox(look, filter, substituted),
    isNarrowed(filter) ? listCounted(look, substituted) : null,
  ]);
  return { list, substituted, views, counts: countsOf(all ?? list.rows, now) };
}

const Counts = ({ counts, visit: { lang } }: { readonly counts: InboxCounts; readonly visit: Visit }) => (
  <Facts
    items={[
      {
        label: words.lateCount[lang],
        value: upTo(counts.late),
        tone: counts.late > 0 ? 'late' : undefined,
        href: `${DESK}?tre=1`,
      },
      {
        label: words.todayCount[lang],
        value: upTo(counts.today),
        tone: counts.today > 0 ? 'soon' : undefined,
      },
      { label: words.pausedCount[lang], value: upTo(counts.paused) },
      { label: words.openCount[lang], value: upTo(counts.open) },
    ]}
  />
);

type SearchProps = { readonly kinds: readonly WorkKind[]; readonly visit: Visit };

const Search = ({ kinds, visit: { lang, query } }: SearchProps) => (
  <form method="get" action={DESK} role="search">
    {query['xem'] && <input type="hidden" name="xem" value={query['xem']} />}
    <Input id="q" name="q" type="search" label={words.searchLabel[lang]} value={query['q']} width={30} />
    <Select
      id="loai"
      name="loai"
      label={words.kindLabel[lang]}
      value={query['loai']}
      items={[
        { value: '', text: words.anyKind[lang] },
        ...kinds.map(({ room, kind, name }) => ({ value: `${room}.${kind}`, text: name[lang] })),
      ]}
    />
    <Button kind="secondary">{words.filter[lang]}</Button>
    {(query['q'] || query['loai']) && <p class="govuk-hint">{words.searched[lang]}</p>}
  </form>
);

const whoseKeys = { all: null, mine: 'cua-toi', pool: 'cho-nhan', assign: 'phan-cong' } as const;

/** What an officer may choose between: only leaders distribute work. */
const whoseOf = (by: By) =>
  hasRole(by, 'leader') ? (['all', 'mine', 'pool', 'assign'] as const) : (['all', 'mine', 'pool'] as const);

/** The inbox; `kinds` are contributed by the rooms whose work it shows. */
export const inboxPage = (kinds: readonly WorkKind[], entries: readonly DeskEntry[]) => {
  const byName = new Map(kinds.map((kind) => [`${kind.room}.${kind.kind}`, kind]));
  return page({
    path: DESK,
    who: 'officer',
    example: DESK,
    gather,
    view: ({ list, substituted, views, counts }, visit) => {
      const { lang, query } = visit;
      const here = DESK + (Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : '');
      const last = list.rows.at(-1);
      const mine = entries.filter(({ who }) => who(visit.by));
      return {
        title: words.title,
        wide: true,
        body: (
          <>
            <div class="tt-title">
              <h1 class="govuk-heading-xl">{words.title[lang]}</h1>
              <Keys
                items={[
                  { keys: ['J', 'K'], does: words.move[lang] },
                  { keys: ['X'], does: words.tick[lang] },
                  { keys: ['Enter'], does: words.open[lang] },
                  { keys: ['G'], does: words.straight[lang] },
                  { keys: ['/'], does: words.find[lang] },
                  ...mine.map(({ key, text }) => ({ keys: [key.toUpperCase()], does: text[lang] })),
                ]}
              />
            </div>
            {mine.length > 0 && (
              <LinkRow
                items={mine.map(({ href, text, key }) => ({ href, text: text[lang], shortcut: key }))}
              />
            )}
            {substituted.length > 0 && (
              <p class="govuk-body">{words.standIn(substituted.map(({ name }) => name).join(', '))[lang]}</p>
            )}
            <Counts counts={counts} visit={visit} />
            <SubNavigation
              label={words.title[lang]}
              items={whoseOf(visit.by).map((whose) => ({
                href: withQuery(DESK, { xem: whoseKeys[whose] }),
                text: words[whose][lang],
                current: (query['xem'] ?? null) === whoseKeys[whose],
              }))}
            />
            <Search kinds={kinds} visit={visit} />
            <Form visit={visit} action={BATCHES}>
              <input type="hidden" name="view" value={viewOf(query)} />
              <DataTable
                caption={words.title[lang]}
                columns={columnsFor(byName, substituted, visit)}
                rows={list.rows}
                path={here}
                order={query['sort'] === '-due' ? '-due' : 'due'}
                dense
                cards
                select={{ name: 'id', value: (work) => work.id, label: (work) => work.code }}
                empty={<EmptyState title={words.empty[lang]}>{words.emptyHint[lang]}</EmptyState>}
              />
              {list.rows.length > 0 && (
                <ButtonGroup>
                  <Button name="which" value="chosen" kind="secondary">
                    {batchWords.chosen[lang]}
                  </Button>
                  <Button name="which" value="all" kind="secondary">
                    {batchWords.allOfThese[lang]}
                  </Button>
                </ButtonGroup>
              )}
            </Form>
            <KeysetPager
              by="order"
              before={query['after'] ? withQuery(here, { after: null }) : null}
              after={
                list.more && last
                  ? withQuery(here, { after: `${last.due_at?.toISOString() ?? 'infinity'}~${last.id}` })
                  : null
              }
            />
            <SavedViews views={views} visit={visit} />
            <LinkRow
              items={[
                { href: BATCHES, text: batchWords.recent[lang] },
                { href: KEYS, text: words.keysTitle[lang] },
              ]}
            />
          </>
        ),
      };
    },
  });
};
