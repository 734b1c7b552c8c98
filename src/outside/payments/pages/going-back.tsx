/** On the page of a charge: money that came in for it and does not stay, and what becomes of it. Nobody has to ask where it is. */
import { SummaryList } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import type { listGoingBack } from '../queries.ts';
import { fateName, sourceName, words } from '../words.ts';

type Money = Awaited<ReturnType<typeof listGoingBack>>[number];

/** What becomes of it: given back, decided to be, or to be looked at by an officer. */
function fateOf({ why, done_at: done, evidence }: Money, lang: Language): Text {
  if (done) return words.wentBack(formatTime(done, lang), evidence ?? '—');
  return why ? words.willGoBack : words.willBeSeen;
}

export const GoingBack = ({ money, lang }: { readonly money: readonly Money[]; readonly lang: Language }) =>
  money.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.goingBack[lang]}</h2>
      <SummaryList
        rows={money.map((one) => ({
          key: formatMoney(one.amount, lang),
          value: [
            words.arrived(formatTime(one.at, lang), sourceName[one.source][lang].toLowerCase())[lang],
            one.fate === 'charge' ? one.why : fateName[one.fate][lang],
            fateOf(one, lang)[lang],
          ]
            .filter(Boolean)
            .map((line) => <p class="govuk-body">{line}</p>),
        }))}
      />
    </>
  );
