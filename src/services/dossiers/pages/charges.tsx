/** Money of a dossier on its page: what is owed, what was paid. */
import { InsetText, SummaryList } from '../../../ground/ui/index.ts';
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

/** What a charge is for; a fee of nothing beside others that are owed is not named. */
const namesOf = (lines: readonly FeeLine[]): string => {
  const owed = lines.filter(({ amount }) => amount !== 0);
  return (owed.length > 0 ? owed : lines).map(({ name }) => name).join(', ');
};

/** What the person has still to pay for a result that they have already. */
export const StillOwed = ({ charges, lang }: Pick<ChargesProps, 'charges' | 'lang'>) => {
  const owed = charges.filter(({ state }) => state === 'due');
  return owed.length === 0 ? null : (
    <InsetText>
      {words.owedByYou.before[lang]}{' '}
      {owed.map(({ lines, amount }, n) => (
        <>
          {n > 0 && '; '}
          <span lang="vi">{namesOf(lines)}</span>:{' '}
          {amount === null ? words.amountUnknown[lang] : formatMoney(amount, lang)}
        </>
      ))}
      . {words.owedByYou.after[lang]}
    </InsetText>
  );
};

/** Each charge with the way to its page; nothing when nothing was ever owed. */
export const Charges = ({ charges, coming, path, lang }: ChargesProps) =>
  coming.length > 0 ? (
    <>
      <h2 class="govuk-heading-m">{words.charges[lang]}</h2>
      <SummaryList
        rows={coming.map(({ name, amount }) => ({
          key: <span lang="vi">{name}</span>,
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
          key: <span lang="vi">{namesOf(lines)}</span>,
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
