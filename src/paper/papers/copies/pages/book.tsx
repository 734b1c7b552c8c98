/** `/so-sao`: the book of copies of the agencies of a clerk, newest first. */
import { Button, DataTable, EmptyState } from '../../../../ground/ui/index.ts';
import { isId } from '../../../../ground/record/index.ts';
import { formatDay } from '../../../../ground/text/dates.ts';
import { page } from '../../../../ground/web/page.ts';
import { COPIES, copyPath, NEW_COPY, paperPath } from '../../paths.ts';
import { copyAgencies, mayCopy } from '../../rules.ts';
import type { Copy } from '../../schema.ts';
import { COPIES_A_PAGE, listBook, type BookLine } from '../queries.ts';
import { listOpenOrders } from '../orders/queries.ts';
import { copyKinds } from '../rules.ts';
import { OpenOrders } from './open-orders.tsx';
import { mediumNames, words } from './words.ts';

/** Where a row of the book leads: the file of an electronic copy, the paper of a copy on paper. */
const pathOf = ({ medium, id, paper }: Copy): string =>
  medium === 'paper' && paper ? paperPath(paper) : copyPath(id);

/** The document that was copied: kind, number, issuer. */
const documentOf = ({ original, paper_title, paper_symbol, paper_issuer }: BookLine): string =>
  (original ? [original.title, original.symbol, original.issuer] : [paper_title, paper_symbol, paper_issuer])
    .filter(Boolean)
    .join(' · ');

export const bookPage = page({
  path: COPIES,
  who: mayCopy,
  example: COPIES,
  gather: async ({ look, query }) => {
    const [at = '', id = ''] = (query['truoc'] ?? '').split('~');
    const before = isId(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
    const agencies = copyAgencies(look.by);
    return {
      rows: await listBook(look, agencies, before),
      orders: before ? [] : await listOpenOrders(look, agencies),
    };
  },
  view: ({ rows, orders }, { lang }) => {
    const copies = rows.slice(0, COPIES_A_PAGE);
    const last = copies.at(-1);
    return {
      title: words.book,
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">{words.book[lang]}</h1>
          <p class="govuk-body">{words.bookLead[lang]}</p>
          <Button href={NEW_COPY}>{words.make[lang]}</Button>
          {orders.length > 0 && (
            <>
              <OpenOrders orders={orders} lang={lang} />
              <h2 class="govuk-heading-m">{words.entered[lang]}</h2>
            </>
          )}
          <DataTable
            caption={words.book[lang]}
            rows={copies}
            dense
            cards
            columns={[
              {
                key: 'number',
                title: words.number[lang],
                names: true,
                cell: (one) => (
                  <a class="govuk-link" href={pathOf(one)}>
                    {one.symbol}
                  </a>
                ),
              },
              {
                key: 'day',
                title: words.day[lang],
                cell: (one) => <span class="tt-code">{formatDay(one.made_on, lang)}</span>,
              },
              {
                key: 'kind',
                title: words.kind[lang],
                cell: (one) => `${copyKinds[one.kind].name[lang]}, ${mediumNames[one.medium][lang]}`,
              },
              {
                key: 'document',
                title: words.document[lang],
                cell: (one) => documentOf(one),
              },
              {
                key: 'reason',
                title: words.why[lang],
                cell: (one) => [one.part, one.reason].filter(Boolean).join('; '),
              },
              { key: 'by', title: words.by[lang], cell: (one) => one.by_name },
            ]}
            empty={<EmptyState title={words.none[lang]} />}
          />
          {rows.length > COPIES_A_PAGE && last && (
            <p class="govuk-body">
              <a
                class="govuk-link"
                href={`${COPIES}?${new URLSearchParams({ truoc: `${last.made_at.toISOString()}~${last.id}` }).toString()}`}
              >
                {words.older[lang]}
              </a>
            </p>
          )}
        </>
      ),
    };
  },
});
