/** What a dossier will cost, as the person reads it before submitting. */
import type { VNode } from 'preact';
import type { FeeLine } from '../../../outside/payments/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { words } from '../words.ts';

type Row = { readonly key: string | VNode; readonly value: string | VNode };

/** Words of the catalogue, which are Vietnamese in every language of the page. */
const asWritten = (said: string): VNode => <span lang="vi">{said}</span>;

/** Line by line, with what makes it free: what the answers show already, and what an officer may grant on evidence. Nothing to pay is said, too. */
export const feeRows = (fees: readonly FeeLine[], lang: Language): Row[] =>
  fees.length === 0
    ? [{ key: words.fees[lang], value: words.noFees[lang] }]
    : fees.map(({ name, amount, exempt, note, mayBeExempt }) => ({
        key: asWritten(name),
        value: (
          <>
            {amount === null ? words.feeUnknown[lang] : formatMoney(amount, lang)}
            {exempt && (
              <>
                . {words.exempt[lang]}: {asWritten(exempt)}
              </>
            )}
            {amount !== 0 && mayBeExempt.length > 0 && (
              <>
                . {words.mayBeExempt[lang]}: {asWritten(mayBeExempt.join('; '))}.{' '}
                {words.tellBeforePaying[lang]}
              </>
            )}
            {note && <>. {asWritten(note)}</>}
          </>
        ),
      }));
