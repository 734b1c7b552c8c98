/** «What it costs me»: every fee; where the amount is not known it says so, and never «free». */
import type { VNode } from 'preact';
import { SummaryList } from '../../../../ground/ui/index.ts';
import { formatMoney } from '../../../../ground/text/money.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { channelWords } from '../../words.ts';
import { feesOf } from '../../rules/fees.ts';
import type { Channel, Fee, Procedure } from '../../schema.ts';
import { words } from './words.ts';

const amountOf = ({ amount, per, formula }: Fee, lang: Language): VNode => {
  if (amount === null && !formula) return <strong>{words.unknownFee[lang]}</strong>;
  if (amount === null) return <>{lang === 'vi' ? 'Tính theo hồ sơ' : 'Reckoned from your answers'}</>;
  if (amount === 0) return <>{lang === 'vi' ? 'Không thu' : 'None'}</>;
  return (
    <>
      {formatMoney(amount, lang)}
      {per && (
        <>
          {' / '}
          <span lang="vi">{per}</span>
        </>
      )}
    </>
  );
};

const Remarks = ({ fee: { note, exemptions, basis } }: { readonly fee: Fee }) => {
  const remarks = [
    note,
    exemptions.length > 0 && `${words.exempt.vi}: ${exemptions.map(({ who }) => who).join('; ')}`,
    basis,
  ].filter(Boolean);
  return (
    <>
      {remarks.map((remark) => (
        <div class="govuk-hint govuk-!-margin-bottom-0" lang="vi">
          {remark}
        </div>
      ))}
    </>
  );
};

/** Ways of filing whose fees are the same stand in one table. */
function byFees(
  procedure: Procedure,
): readonly { readonly channels: readonly Channel[]; readonly fees: readonly Fee[] }[] {
  const groups = Map.groupBy(procedure.methods, ({ channel }) =>
    JSON.stringify(feesOf(procedure, channel).map(({ code: _, ...fee }) => fee)),
  );
  return [...groups.values()].map((methods) => ({
    channels: methods.map(({ channel }) => channel),
    fees: feesOf(procedure, methods[0]!.channel),
  }));
}

/** The fees of a procedure by way of filing; nothing when the catalogue names none. */
export function Costs({
  procedure,
  lang,
}: {
  readonly procedure: Procedure;
  readonly lang: Language;
}): VNode | null {
  const groups = byFees(procedure).filter(({ fees }) => fees.length > 0);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="chi-phi">
      <h2 class="govuk-heading-m" id="chi-phi">
        {words.costs[lang]}
      </h2>
      {groups.map(({ channels, fees }) => (
        <>
          {groups.length > 1 && (
            <h3 class="govuk-heading-s">{channels.map((one) => channelWords[one][lang]).join(', ')}</h3>
          )}
          <SummaryList
            rows={fees.map((fee) => ({
              key: { text: <span lang="vi">{fee.name}</span> },
              value: {
                text: (
                  <>
                    {amountOf(fee, lang)}
                    <Remarks fee={fee} />
                  </>
                ),
              },
            }))}
          />
        </>
      ))}
    </section>
  );
}
