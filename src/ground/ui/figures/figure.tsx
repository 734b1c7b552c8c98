/** The frame of every chart and map: title, drawing, and the same figures as a table for those who cannot see it. */
import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { Details } from '../components/details.tsx';
import { Table, type Cell } from '../components/table.tsx';

/** What every chart has. */
export type FigureProps = Styling &
  Speaking & {
    readonly title: string;
    /** What the figures are and where they come from: unit, source, as of when. */
    readonly note?: Content;
    /** Said by screen readers instead of the drawing: what it shows, in a sentence. */
    readonly summary?: string | undefined;
    /** How numbers are written; whole numbers and one decimal by default. */
    readonly format?: ((value: number) => string) | undefined;
  };

/** The figures as a table; links to what lies behind a figure belong here. */
type Behind = {
  readonly head: readonly Content[];
  readonly rows: readonly (readonly (Content | Cell)[])[];
};

const asTable: Text = { vi: 'Xem dạng bảng', en: 'View as a table' };

type FrameProps = { readonly figure: FigureProps; readonly behind: Behind; readonly children: Content };

/** Puts a drawing into its frame. */
export function Figure({ figure, behind, children }: FrameProps) {
  const lang = useLanguage(figure.lang);
  const [first = '', ...others] = behind.head;
  return (
    <figure class={classes('tt-figure', figure.class)} {...figure.attributes}>
      <figcaption class="tt-figure__title">{figure.title}</figcaption>
      {children}
      {!isEmpty(figure.note) && <p class="tt-figure__note">{figure.note}</p>}
      <Details summary={asTable[lang]} class="tt-figure__table">
        <Table
          caption={<span class="govuk-visually-hidden">{figure.title}</span>}
          head={[first, ...others.map((text): Cell => ({ text, format: 'numeric' }))]}
          rows={behind.rows}
          firstCellIsHeader
        />
      </Details>
    </figure>
  );
}

/** A cell with a number. */
export const numberCell = (text: Content): Cell => ({ text, format: 'numeric' });

/** How numbers are written in this language unless the chart says otherwise. */
export function useNumbers(figure: FigureProps): (value: number) => string {
  const lang = useLanguage(figure.lang);
  return figure.format ?? ((value) => formats[lang].format(value));
}

const formats = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
} as const;

/** What a drawing says to screen readers. */
export const spoken = (figure: FigureProps): string =>
  figure.summary ? `${figure.title}. ${figure.summary}` : figure.title;

type LegendProps = {
  readonly names: readonly Content[];
  /** Class of the sign before each name. */
  readonly sign: (index: number) => string;
  readonly lines?: boolean | undefined;
};

/** Names beside signs of their colour, for those who see; others have the table. */
export const Legend = ({ names, sign, lines }: LegendProps) => (
  <ul class="tt-legend" aria-hidden="true">
    {names.map((name, index) => (
      <li>
        <svg class="tt-legend__sign" width="22" height="12" viewBox="0 0 22 12" focusable="false">
          {lines ? (
            <path class={`tt-line ${sign(index)}`} d="M0 6h22" />
          ) : (
            <rect class={sign(index)} width="22" height="12" />
          )}
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
