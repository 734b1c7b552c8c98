/** The tables of an analysis: each chart has the same figures as a table behind it. */
import { BarChart, DataTable, Details } from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { Spent, Variant } from '../measure.ts';
import { words } from '../words.ts';

/** A number with one decimal, in the manner of the language. */
const decimal = (value: number, lang: Language): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value);

/** A part of one as percent. */
export const percent = (value: number, lang: Language): string => `${decimal(value * 100, lang)} %`;

const DAY_HOURS = 24;
/** From here on people count in days. */
const MANY_HOURS = 2 * DAY_HOURS;

/** A length of time as people say it: hours, or days where hours would be many. */
export const lasting = (hours: number, lang: Language): string =>
  Math.abs(hours) < MANY_HOURS
    ? words.hours(decimal(hours, lang))[lang]
    : words.days(decimal(hours / DAY_HOURS, lang))[lang];

type SpentProps = {
  readonly title: Text;
  readonly note?: Text;
  readonly items: readonly Spent[];
  readonly nameOf: (key: string) => string;
  readonly lang: Language;
};

/** So many are drawn and listed at once; the others stand in a table that is opened. */
const AT_ONCE = 8;

/** Where time goes, as bars and as a table. */
export const SpentTable = (props: SpentProps) => {
  const { title, note, items, nameOf, lang } = props;
  const first = items.slice(0, AT_ONCE);
  const shown = items.length > first.length ? words.firstOf(first.length, items.length) : null;
  return (
    <section>
      <h2 class="govuk-heading-m">{title[lang]}</h2>
      <BarChart
        title={`${title[lang]}: ${words.share[lang]} (%)`}
        heads={[words.name[lang], words.share[lang]]}
        items={first.map(({ key, share }) => ({ label: nameOf(key), value: Math.round(share * 1000) / 10 }))}
        note={[shown?.[lang], note?.[lang]].filter(Boolean).join(' ') || undefined}
      />
      {shown ? (
        <Details summary={words.all(items.length)[lang]}>
          <SpentRows {...props} />
        </Details>
      ) : (
        <SpentRows {...props} />
      )}
    </section>
  );
};

const SpentRows = ({ title, items, nameOf, lang }: SpentProps) => (
  <DataTable
    caption={title[lang]}
    cards
    rows={items}
    columns={[
      { key: 'name', title: words.name[lang], names: true, cell: ({ key }) => nameOf(key) },
      { key: 'visits', title: words.visits[lang], numeric: true, cell: ({ visits }) => String(visits) },
      {
        key: 'median',
        title: words.median[lang],
        numeric: true,
        cell: ({ median }) => lasting(median, lang),
      },
      {
        key: 'slowest',
        title: words.slowest[lang],
        numeric: true,
        cell: ({ slowest }) => lasting(slowest, lang),
      },
      { key: 'share', title: words.share[lang], numeric: true, cell: ({ share }) => percent(share, lang) },
    ]}
  />
);

type VariantProps = {
  readonly items: readonly Variant[];
  readonly nameOf: (node: string) => string;
  readonly lang: Language;
};

const SHOWN = 20;

/** The ways that dossiers took. */
export const Variants = ({ items, nameOf, lang }: VariantProps) => (
  <section>
    <h2 class="govuk-heading-m">{words.variants[lang]}</h2>
    <p class="govuk-hint">{words.variantsHint[lang]}</p>
    <DataTable
      caption={words.variants[lang]}
      cards
      rows={items.slice(0, SHOWN)}
      columns={[
        {
          key: 'path',
          title: words.path[lang],
          names: true,
          cell: ({ path }) => path.map(nameOf).join(' → '),
        },
        { key: 'cases', title: words.cases[lang], numeric: true, cell: ({ cases }) => String(cases) },
        {
          key: 'median',
          title: words.medianAll[lang],
          numeric: true,
          cell: ({ median }) => lasting(median, lang),
        },
      ]}
    />
  </section>
);
