/** Columns that lists of money have in common: when, how much, for which dossier, why. */
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { chargePath } from '../paths.ts';
import { words } from './reconcile-words.ts';

/** When it happened. */
export const timeColumn = <Row,>(lang: Language, timeOf: (row: Row) => Date | null) => ({
  key: 'at',
  title: words.at[lang],
  cell: (row: Row) => {
    const at = timeOf(row);
    return at && formatTime(at, lang);
  },
});

/** How much it is; of a charge whose amount nobody has entered, that it is not known. */
export const amountColumn = <Row extends { readonly amount: number | null }>(lang: Language) => ({
  key: 'amount',
  title: words.amount[lang],
  numeric: true,
  cell: ({ amount }: Row) => (amount === null ? words.unknown[lang] : formatMoney(amount, lang)),
});

/** The dossier, as a link to the charge. */
export const dossierColumn = <Row extends { readonly id: string; readonly code: string }>(
  lang: Language,
) => ({
  key: 'code',
  title: words.dossier[lang],
  names: true,
  cell: ({ id, code }: Row) => (
    <a class="govuk-link" href={chargePath(id)}>
      {code}
    </a>
  ),
});

/** Why it was decided, or ended. */
export const whyColumn = <Row,>(lang: Language, whyOf: (row: Row) => string | null) => ({
  key: 'why',
  title: words.why[lang],
  cell: whyOf,
});
