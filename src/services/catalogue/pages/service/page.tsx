/** `/thu-tuc/:code`: one service, as a person needs to know it before starting. */
import type { VNode } from 'preact';
import { Button, Facts, InsetText, SummaryList, Tag, type Fact, type SummaryRow } from '../../../../ground/ui/index.ts';
import { formatDay } from '../../../../ground/text/dates.ts';
import type { Language, Text } from '../../../../ground/text/language.ts';
import { page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { dataDictionary } from '../../../../work/forms/index.ts';
import { getProcedure } from '../../queries.ts';
import { costOf, feesOf } from '../../rules/fees.ts';
import { reasonWords, serviceLevel, type ServiceLevel } from '../../rules/level.ts';
import { isEditor } from '../../rules/states.ts';
import { termsOf, termText } from '../../rules/terms.ts';
import type { Decision, Procedure } from '../../schema.ts';
import type { AskTimes, Times } from '../../times.ts';
import { lifeEvents, topics } from '../../topics.ts';
import { channelWords } from '../../words.ts';
import { Costs } from './costs.tsx';
import { deadlineOf, DeadlineWords, type Deadline } from './deadline.tsx';
import { Papers } from './papers.tsx';
import { LongText } from './text.tsx';
import { costWords, levelNames, timesWords, words } from './words.ts';

type Shown = { readonly procedure: Procedure; readonly times: Times | null; readonly deadline: Deadline | null; readonly level: ServiceLevel };

/** The name in the language of the visitor; Vietnamese where there is no other. */
export const nameOf = ({ name, nameEn }: Pick<Procedure, 'name' | 'nameEn'>): Text => ({ vi: name, en: nameEn ?? name });

/** Questions that the visitor must answer, and those whose answers are known. */
function questionsOf({ form }: Procedure): { readonly asked: number; readonly known: number } | null {
  if (form === null) return null;
  const entries = dataDictionary(form).filter(({ type }) => type !== 'declaration' && type !== 'files');
  const known = entries.filter(({ source }) => source !== undefined).length;
  return { asked: entries.length - known, known };
}

function factsOf({ procedure, times }: Shown, lang: Language): readonly (Fact | null)[] {
  const channel = procedure.methods[0]?.channel ?? 'online';
  const cost = costOf(feesOf(procedure, channel));
  const term = termsOf(procedure, channel)[0];
  const questions = questionsOf(procedure);
  const truth = times && timesWords(times);
  return [
    { label: words.fee[lang], value: costWords(cost, lang), note: cost.kind === 'unknown' ? words.unknownFee[lang] : undefined },
    term ? { label: words.byRule[lang], value: termText(term)[lang] } : null,
    truth ? { label: words.inTruth[lang], value: truth.value[lang], note: truth.note[lang] } : null,
    questions && {
      label: words.toAnswer[lang],
      value: lang === 'vi' ? `${questions.asked} câu` : `${questions.asked} questions`,
      note: questions.known > 0 ? (lang === 'vi' ? `${questions.known} mục có thể lấy sẵn` : `${questions.known} may be filled in for you`) : undefined,
    },
  ];
}

const decisionText = ({ number, date, signer, agency }: Decision, lang: Language): string =>
  [number, date && formatDay(date, lang), agency, signer].filter(Boolean).join(', ');

const row = (key: string, value: VNode | string | null | false | undefined): SummaryRow | null => (value ? { key, value: { text: value } } : null);
const vi = (text: string | null | undefined): VNode | null => (text ? <span lang="vi">{text}</span> : null);

const Decides = ({ shown, lang }: { readonly shown: Shown; readonly lang: Language }) => {
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
          row(words.processDecision[lang], vi(procedure.processDecision && decisionText(procedure.processDecision, lang))),
          row(words.transitional[lang], vi(procedure.transitional)),
          row(words.validFrom[lang], `${formatDay(procedure.validFrom, lang)} (${words.version[lang].toLowerCase()} ${procedure.version})`),
        ]}
      />
      {procedure.silence === 'approval' && <InsetText>{words.silence[lang]}</InsetText>}
    </section>
  );
};

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

const Ways = ({ procedure, lang }: { readonly procedure: Procedure; readonly lang: Language }) => (
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

const Start = ({ shown: { procedure, level }, lang }: { readonly shown: Shown; readonly lang: Language }) => {
  if (procedure.systemOfRecord !== 'us') return <InsetText>{words.elsewhere[lang]}</InsetText>;
  if (procedure.form === null || level.level === 'information') return <InsetText>{words.notOnline[lang]}</InsetText>;
  return (
    <Button href={`/nop/${procedure.code}`} start>
      {words.start[lang]}
    </Button>
  );
};

const Aside = ({ procedure, visit }: { readonly procedure: Procedure; readonly visit: Visit }) => {
  const { lang, by } = visit;
  const base = `/thu-tuc/${procedure.code}`;
  const links = [
    procedure.form && { href: `${base}/mau-don.pdf`, text: words.printedForm[lang] },
    procedure.process && { href: `${base}/quy-trinh`, text: words.process[lang] },
    { href: '#can-cu', text: words.law[lang] },
    { href: `${base}/phien-ban`, text: words.history[lang] },
    { href: `${base}/cpsv-ap.ttl`, text: words.data[lang] },
    isEditor(by) && { href: `/quan-tri/thu-tuc/${procedure.code}`, text: words.edit[lang] },
  ].filter((link) => link !== null && link !== false);
  return (
    <aside class="tt-aside">
      <h2>
        {words.code[lang]} {procedure.code}
      </h2>
      <ul class="govuk-list">
        {links.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
};

const Law = ({ procedure, lang }: { readonly procedure: Procedure; readonly lang: Language }) => (
  <section aria-labelledby="can-cu">
    <h2 class="govuk-heading-m" id="can-cu">
      {words.law[lang]}
    </h2>
    <ul class="govuk-list govuk-list--bullet" lang="vi">
      {procedure.legalBasis.map(({ number, title }) => (
        <li>
          {number && <a class="govuk-link" href={`/van-ban?q=${encodeURIComponent(number)}`}>{number}</a>}
          {number && title && ' – '}
          {title}
        </li>
      ))}
    </ul>
  </section>
);

const Passage = ({ id, title, text }: { readonly id: string; readonly title: string; readonly text: string }) =>
  text === '' ? null : (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      <LongText text={text} />
    </section>
  );

/** Where the service stands: under the event of life or topic that people look in first. */
function crumbsOf({ lifeEvents: events, topics: own }: Procedure): readonly { readonly text: Text; readonly href: string }[] {
  const event = lifeEvents.find(({ code }) => events.includes(code));
  const topic = topics.find(({ code }) => own.includes(code));
  return [
    { text: words.services, href: '/thu-tuc' },
    ...(event ? [{ text: event.name, href: `/thu-tuc?su-kien=${event.code}` }] : topic ? [{ text: topic.name, href: `/thu-tuc?chu-de=${topic.code}` }] : []),
  ];
}

const Lead = ({ procedure, lang }: { readonly procedure: Procedure; readonly lang: Language }) => (
  <>
    <h1 class="govuk-heading-xl" lang={procedure.nameEn ? undefined : 'vi'}>
      {nameOf(procedure)[lang]}
    </h1>
    {procedure.summary && <p class="govuk-body-l">{procedure.summary[lang]}</p>}
    {!procedure.reviewed && <Tag colour="grey">{words.unreviewed[lang]}</Tag>}
    {lang === 'en' && !procedure.nameEn && <InsetText>{words.onlyVietnamese.en}</InsetText>}
  </>
);

/** The page of one service; `times` comes from the figures. */
export const servicePage = (times: AskTimes) =>
  page({
    path: '/thu-tuc/:code',
    who: 'anyone',
    example: '/thu-tuc/1.001193',
    cache: 60,
    gather: async ({ look, params, now }): Promise<Shown> => {
      const procedure = await getProcedure(look, params['code'] ?? '');
      return { procedure, times: await times(look, procedure.code), deadline: deadlineOf(procedure, now), level: serviceLevel(procedure) };
    },
    view: (shown, visit) => {
      const { procedure } = shown;
      const { lang } = visit;
      return {
        title: nameOf(procedure),
        description: procedure.summary ?? nameOf(procedure),
        crumbs: crumbsOf(procedure),
        part: '/thu-tuc',
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Lead procedure={procedure} lang={lang} />
              <Facts items={factsOf(shown, lang)} />
              {(procedure.eligibility ?? []).length > 0 && (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/thu-tuc/${procedure.code}/dieu-kien`}>
                    {words.eligible[lang]}
                  </a>{' '}
                  {words.eligibleHint[lang]}
                </p>
              )}
              <Start shown={shown} lang={lang} />
              <Papers groups={procedure.groups} lang={lang} />
              <Costs procedure={procedure} lang={lang} />
              <Decides shown={shown} lang={lang} />
              <Ways procedure={procedure} lang={lang} />
              <Passage id="dieu-kien" title={words.conditions[lang]} text={procedure.conditions} />
              <Passage id="trinh-tu" title={words.steps[lang]} text={procedure.steps} />
              {procedure.legalBasis.length > 0 && <Law procedure={procedure} lang={lang} />}
            </div>
            <div class="govuk-grid-column-one-third">
              <Aside procedure={procedure} visit={visit} />
            </div>
          </div>
        ),
      };
    },
  });
