/** `/kho/:id`: one of my papers: what it is, whether its signatures hold, with whom it is shared, who looked (D1, D4). */
import { Button, ButtonGroup, DataTable } from '../../../ground/ui/index.ts';
import type { Store } from '../../../ground/files/index.ts';
import { formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page, type Answer } from '../../../ground/web/page.ts';
import { AnnexLinks, dataWords, findSignatureVerdicts } from '../../../paper/papers/index.ts';
import { getItem, listLooksAt } from '../items.ts';
import { shareState, validityOn } from '../rules.ts';
import { listShares, revokeShare } from '../shares.ts';
import { ItemEvidence, ItemFacts } from './facts.tsx';
import { annexesOf, sendAnnex, sendItem } from './files.ts';
import { LooksTable } from './looks.tsx';
import { words } from './words.ts';

const states = { open: words.open, over: words.over, revoked: words.revoked } as const;

export const itemPage = page({
  path: '/kho/:id',
  who: 'citizen',
  example: null,
  input: input({ share: text({ label: words.share }) }),
  gather: async ({ look, params }) => {
    const item = await getItem(look, params['id'] ?? '');
    return {
      item,
      annexes: await annexesOf(look, item),
      verdict: (await findSignatureVerdicts(look, [item.hash])).get(item.hash),
      shares: await listShares(look, item.id),
      looks: await listLooksAt(look, item),
    };
  },
  view: ({ item, annexes, verdict, shares, looks }, visit) => {
    const { lang, now } = visit;
    return {
      title: { vi: item.title, en: item.title },
      crumbs: [{ text: words.title, href: '/kho' }],
      body: (
        <>
          <h1 class="govuk-heading-l">{item.title}</h1>
          <ButtonGroup>
            <Button href={`/kho/${item.id}/tai`}>{words.download[lang]}</Button>
            {validityOn(item, vietnamDay(now)) === 'in-force' && (
              <Button kind="secondary" href={`/kho/${item.id}/chia-se`}>
                {words.share[lang]}
              </Button>
            )}
            {item.paper !== null && (
              <Button kind="secondary" href={`/kho/${item.id}/du-lieu`}>
                {dataWords.open[lang]}
              </Button>
            )}
          </ButtonGroup>
          <AnnexLinks annexes={annexes} pathOf={({ n }) => `/kho/${item.id}/phu-luc/${n}`} lang={lang} />
          <ItemFacts item={item} now={now} lang={lang} />
          <ItemEvidence item={item} verdict={verdict} lang={lang} />
          <h2 class="govuk-heading-m">{words.shares[lang]}</h2>
          <DataTable
            caption={words.shares[lang]}
            rows={shares}
            columns={[
              { key: 'reader', title: words.reader[lang], names: true, cell: (one) => one.reader },
              { key: 'purpose', title: words.purpose[lang], cell: (one) => one.purpose },
              { key: 'until', title: words.until[lang], cell: (one) => formatTime(one.until, lang) },
              { key: 'state', title: words.state[lang], cell: (one) => states[shareState(one, now)][lang] },
              {
                key: 'close',
                title: words.close[lang],
                cell: (one) =>
                  shareState(one, now) === 'open' && (
                    <Form visit={visit}>
                      <Button kind="secondary" name="share" value={one.id}>
                        {words.close[lang]} <span class="govuk-visually-hidden">{one.reader}</span>
                      </Button>
                    </Form>
                  ),
              },
            ]}
            empty={<p class="govuk-body">{words.noShares[lang]}</p>}
          />
          <h2 class="govuk-heading-m">{words.looks[lang]}</h2>
          <LooksTable caption={words.looks} looks={looks} lang={lang} />
        </>
      ),
    };
  },
  act: async (act, { share }, { gathered: { item } }) => {
    await revokeShare(act, item.id, share);
    return { to: `/kho/${item.id}`, say: words.closed };
  },
});

/** `/kho/:id/tai`: its file. */
export const itemFile = (store: Store): Answer => ({
  path: '/kho/:id/tai',
  who: 'citizen',
  example: null,
  respond: async ({ look, params }) => sendItem(store, await getItem(look, params['id'] ?? '')),
});

/** `/kho/:id/phu-luc/:n`: an annex of it. */
export const itemAnnex = (store: Store): Answer => ({
  path: '/kho/:id/phu-luc/:n',
  who: 'citizen',
  example: null,
  respond: async ({ look, params }) =>
    sendAnnex(look, store, await getItem(look, params['id'] ?? ''), params['n'] ?? ''),
});
