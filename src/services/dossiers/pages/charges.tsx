/** Money of a dossier on its page: what is owed, what was paid. */
import { SummaryList } from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { chargePath, chargeStateName, type Charge, type FeeLine } from '../../../outside/payments/index.ts';
import { words } from '../words.ts';

type ChargesProps = {
  readonly charges: readonly Charge[];
  /** What is going to be asked for in a moment. */
  readonly coming: readonly FeeLine[];
  /** The page itself, to be opened again. */
  readonly path: string;
  readonly lang: Language;
};

/** Each charge with the way to its page; nothing when nothing was ever owed. */
export const Charges = ({ charges, coming, path, lang }: ChargesProps) =>
  coming.length > 0 ? (
    <>
      <h2 class="govuk-heading-m">{words.charges[lang]}</h2>
      <SummaryList
        rows={coming.map(({ name, amount }) => ({
          key: name,
          value: amount === null ? words.amountUnknown[lang] : formatMoney(amount, lang),
        }))}
      />
      <p class="govuk-body">
        {words.chargesComing[lang]}{' '}
        <a class="govuk-link" href={path}>
          {words.openAgain[lang]}
        </a>
      </p>
    </>
  ) : charges.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.charges[lang]}</h2>
      <SummaryList
        rows={charges.map(({ id, lines, amount, state }) => ({
          key: lines.map(({ name }) => name).join(', '),
          value: (
            <a class="govuk-link" href={chargePath(id)}>
              {amount === null ? words.amountUnknown[lang] : formatMoney(amount, lang)} ·{' '}
              {chargeStateName[state][lang]}
            </a>
          ),
        }))}
      />
    </>
  );
