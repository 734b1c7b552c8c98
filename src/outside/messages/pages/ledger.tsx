/** `/quan-tri/tin-da-gui`: what was sent, delivered, and failed, by e-mail and SMS. */
import {
  Button,
  DataTable,
  EmptyState,
  Facts,
  KeysetPager,
  Select,
  Tag,
  withQuery,
} from '../../../ground/ui/index.ts';
import { formatCount } from '../../../ground/text/money.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';
import { masked } from '../compose.ts';
import { countLedger, listLedger, mayReadLedger, MOST_COUNTED } from '../ledger.ts';
import { placeOf } from '../notices.ts';
import { LEDGER } from '../paths.ts';
import type { DeliveryState } from '../schema.ts';
import { channelName, deliveryName, ledgerWords, problemText, words } from '../words.ts';

const PAGE = 50;
const states = Object.keys(deliveryName) as DeliveryState[];
const colours = { waiting: 'yellow', sent: 'teal', delivered: 'green', failed: 'red' } as const;

export const ledgerPage = page({
  path: LEDGER,
  who: mayReadLedger,
  example: LEDGER,
  gather: async ({ look, query }) => {
    const state = states.find((one) => one === query['tinh-trang']) ?? null;
    const found = await listLedger(look, state, PAGE + 1, query['after']);
    return {
      state,
      lines: found.slice(0, PAGE),
      isMore: found.length > PAGE,
      counts: await countLedger(look),
    };
  },
  view: ({ state, lines, isMore, counts }, { lang, query }) => {
    const last = lines.at(-1);
    const path = state ? withQuery(LEDGER, { 'tinh-trang': state }) : LEDGER;
    const many = (n: number): string => `${formatCount(n, lang)}${n === MOST_COUNTED ? '+' : ''}`;
    return {
      title: ledgerWords.title,
      crumbs: administrationCrumbs(),
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">{ledgerWords.title[lang]}</h1>
          <h2 class="govuk-heading-s">{ledgerWords.day[lang]}</h2>
          <Facts
            items={states.map((one) => ({
              label: deliveryName[one][lang],
              value: many(counts.get(one) ?? 0),
            }))}
          />
          <form method="get" action={LEDGER}>
            <Select
              name="tinh-trang"
              label={words.state[lang]}
              value={state ?? ''}
              items={[
                { value: '', text: ledgerWords.all[lang] },
                ...states.map((one) => ({ value: one, text: deliveryName[one][lang] })),
              ]}
            />
            <Button kind="secondary">{ledgerWords.show[lang]}</Button>
          </form>
          <DataTable
            caption={ledgerWords.title[lang]}
            rows={lines}
            dense
            cards
            columns={[
              { key: 'at', title: words.when[lang], cell: ({ at }) => formatTime(at, lang) },
              { key: 'code', title: words.dossier[lang], names: true, cell: ({ code }) => code ?? '' },
              {
                key: 'way',
                title: words.way[lang],
                cell: ({ channel, address }) => `${channelName[channel][lang]}: ${masked(address)}`,
              },
              {
                key: 'state',
                title: words.state[lang],
                cell: (one) => (
                  <>
                    <Tag colour={colours[one.state]}>{deliveryName[one.state][lang]}</Tag>{' '}
                    {one.state !== 'waiting' && formatTime(one.ended_at ?? one.sent_at ?? one.at, lang)}
                  </>
                ),
              },
              {
                key: 'tries',
                title: ledgerWords.tries[lang],
                numeric: true,
                cell: ({ tries }) => String(tries),
              },
              {
                key: 'problem',
                title: ledgerWords.problem[lang],
                cell: ({ problem }) => problem && problemText(problem)[lang],
              },
            ]}
            empty={<EmptyState title={ledgerWords.none[lang]} />}
          />
          <KeysetPager
            lang={lang}
            before={query['after'] ? path : null}
            after={
              isMore && last
                ? withQuery(LEDGER, { ...(state && { 'tinh-trang': state }), after: placeOf(last) })
                : null
            }
          />
        </>
      ),
    };
  },
});
