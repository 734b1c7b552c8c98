/** What a check found, as people read it. */
import { DataTable, SummaryList, Tag, type TagColour } from '../../../ground/ui/index.ts';
import { formatDay, formatTime } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { findTemplate } from '../../typeset/index.ts';
import { forceName, type Checked } from '../check/check.ts';
import type { StatementCheck } from '../check/statement.ts';
import { statementNames, verdictNames, words } from '../check/words.ts';
import { copyKinds } from '../copies/rules.ts';
import type { SignatureVerdict } from '../signature-check.ts';

const verdictColour: Readonly<Record<SignatureVerdict['verdict'], TagColour>> = {
  valid: 'green',
  invalid: 'red',
  undetermined: 'yellow',
  unsigned: 'grey',
};

type Shown<What> = What & { readonly lang: Language };

/** The paper: kind, issuer, number, day, and whether it is in force. */
export const CheckedPaper = ({ checked, lang }: Shown<{ readonly checked: Checked }>) => {
  const { copy, replacement } = checked;
  return (
    <SummaryList
      rows={[
        {
          key: words.state[lang],
          value: (
            <Tag colour={checked.force === 'in-force' ? 'green' : 'red'}>
              {forceName[checked.force][lang]}
            </Tag>
          ),
        },
        checked.endedOn && { key: words.ended[lang], value: formatDay(checked.endedOn, lang) },
        replacement && {
          key: words.replacedBy[lang],
          value: `${replacement.symbol ?? ''} (${formatDay(replacement.issued_on ?? '', lang)})`,
        },
        { key: words.paper[lang], value: checked.title },
        { key: words.issuer[lang], value: checked.issuer },
        { key: words.symbol[lang], value: checked.symbol ?? '' },
        checked.issuedOn && { key: words.issued[lang], value: formatDay(checked.issuedOn, lang) },
        checked.validUntil && { key: words.until[lang], value: formatDay(checked.validUntil, lang) },
        copy && {
          key: words.copy[lang],
          value: [
            copyKinds[copy.kind].name[lang],
            copy.symbol,
            copy.part,
            words.madeBy(copy.agency_name, formatDay(copy.made_on, lang))[lang],
          ]
            .filter(Boolean)
            .join(' · '),
        },
      ]}
    />
  );
};

/** The statement that the square code carried. */
export const CheckedStatement = ({ found, lang }: Shown<{ readonly found: StatementCheck }>) => (
  <>
    <h2 class="govuk-heading-m">
      <Tag colour={found.kind === 'genuine' ? 'green' : 'red'}>{statementNames[found.kind][lang]}</Tag>
    </h2>
    {found.kind === 'genuine' && (
      <SummaryList
        rows={[
          {
            key: words.paper[lang],
            value: findTemplate(found.statement.template)?.title[lang] ?? found.statement.template,
          },
          { key: words.issuer[lang], value: found.issuer },
          found.statement.number && { key: words.symbol[lang], value: found.statement.number },
          { key: words.signedOn[lang], value: formatDay(found.statement.day, lang) },
          { key: words.digest[lang], value: found.statement.digest },
        ]}
      />
    )}
  </>
);

/** The signatures in a file, each with its verdict and the reasons. */
export const CheckedSignatures = ({ verdict, lang }: Shown<{ readonly verdict: SignatureVerdict }>) => (
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
