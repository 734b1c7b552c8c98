/** `/thu-tuc/:code`: one service, as a person needs to know it before starting. */
import type { Look } from '../../../../ground/db/act.ts';
import { Facts, InsetText } from '../../../../ground/ui/index.ts';
import type { Language, Text } from '../../../../ground/text/language.ts';
import { page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { calendarOf, type Calendar } from '../../../../work/clock/index.ts';
import { principalOf } from '../../../../world/mandates/index.ts';
import { findPerson } from '../../../../world/people/index.ts';
import { decidingAgency } from '../../deciding.ts';
import { getProcedure } from '../../queries.ts';
import { serviceLevel } from '../../rules/level.ts';
import { isEditor } from '../../rules/states.ts';
import type { Procedure } from '../../schema.ts';
import type { AskTimes } from '../../times.ts';
import { lifeEvents, topics } from '../../topics.ts';
import { Costs } from './costs.tsx';
import { deadlineOf } from './deadline.tsx';
import { factsOf } from './facts.ts';
import { Papers } from './papers.tsx';
import { Decides, Law, Passage, Ways } from './sections.tsx';
import { nameOf, type Shown } from './shown.ts';
import { Start } from './start.tsx';
import { words } from './words.ts';

const Aside = ({ procedure, visit }: { readonly procedure: Procedure; readonly visit: Visit }) => {
  const { lang, by } = visit;
  const base = `/thu-tuc/${procedure.code}`;
  const links = [
    procedure.form && { href: `${base}/mau-don.pdf`, text: words.printedForm[lang] },
    procedure.form && { href: `${base}/mau-don.docx`, text: words.wordForm[lang] },
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

/** Where the service stands: under the event of life or topic that people look in first. */
function crumbsOf({
  lifeEvents: events,
  topics: own,
}: Procedure): readonly { readonly text: Text; readonly href: string }[] {
  const event = lifeEvents.find(({ code }) => events.includes(code));
  const topic = topics.find(({ code }) => own.includes(code));
  return [
    { text: words.services, href: '/thu-tuc' },
    ...(event
      ? [{ text: event.name, href: `/thu-tuc?su-kien=${event.code}` }]
      : topic
        ? [{ text: topic.name, href: `/thu-tuc?chu-de=${topic.code}` }]
        : []),
  ];
}

const Lead = ({ procedure, lang }: { readonly procedure: Procedure; readonly lang: Language }) => (
  <>
    <h1 class="govuk-heading-xl" lang={procedure.nameEn ? undefined : 'vi'}>
      {nameOf(procedure)[lang]}
    </h1>
    {procedure.summary && <p class="govuk-body-l">{procedure.summary[lang]}</p>}
    {!procedure.reviewed && <p class="govuk-hint">{words.unreviewed[lang]}</p>}
    {lang === 'en' && !procedure.nameEn && <InsetText>{words.onlyVietnamese.en}</InsetText>}
  </>
);

/**
 * The calendar of the agency that will decide: known where the catalogue names it, or from the commune of a citizen who has
 * signed in. For all others the one that agencies have in common.
 */
async function calendarHere(look: Look, procedure: Procedure): Promise<Calendar> {
  const { person } = principalOf(look.by);
  const place =
    look.by.kind === 'citizen' && person ? ((await findPerson(look, person))?.commune ?? null) : null;
  return calendarOf(look, (await decidingAgency(look, procedure, place))?.id ?? null);
}

/** The page of one service; `times` comes from the figures. */
export const servicePage = (times: AskTimes) =>
  page({
    path: '/thu-tuc/:code',
    who: 'anyone',
    example: '/thu-tuc/1.001193',
    cache: 60,
    gather: async ({ look, params, now }): Promise<Shown> => {
      const procedure = await getProcedure(look, params['code'] ?? '');
      const [usual, calendar] = await Promise.all([
        times(look, procedure.code),
        calendarHere(look, procedure),
      ]);
      return {
        procedure,
        times: usual,
        deadline: deadlineOf(procedure, now, calendar),
        level: serviceLevel(procedure),
      };
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
              <Start procedure={procedure} visit={visit} />
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
