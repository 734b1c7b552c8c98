/** `/kho`: my papers, newest first; and the way to fetch what the national store holds besides. */
import { Button, DataTable, EmptyState } from '../../../ground/ui/index.ts';
import { formatDay, formatTime } from '../../../ground/text/dates.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, oneOf, optional } from '../../../ground/web/input.ts';
import { page, type Page } from '../../../ground/web/page.ts';
import { listItems, listSearches } from '../items.ts';
import { sourceName } from '../rules.ts';
import { fetchNew, keepFetched, lastSynchronised, type Sources } from '../synchronise.ts';
import { isWeekly, setWeekly } from '../regular.ts';
import { ValidityTag } from './facts.tsx';
import { LooksTable } from './looks.tsx';
import { words } from './words.ts';

/** The list. Without a national store there is no button for it. */
export const vaultPage = (sources: Sources | null): Page =>
  page({
    path: '/kho',
    who: 'citizen',
    example: '/kho',
    input: input({ weekly: optional(oneOf(['on', 'off'], words.weekly)) }),
    gather: async ({ look }) => ({
      items: await listItems(look),
      searches: await listSearches(look),
      weekly: sources && (await isWeekly(look)),
      synchronised: sources && (await lastSynchronised(look, sources.national)),
    }),
    view: ({ items, searches, synchronised, weekly }, visit) => {
      const { lang, now } = visit;
      return {
        title: words.title,
        body: (
          <>
            <h1 class="govuk-heading-l">{words.title[lang]}</h1>
            <DataTable
              caption={words.title[lang]}
              rows={items}
              columns={[
                {
                  key: 'title',
                  title: words.paper[lang],
                  names: true,
                  cell: (item) => (
                    <a class="govuk-link" href={`/kho/${item.id}`}>
                      {item.title}
                    </a>
                  ),
                },
                { key: 'number', title: words.number[lang], cell: (item) => item.symbol },
                { key: 'issuer', title: words.issuer[lang], cell: (item) => item.issuer },
                {
                  key: 'issued',
                  title: words.issued[lang],
                  cell: (item) => item.issued_on && formatDay(item.issued_on, lang),
                },
                {
                  key: 'source',
                  title: words.source[lang],
                  cell: (item) => sourceName[item.source][lang],
                },
                {
                  key: 'state',
                  title: words.state[lang],
                  cell: (item) => <ValidityTag item={item} now={now} lang={lang} />,
                },
                {
                  key: 'file',
                  title: words.file[lang],
                  cell: (item) => (
                    <a class="govuk-link" href={`/kho/${item.id}/tai`}>
                      <span class="govuk-visually-hidden">{item.title}: </span>
                      {words.download[lang]}
                    </a>
                  ),
                },
              ]}
              empty={<EmptyState title={words.empty[lang]}>{words.emptyHint[lang]}</EmptyState>}
            />
            {sources && (
              <Form visit={visit}>
                <p class="govuk-body">
                  {words.fetchHint[lang]}{' '}
                  {synchronised
                    ? words.synchronised(formatTime(synchronised, lang))[lang]
                    : words.neverSynchronised[lang]}
                </p>
                <Button kind="secondary" preventDoubleClick>
                  {words.fetch[lang]}
                </Button>
              </Form>
            )}
            {searches.length > 0 && (
              <>
                <h2 class="govuk-heading-m">{words.searches[lang]}</h2>
                <p class="govuk-body">{words.searchesHint[lang]}</p>
                <LooksTable caption={words.searches} looks={searches} lang={lang} />
              </>
            )}
            {sources && weekly !== null && (
              <Form visit={visit}>
                <p class="govuk-body">{(weekly ? words.weeklyOn : words.weeklyHint)[lang]}</p>
                <Button kind="secondary" name="weekly" value={weekly ? 'off' : 'on'} preventDoubleClick>
                  {(weekly ? words.weeklyStop : words.weeklyStart)[lang]}
                </Button>
              </Form>
            )}
          </>
        ),
      };
    },
    prepare: (visit, { weekly }) =>
      sources && weekly === null ? fetchNew(visit.look, sources) : Promise.resolve([]),
    act: async (act, { weekly }, { prepared }) => {
      if (weekly !== null) {
        await setWeekly(act, weekly === 'on');
        return { to: '/kho', say: weekly === 'on' ? words.weeklyBegun : words.weeklyEnded };
      }
      const kept = keepFetched(act, prepared);
      return { to: '/kho', say: words.fetched(kept.length, prepared.length - kept.length) };
    },
  });
