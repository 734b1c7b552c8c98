/** `/giay-to-da-cap`: the papers that the agencies of this officer issued, newest first. */
import { Button, DataTable, EmptyState, Input, Tag } from '../../../ground/ui/index.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import { isId } from '../../../ground/record/index.ts';
import { page } from '../../../ground/web/page.ts';
import { listIssued, PAPERS_A_PAGE, type PaperFilter } from '../queries.ts';
import { mayList, readableAgencies } from '../rules.ts';
import { PAPERS, paperPath } from '../paths.ts';
import { stateNames, words } from './words.ts';

const states = ['issued', 'revoked', 'superseded'] as const;

function filterOf(query: Readonly<Record<string, string>>): PaperFilter {
  const state = states.find((one) => one === query['tinh-trang']);
  const [at = '', id = ''] = (query['after'] ?? '').split('~');
  return {
    ...(query['q'] && { words: query['q'].slice(0, 100) }),
    ...(state && { state }),
    ...(isId(id) && !Number.isNaN(Date.parse(at)) && { after: { at, id } }),
  };
}

export const issuedPage = page({
  path: PAPERS,
  who: mayList,
  example: PAPERS,
  gather: ({ look, query }) => listIssued(look, readableAgencies(look.by), filterOf(query)),
  view: (rows, { lang, query }) => {
    const papers = rows.slice(0, PAPERS_A_PAGE);
    const last = papers.at(-1);
    return {
      title: words.list,
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">{words.list[lang]}</h1>
          <p class="govuk-body">{words.listHint[lang]}</p>
          <form method="get" role="search">
            <Input id="q" name="q" label={words.findLabel[lang]} value={query['q']} width={20} />
            <Button kind="secondary">{words.find[lang]}</Button>
          </form>
          <DataTable
            caption={words.list[lang]}
            rows={papers}
            dense
            cards
            columns={[
              {
                key: 'symbol',
                title: words.symbol[lang],
                names: true,
                cell: (one) => (
                  <a class="govuk-link" href={paperPath(one.id)}>
                    {one.symbol}
                  </a>
                ),
              },
              { key: 'kind', title: words.kind[lang], cell: (one) => one.title },
              { key: 'owner', title: words.owner[lang], cell: (one) => one.owner_name },
              {
                key: 'issued',
                title: words.issued[lang],
                cell: (one) => formatDay(one.issued_on ?? '', lang),
              },
              { key: 'signer', title: words.signer[lang], cell: (one) => one.signer_name },
              {
                key: 'state',
                title: words.state[lang],
                cell: (one) => (
                  <Tag colour={one.state === 'issued' ? 'green' : 'red'}>{stateNames[one.state][lang]}</Tag>
                ),
              },
            ]}
            empty={<EmptyState title={words.none[lang]} />}
          />
          {rows.length > PAPERS_A_PAGE && last?.issued_at && (
            <p class="govuk-body">
              <a
                class="govuk-link"
                href={`${PAPERS}?${new URLSearchParams({ ...query, after: `${last.issued_at.toISOString()}~${last.id}` }).toString()}`}
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
