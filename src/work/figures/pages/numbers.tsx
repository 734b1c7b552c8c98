/** Pieces that the pages of figures have in common. */
import type { Column } from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatCount } from '../../../ground/text/money.ts';
import { KeysetPager, withQuery } from '../../../ground/ui/index.ts';
import type { Measure, Numbers } from '../schema.ts';
import { monthFrom } from '../period.ts';
import { words } from '../words.ts';

/** Shares with one decimal. Made once: to make one costs as much as to write a hundred numbers. */
const shares = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
} as const;

/** One row: what the figures are of, and the figures. */
export type NumberRow = { readonly key: string; readonly name: string; readonly numbers: Numbers };

/** Share of decided items that were on time, in per cent; null when none was decided. */
function onTimeShare(numbers: Numbers): number | null {
  const [onTime, late] = [numbers['on-time'] ?? 0, numbers['late'] ?? 0];
  return onTime + late === 0 ? null : (onTime / (onTime + late)) * 100;
}

/** Columns for every kind of fact; `href` leads to the items behind a figure. */
export const numberColumns = (
  measure: Measure,
  lang: Language,
  href: (row: NumberRow, kind: string) => string | null,
): Column<NumberRow>[] => [
  ...Object.entries(measure.kinds).map(([kind, name]): Column<NumberRow> => ({
    key: kind,
    title: name[lang],
    numeric: true,
    cell: (row) => {
      const n = row.numbers[kind] ?? 0;
      const to = n === 0 ? null : href(row, kind);
      return to ? (
        <a class="govuk-link" href={to}>
          {formatCount(n, lang)}
        </a>
      ) : (
        formatCount(n, lang)
      );
    },
  })),
  {
    key: 'share',
    title: words.onTimeShare[lang],
    numeric: true,
    cell: ({ numbers }) => {
      const share = onTimeShare(numbers);
      return share === null ? '–' : `${shares[lang].format(share)} %`;
    },
  },
];

/** Leads to the month before and, unless it lies ahead, the one after. */
export const MonthPager = ({
  month,
  today,
  path,
}: {
  readonly month: string;
  readonly today: string;
  readonly path: string;
}) => (
  <KeysetPager
    by="order"
    before={withQuery(path, { thang: monthFrom(month, -1) })}
    after={month < today.slice(0, 7) ? withQuery(path, { thang: monthFrom(month, 1) }) : null}
  />
);
