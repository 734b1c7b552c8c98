/** The tables of an analysis: each chart has the same figures as a table behind it. */
import { BarChart, WideTable } from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { Spent, Variant } from '../measure.ts';
import { words } from '../words.ts';

/** A number with one decimal, in the manner of the language. */
export const decimal = (value: number, lang: Language): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 }).format(value);

/** A part of one as percent. */
export const percent = (value: number, lang: Language): string => `${decimal(value * 100, lang)} %`;

type SpentProps = {
  readonly title: Text;
  readonly note?: Text;
  readonly items: readonly Spent[];
  readonly nameOf: (key: string) => string;
  readonly lang: Language;
};

/** Where time goes, as bars and as a table. */
export const SpentTable = ({ title, note, items, nameOf, lang }: SpentProps) => (
  <section>
    <h2 class="govuk-heading-m">{title[lang]}</h2>
    <BarChart
      title={`${title[lang]}: ${words.share[lang]} (%)`}
      heads={[words.name[lang], words.share[lang]]}
      items={items.map(({ key, share }) => ({ label: nameOf(key), value: Math.round(share * 1000) / 10 }))}
      note={note?.[lang]}
    />
    <WideTable
      title={title[lang]}
      firstCellIsHeader
      head={[words.name, words.visits, words.median, words.slowest, words.share].map((one, i) => ({
        text: one[lang],
        format: i === 0 ? undefined : ('numeric' as const),
      }))}
      rows={items.map((one) => [
        { text: nameOf(one.key) },
        ...[
          String(one.visits),
          decimal(one.median, lang),
          decimal(one.slowest, lang),
          percent(one.share, lang),
        ].map((text) => ({ text, format: 'numeric' as const })),
      ])}
    />
  </section>
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
    <WideTable
      title={words.variants[lang]}
      head={[words.path, words.cases, words.median].map((one, i) => ({
        text: one[lang],
        format: i === 0 ? undefined : ('numeric' as const),
      }))}
      rows={items
        .slice(0, SHOWN)
        .map(({ path, cases, median }) => [
          { text: path.map(nameOf).join(' → ') },
          { text: String(cases), format: 'numeric' as const },
          { text: decimal(median, lang), format: 'numeric' as const },
        ])}
    />
  </section>
);
