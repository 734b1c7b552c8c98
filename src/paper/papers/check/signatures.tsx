/** The verdict on the signatures of a file, as people read it. */
import { DataTable, Tag, type TagColour } from '../../../ground/ui/index.ts';
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

/** The signatures in a file, each with its verdict and the reasons. */
export const CheckedSignatures = ({ verdict, lang }: Shown) => (
  <>
    <h2 class="govuk-heading-m">{words.signatures[lang]}</h2>
    <p class="govuk-body">
      <Tag colour={verdictColour[verdict.verdict]}>{verdictNames[verdict.verdict][lang]}</Tag>{' '}
      {verdict.reasons.map((reason) => reason[lang]).join(' ')}
    </p>
    {verdict.signatures.length > 0 && (
      <DataTable
        caption={words.signatures[lang]}
        rows={verdict.signatures}
        columns={[
          {
            key: 'signer',
            title: words.signer[lang],
            names: true,
            cell: (one) => one.signer ?? words.unknownSigner[lang],
          },
          {
            key: 'time',
            title: words.time[lang],
            cell: (one) => one.time && formatTime(new Date(one.time), lang),
          },
          {
            key: 'verdict',
            title: words.verdict[lang],
            cell: (one) => <Tag colour={verdictColour[one.outcome]}>{verdictNames[one.outcome][lang]}</Tag>,
          },
          {
            key: 'why',
            title: words.why[lang],
            cell: (one) => [...new Set(one.reasons.map((reason) => reason[lang]))].join(' '),
          },
        ]}
      />
    )}
  </>
);
