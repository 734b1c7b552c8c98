/** The verdict on the signatures of a file, as people read it. */
import { Details, Tag, type TagColour } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import type { SignatureVerdict } from '../signature-check.ts';
import { verdictNames, words } from './words.ts';

const verdictColour: Readonly<Record<SignatureVerdict['verdict'], TagColour>> = {
  valid: 'green',
  invalid: 'red',
  undetermined: 'yellow',
  unsigned: 'grey',
};

type Shown = { readonly verdict: SignatureVerdict; readonly lang: Language };

/** The signatures in a file: who and when, whether it holds, and on asking why. */
export const CheckedSignatures = ({ verdict, lang }: Shown) => (
  <>
    <h2 class="govuk-heading-m">{words.signatures[lang]}</h2>
    <p class="govuk-body">
      <Tag colour={verdictColour[verdict.verdict]}>{verdictNames[verdict.verdict][lang]}</Tag>{' '}
      {verdict.reasons.map((reason) => reason[lang]).join(' ')}
    </p>
    {verdict.signatures.map((one) => (
      <>
        <p class="govuk-body govuk-!-margin-bottom-1">
          <strong>{one.signer ?? words.unknownSigner[lang]}</strong>
          {one.time && `, ${formatTime(new Date(one.time), lang)}`}{' '}
          <Tag colour={verdictColour[one.outcome]}>{verdictNames[one.outcome][lang]}</Tag>
        </p>
        <Details summary={words.why[lang]}>
          <ul class="govuk-list govuk-list--bullet">
            {[...new Set(one.reasons.map((reason) => reason[lang]))].map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </Details>
      </>
    ))}
  </>
);
