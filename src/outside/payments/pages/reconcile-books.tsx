/** On the page of reconciliation: the three ledgers of the day by way of paying, and what was waived in its month. */
import { Button, DataTable, EmptyState, Facts } from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatCount, formatMoney } from '../../../ground/text/money.ts';
import { DAY_FILE, WAIVED_FILE } from '../paths.ts';
import type { Waived } from '../queries.ts';
import type { Way } from '../reconcile.ts';
import { sourceName } from '../words.ts';
import { amountColumn, dossierColumn, timeColumn, whyColumn } from './book-columns.tsx';
import { onDay } from './ledgers.ts';
import { words } from './reconcile-words.ts';

type WaysProps = { readonly ways: readonly Way[]; readonly day: string; readonly lang: Language };

export const Ways = ({ ways, day, lang }: WaysProps) => (
  <>
    <DataTable
      caption={words.ways[lang]}
      captionShown
      dense
      cards
      lang={lang}
      rows={ways}
      columns={[
        { key: 'way', title: words.way[lang], names: true, cell: ({ source }) => sourceName[source][lang] },
        ...(
          [
            ['count', words.count, formatCount],
            ['taken', words.ours, formatMoney],
            ['receipts', words.receipts, formatCount],
            ['receipted', words.receipted, formatMoney],
            ['apart', words.apart, formatMoney],
          ] as const
        ).map(([key, title, format]) => ({
          key,
          title: title[lang],
          numeric: true,
          cell: (way: Way) => format(way[key], lang),
        })),
        {
          key: 'theirs',
          title: words.theirs[lang],
          numeric: true,
          cell: ({ theirs }) => (theirs === null ? '—' : formatMoney(theirs, lang)),
        },
      ]}
    />
    <Button kind="secondary" href={onDay(DAY_FILE, day)}>
      {words.download[lang]}
    </Button>
  </>
);

type WaivedProps = { readonly waived: readonly Waived[]; readonly day: string; readonly lang: Language };

export const WaivedList = ({ waived, day, lang }: WaivedProps) => (
  <>
    <h2 class="govuk-heading-m">
      {words.waived[lang]} {day.slice(5, 7)}/{day.slice(0, 4)}
    </h2>
    <Facts
      items={[
        { label: words.waivedCount[lang], value: formatCount(waived.length, lang) },
        {
          label: words.waivedSum[lang],
          value: formatMoney(
            waived.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
            lang,
          ),
        },
      ]}
    />
    <DataTable
      caption={words.waived[lang]}
      dense
      cards
      lang={lang}
      rows={waived}
      empty={<EmptyState title={words.waivedNone[lang]} />}
      columns={[
        timeColumn(lang, ({ waived_at: at }: Waived) => at),
        dossierColumn(lang),
        amountColumn(lang),
        whyColumn(lang, ({ ended_why: why }: Waived) => why),
        { key: 'by', title: words.waivedBy[lang], cell: ({ waived_by_name: name }) => name },
      ]}
    />
    {waived.length > 0 && (
      <Button kind="secondary" href={onDay(WAIVED_FILE, day)}>
        {words.waivedDownload[lang]}
      </Button>
    )}
  </>
);
