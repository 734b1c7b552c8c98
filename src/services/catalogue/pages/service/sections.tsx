/** Parts of the page of a service: who decides and by when, ways of filing, law. */
import type { VNode } from 'preact';
import { InsetText, SummaryList, type SummaryRow } from '../../../../ground/ui/index.ts';
import { formatDay } from '../../../../ground/text/dates.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { reasonWords, type ServiceLevel } from '../../rules/level.ts';
import { termsOf, termText } from '../../rules/terms.ts';
import type { Decision, Procedure } from '../../schema.ts';
import { channelWords } from '../../words.ts';
import { DeadlineWords } from './deadline.tsx';
import type { Shown } from './shown.ts';
import { LongText } from './text.tsx';
import { levelNames, words } from './words.ts';

type Part = { readonly procedure: Procedure; readonly lang: Language };

const decisionText = ({ number, date, signer, agency }: Decision, lang: Language): string =>
  [number, date && formatDay(date, lang), agency, signer].filter(Boolean).join(', ');

const row = (key: string, value: VNode | string | null | false | undefined): SummaryRow | null =>
  value ? { key, value: { text: value } } : null;
const vi = (text: string | null | undefined): VNode | null => (text ? <span lang="vi">{text}</span> : null);

/** The level, and for a partial one every reason (Decree 224/2026 art. 14). */
const Level = ({ level, lang }: { readonly level: ServiceLevel; readonly lang: Language }) => (
  <>
    {levelNames[level.level][lang]}
    {level.obstacles.length > 0 && (
      <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
        {level.obstacles.map(({ reason, says, basis }) => (
          <li>
            {reasonWords[reason][lang]}: {says[lang]}
            {basis && <> ({basis})</>}
          </li>
        ))}
      </ul>
    )}
  </>
);

/** Who decides, by when, at which level, by which decisions. */
export const Decides = ({ shown, lang }: { readonly shown: Shown; readonly lang: Language }) => {
  const { procedure, deadline, level } = shown;
  return (
    <section aria-labelledby="ai-giai-quyet">
      <h2 class="govuk-heading-m" id="ai-giai-quyet">
        {words.whoDecides[lang]}
      </h2>
      <SummaryList
        rows={[
          row(words.agency[lang], vi(procedure.competent)),
          row(words.carriesOut[lang], vi(procedure.implementing.join('; '))),
          row(words.received[lang], vi(procedure.receiving)),
          row(words.supporting[lang], vi(procedure.supporting)),
          row(words.ifNow[lang], deadline && <DeadlineWords deadline={deadline} lang={lang} />),
          row(
            words.result[lang],
            procedure.results.length > 0 && (
              <ul class="govuk-list govuk-!-margin-bottom-0" lang="vi">
                {procedure.results.map(({ name }) => (
                  <li>{name}</li>
                ))}
              </ul>
            ),
          ),
          row(words.level[lang], <Level level={level} lang={lang} />),
          row(words.decision[lang], vi(decisionText(procedure.decision, lang))),
          row(
            words.processDecision[lang],
            vi(procedure.processDecision && decisionText(procedure.processDecision, lang)),
          ),
          row(words.transitional[lang], vi(procedure.transitional)),
          row(
            words.validFrom[lang],
            `${formatDay(procedure.validFrom, lang)} (${words.version[lang].toLowerCase()} ${procedure.version})`,
          ),
        ]}
      />
      {procedure.silence === 'approval' && <InsetText>{words.silence[lang]}</InsetText>}
    </section>
  );
};

/** Ways of filing with their limits. */
export const Ways = ({ procedure, lang }: Part) => (
  <section aria-labelledby="cach-nop">
    <h2 class="govuk-heading-m" id="cach-nop">
      {words.ways[lang]}
    </h2>
    <SummaryList
      rows={procedure.methods.map(({ channel, description }) => {
        const terms = termsOf(procedure, channel);
        return row(
          channelWords[channel][lang],
          <>
            {terms.map((term) => (
              <p class="govuk-body govuk-!-margin-bottom-1">
                {termText(term)[lang]}
                {term.when && term.when !== description && <span lang="vi">: {term.when}</span>}
              </p>
            ))}
            {description && <LongText text={description} />}
          </>,
        );
      })}
    />
  </section>
);

/** The law it rests on. */
export const Law = ({ procedure, lang }: Part) => (
  <section aria-labelledby="can-cu">
    <h2 class="govuk-heading-m" id="can-cu">
      {words.law[lang]}
    </h2>
    <ul class="govuk-list govuk-list--bullet" lang="vi">
      {procedure.legalBasis.map(({ number, title }) => (
        <li>{[number, title].filter(Boolean).join(' – ')}</li>
      ))}
    </ul>
  </section>
);

/** A long text under a heading; nothing when it is empty. */
export const Passage = ({
  id,
  title,
  text,
}: {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}) =>
  text === '' ? null : (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <LongText text={text} />
    </section>
  );
