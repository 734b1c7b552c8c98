/** “From the population database, 15:30 on 21 November 2026 · this is wrong”: beside every prefilled answer (B4). */
import { formatTime } from '../../../ground/text/dates.ts';
import { within, type Language, type Text } from '../../../ground/text/language.ts';
import type { Provenance } from '../provenance.ts';

const words = {
  from: { vi: 'Lấy từ', en: 'From' },
  at: { vi: 'lúc', en: 'at' },
  wrong: { vi: 'Chỗ này sai?', en: 'Is this wrong?' },
} as const satisfies Readonly<Record<string, Text>>;

export type OriginProps = {
  /** What the field is called: said after the link, so that several can be told apart. */
  readonly label: string;
  readonly origin: Provenance;
  readonly language: Language;
  readonly wrongHref?: string | undefined;
};

/** One line of provenance. */
export const Origin = ({ label, origin, language, wrongHref }: OriginProps) => (
  <span class="tt-origin" title={origin.basis} lang={language === 'vi' ? undefined : 'vi'}>
    <span lang={language === 'vi' ? undefined : language}>
      {' '}
      {words.from[language]} {within(origin.source)[language]}, {words.at[language]}{' '}
      <time datetime={origin.at}>{formatTime(new Date(origin.at), language)}</time>.
      {wrongHref && (
        <>
          {' '}
          <a class="govuk-link" href={wrongHref}>
            {words.wrong[language]}
            <span class="govuk-visually-hidden"> {label}</span>
          </a>
        </>
      )}
    </span>
  </span>
);
