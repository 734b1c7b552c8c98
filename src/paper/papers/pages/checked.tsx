/** What a check found, as people read it. */
import { SummaryList, Tag } from '../../../ground/ui/index.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { findTemplate } from '../../typeset/index.ts';
import { forceName, type Checked } from '../check/check.ts';
import type { StatementCheck } from '../check/statement.ts';
import { statementNames, words } from '../check/words.ts';
import { copyKinds } from '../copies/rules.ts';

type Shown<What> = What & { readonly lang: Language };

/** The paper: kind, issuer, number, day, and whether it is in force. */
export const CheckedPaper = ({ checked, lang }: Shown<{ readonly checked: Checked }>) => {
  const { copy, replacement } = checked;
  return (
    <SummaryList
      rows={[
        {
          key: words.state[lang],
          value: checked.force ? (
            <Tag colour={checked.force === 'in-force' ? 'green' : 'red'}>
              {forceName[checked.force][lang]}
            </Tag>
          ) : (
            words.askIssuer[lang]
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
