/** `/thanh-toan/quay`: what can be paid at this counter, and the cash book of the officer's day. */
import { Button, DataTable, EmptyState, Facts, Input } from '../../../ground/ui/index.ts';
import { formatTime, isDay, vietnamDay } from '../../../ground/text/dates.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { page } from '../../../ground/web/page.ts';
import { cashPath, chargePath, COUNTER } from '../paths.ts';
import { listCashBook, listDueAt } from '../queries.ts';
import { isCashier } from '../policy.ts';
import { words } from '../words.ts';

export const counterPage = page({
  path: COUNTER,
  who: isCashier,
  example: COUNTER,
  gather: async ({ look, by, query, now }) => {
    const asked = query['ngay'] ?? '';
    const day = isDay(asked) ? asked : vietnamDay(now);
    const counters = by.powers.filter(({ role }) => role === 'counter').map(({ agency }) => agency);
    const [due, book] = await Promise.all([
      listDueAt(look, counters, query['tim'] ?? ''),
      by.account ? listCashBook(look, by.account, day) : [],
    ]);
    return { day, due, book };
  },
  view: ({ day, due, book }, { lang, query }) => ({
    title: words.counterTitle,
    crumbs: [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.counterTitle[lang]}</h1>
        <form method="get">
          <Input id="tim" name="tim" label={words.find[lang]} value={query['tim'] ?? ''} width={20} />
          <Button kind="secondary">{words.show[lang]}</Button>
        </form>
        <DataTable
          caption={words.counterDue[lang]}
          captionShown
          dense
          cards
          lang={lang}
          rows={due}
          empty={<EmptyState title={words.counterNone[lang]} />}
          columns={[
            {
              key: 'code',
              title: words.dossier[lang],
              names: true,
              cell: (one) => (
                <a class="govuk-link" href={one.amount === null ? chargePath(one.id) : cashPath(one.id)}>
                  {one.code}
                </a>
              ),
            },
            { key: 'title', title: words.name[lang], cell: ({ title }) => title },
            { key: 'payer', title: words.payer[lang], cell: (one) => one.payer_name },
            { key: 'ref', title: words.ref[lang], cell: ({ ref }) => ref },
            {
              key: 'amount',
              title: words.amount[lang],
              numeric: true,
              cell: ({ amount }) => (amount === null ? words.unknown[lang] : formatMoney(amount, lang)),
            },
          ]}
        />
        <h2 class="govuk-heading-m">{words.book[lang]}</h2>
        <Facts
          items={[
            { label: words.day[lang], value: day.split('-').toReversed().join('/') },
            {
              label: words.total[lang],
              value: formatMoney(
                book.reduce((sum, one) => sum + one.amount, 0),
                lang,
              ),
            },
          ]}
        />
        <DataTable
          caption={words.book[lang]}
          dense
          cards
          lang={lang}
          rows={book}
          empty={<p class="govuk-body">{words.bookNone[lang]}</p>}
          columns={[
            { key: 'at', title: words.at[lang], cell: ({ at }) => formatTime(at, lang) },
            {
              key: 'code',
              title: words.dossier[lang],
              names: true,
              cell: (one) => (
                <a class="govuk-link" href={chargePath(one.charge)}>
                  {one.code}
                </a>
              ),
            },
            { key: 'payer', title: words.payer[lang], cell: (one) => one.payer_name },
            {
              key: 'receipt',
              title: words.receiptNumber[lang],
              cell: (one) => `${one.symbol ?? ''} ${one.number ?? ''}`,
            },
            {
              key: 'amount',
              title: words.amount[lang],
              numeric: true,
              cell: ({ amount }) => formatMoney(amount, lang),
            },
          ]}
        />
      </>
    ),
  }),
});
